const sdk = require('@keymetrics/sdk')
const live = require('@keymetrics/sdk/live')

void import('./exercise.mjs')
  .then(({ exercise }) => exercise(sdk, live, JSON.parse(process.argv[2])))
  .then((saw) => console.log(JSON.stringify(saw)))
