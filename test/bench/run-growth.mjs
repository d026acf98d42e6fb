import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { check } from './check.mjs'
import { ours } from './contenders/ours.mjs'
import { buildDataset } from './dataset/build-dataset.mjs'
import { datasetsOf } from './growth/companies.mjs'
import { plot } from './growth/plot.mjs'
import { measure } from './measure/measure.mjs'
import { QUESTIONS } from './questions.mjs'
import { machine } from './report/machine.mjs'
import { medianRun } from './report/reads.mjs'
import { save } from './report/save.mjs'
import { number, table } from './report/table.mjs'

/** What a request costs against the size of what it is asked of: statements, processor time and the size of the answer. */
export async function benchGrowth(postgres, _dataset, { series, rounds, seconds, saveAs }) {
  for (const one of series) {
    const parts = []
    for (const { dataset, steps } of datasetsOf(one)) {
      parts.push(await measured(postgres, dataset, { ...one, steps, rounds, seconds }))
    }
    const points = parts.flatMap((part) => part.points)
    console.log(`${one.title}\n${tableOf(points)}\n`)
    if (saveAs) keep(`${saveAs}-${one.name}`, one, { machine: parts.at(-1).on, points })
  }
}

/** The steps of a series that are in one data set, all asked of the same process. */
async function measured(postgres, dataset, asked) {
  const built = await buildDataset(postgres.url, dataset)
  const client = new pg.Client({ connectionString: built.url })
  await client.connect()
  const server = await ours.start(built)
  try {
    const points = await pointsOf(asked, { built, client, server })
    return { on: await machine(client), points }
  } finally {
    await server.stop()
    await client.end()
  }
}

async function pointsOf({ question: name, steps, rounds, seconds }, { built, client, server }) {
  const question = { ...QUESTIONS[name], name }
  const points = []
  for (const { size, address } of steps) {
    const dataset = { ...built, ...address }
    const [{ statements, bytes }] = await check([{ key: 'ours', ...ours }], [question], dataset)
    const runs = []
    for (let round = 1; round <= rounds; round += 1) {
      runs.push(await measure(ours, server, question, { dataset, client, connections: 1, seconds }))
    }
    points.push({ size, statements, bytes, ...medianRun(runs) })
  }
  return points
}

function tableOf(points) {
  const rows = points.map(({ size, statements, bytes, p50, cpuMs, databaseCpuMs }) => [
    ...[size, statements, bytes, number(p50), number(cpuMs), number(databaseCpuMs)],
  ])
  return table([['size', 'SQL', 'bytes', 'p50 ms', 'CPU ms', 'CPU ms of PostgreSQL'], ...rows])
}

function keep(name, { title }, { machine: on, points }) {
  save(name, { kind: 'growth', title, machine: on, points })
  const cpu = points.map(({ size, cpuMs, databaseCpuMs }) => [size, Math.max(0.01, cpuMs + databaseCpuMs)])
  const kilobytes = points.map(({ size, bytes }) => [size, bytes / 1_000])
  const lines = [
    { name: 'CPU of a request, ms', points: cpu },
    { name: 'its answer, kB', points: kilobytes },
  ]
  writeFileSync(new URL(`results/${name}.svg`, import.meta.url), plot({ title, unit: 'ms and kB', lines }))
}
