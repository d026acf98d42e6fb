// npm run bench -- writes [--size M] [--seconds 10] [--rounds 3] [--connections 1,8] [--save name]
import pg from 'pg'
import { machine } from './report/machine.mjs'
import { save } from './report/save.mjs'
import { median, number, table } from './report/table.mjs'
import { besideReads } from './writes/beside-reads.mjs'
import { onCopy } from './writes/copy.mjs'
import { settled } from './writes/settled.mjs'
import { throughOneStatement, throughOurServer } from './writes/writers.mjs'
import { write } from './writes/write.mjs'

const BATCH = 500
const ONE_STATEMENT = 'one statement'

/** Batches through our server and through one statement, in turn; then through our server while others read. */
export async function benchWrites(postgres, dataset, asked) {
  await onCopy(postgres.url, dataset, async (copy) => {
    const client = new pg.Client({ connectionString: copy.url })
    await client.connect()
    await measureWrites(copy, client, asked).finally(() => client.end())
  })
}

async function measureWrites(dataset, client, { rounds, seconds, connections, saveAs }) {
  const pools = await poolsOf(client, dataset)
  const through = {
    ours: await throughOurServer(dataset, pools.company),
    [ONE_STATEMENT]: await throughOneStatement(dataset, pools.company),
    'ours, one hot team': await throughOurServer(dataset, pools.team),
  }
  try {
    const settledAfter = await prepare(through.ours, client, dataset)
    const runs = []
    for (const turn of turns(through, { rounds, seconds, connections })) runs.push(await turn())
    const beside = besideReads(through.ours, dataset, { fastest: fastestOf(runs), seconds })
    for (let round = 1; round <= rounds; round += 1) {
      for (const turn of beside) runs.push({ round, ...(await turn()) })
    }
    const on = await machine(client)
    console.log(tableOf(runs))
    save(saveAs, { kind: 'writes', size: dataset.size, machine: on, batch: BATCH, settledAfter, runs })
  } finally {
    for (const { stop } of Object.values(through)) await stop()
  }
}

function turns(through, { rounds, seconds, connections }) {
  const all = Object.entries(through)
  return Array.from({ length: rounds }, (_, round) =>
    connections.flatMap((writers) =>
      all.map(([name, { writeBatch }]) => async () => ({
        ...{ round: round + 1, name, writers },
        ...(await write(writeBatch, { writers, seconds })),
      })),
    ),
  ).flat()
}

/** Batches a second of the one statement, at its best in this run. */
function fastestOf(runs) {
  return Math.max(...runs.filter(({ name }) => name === ONE_STATEMENT).map(({ perSecond }) => perSecond))
}

async function poolsOf(client, { company, team }) {
  const idsOf = async (text, values) => (await client.query(text, values)).rows.map(({ id }) => id)
  const types = await idsOf('SELECT id FROM activity_type WHERE company_id = $1', [company])
  const people = 'SELECT id FROM plain.person WHERE company_id = $1 AND team_id'
  return {
    company: { types, size: BATCH, people: await idsOf(`${people} IS NOT NULL`, [company]) },
    team: { types, size: BATCH, people: await idsOf(`${people} = $2`, [company, team]) },
  }
}

async function prepare({ writeBatch }, client, { company }) {
  await writeBatch()
  const seconds = await settled(client, company)
  console.error(
    seconds === null ? 'The past is not settled yet.' : `The past was settled in ${seconds.toFixed(0)} s.`,
  )
  return seconds
}

function tableOf(runs) {
  const groups = runs.reduce((map, run) => {
    const key = `${run.name}/${run.writers}`
    return map.set(key, [...(map.get(key) ?? []), run])
  }, new Map())
  const rows = [...groups.values()].map((group) => {
    const of = (figure) => number(median(group.map(figure)))
    const { name, writers } = group[0]
    const reads = group[0].reads ? of(({ reads }) => reads.p99) : '–'
    return [
      name,
      writers ?? 'paced',
      group.reduce((sum, { refused }) => sum + refused, 0),
      of((run) => run.perSecond * BATCH),
      of(({ p50 }) => p50),
      of(({ p99 }) => p99),
      reads,
    ]
  })
  return table([
    ['', 'writers', 'refused', 'activities/s', 'p50 of a batch, ms', 'p99', 'p99 of reads'],
    ...rows,
  ])
}
