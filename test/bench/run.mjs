// npm run bench -- [reads|writes|held|profile|growth|soak] [--size S|M|L] [--quick] [--save name]
//   [--questions tree,team] [--contenders ours,a,b] [--connections 1,8,32] [--rounds 3] [--seconds 8]
//   [--series companies,manyActivities]
import { parseArgs } from 'node:util'
import { CONTENDERS, QUICK } from './contenders/all.mjs'
import { buildDataset } from './dataset/build-dataset.mjs'
import { findPostgres } from './dataset/find-postgres.mjs'
import { sizeNamed } from './dataset/sizes.mjs'
import { SERIES } from './growth/companies.mjs'
import { COMPARED, QUESTIONS } from './questions.mjs'
import { benchGrowth } from './run-growth.mjs'
import { benchHeld } from './run-held.mjs'
import { benchProfile } from './run-profile.mjs'
import { benchReads } from './run-reads.mjs'
import { benchSoak } from './run-soak.mjs'
import { benchWrites } from './run-writes.mjs'

const BENCHMARKS = {
  reads: benchReads,
  writes: benchWrites,
  held: benchHeld,
  profile: benchProfile,
  growth: benchGrowth,
  soak: benchSoak,
}

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: 'M' },
    questions: { type: 'string' },
    contenders: { type: 'string' },
    connections: { type: 'string' },
    series: { type: 'string' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    quick: { type: 'boolean', default: false },
    save: { type: 'string' },
  },
})

const usual = given.quick
  ? { contenders: QUICK, questions: COMPARED, connections: '1,8', rounds: '1', seconds: '1' }
  : {
      ...{ contenders: Object.keys(CONTENDERS), questions: Object.keys(QUESTIONS) },
      ...{ connections: '1,8,32', rounds: '3', seconds: '8' },
    }
const series = Object.keys(SERIES).filter((name) => !SERIES[name].takesLong)
const asked = { ...usual, series, ...given }
const plan = {
  contenders: named(CONTENDERS, asked.contenders),
  questions: named(QUESTIONS, asked.questions),
  series: named(SERIES, asked.series),
  connections: asked.connections.split(',').map(Number),
  rounds: Number(asked.rounds),
  seconds: Number(asked.seconds),
  saveAs: asked.save,
}
const [{ run }] = named(
  Object.fromEntries(Object.entries(BENCHMARKS).map(([name, benchmark]) => [name, { run: benchmark }])),
  positionals[0] ?? 'reads',
)

const postgres = await findPostgres()
try {
  const dataset = run === benchGrowth ? undefined : await buildDataset(postgres.url, sizeNamed(asked.size))
  await run(postgres, dataset, plan)
} finally {
  await postgres.stop()
}

/** Those of `all` that a list names, separated by commas. */
function named(all, list) {
  return String(list)
    .split(',')
    .map((key) => {
      if (!all[key]) throw new Error(`Expected some of ${Object.keys(all).join(', ')}, got "${key}"`)
      return { key, name: key, ...all[key] }
    })
}
