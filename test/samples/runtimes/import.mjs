import * as sdk from '@keymetrics/sdk'
import * as live from '@keymetrics/sdk/live'
import { exercise } from './exercise.mjs'

console.log(JSON.stringify(await exercise(sdk, live, JSON.parse(process.argv[2]))))
