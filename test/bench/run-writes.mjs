// npm run bench -- writes [--size M] [--seconds 10] [--rounds 3] [--writers 1,8] [--save name]
import pg from 'pg'
import { ours } from './contenders/ours.mjs'
import { load } from './measure/load.mjs'
import { machine } from './report/machine.mjs'
import { save } from './report/save.mjs'
import { median, number, table } from './report/table.mjs'
import { QUESTIONS } from './questions.mjs'
import { onCopy } from './writes/copy.mjs'
import { settled } from './writes/settled.mjs'
import { throughOneStatement, throughOurServer } from './writes/writers.mjs'
import { write } from './writes/write.mjs'

const BATCH = 500
const READS_PER_SECOND = 200

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
    'one statement': await throughOneStatement(dataset, pools.company),
    'ours, one hot team': await throughOurServer(dataset, pools.team),
  }
  try {
    const settledAfter = await prepare(through.ours, client, dataset)
    const runs = []
    for (const turn of turns(through, { rounds, seconds, connections })) runs.push(await turn())
    runs.push(...(await inTurn(rounds, (round) => whileRead(through.ours, dataset, { round, seconds }))))
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

async function inTurn(rounds, work) {
  const results = []
  for (let round = 1; round <= rounds; round += 1) results.push(await work(round))
  return results
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

/** Eight writers, and so many reads of one team a second by others. */
async function whileRead({ server, writeBatch }, dataset, { round, seconds }) {
  const request = { url: server.url, ...(await ours.request(QUESTIONS.team, dataset, server)) }
  const [written, reads] = await Promise.all([
    write(writeBatch, { writers: 8, seconds }),
    load(request, { connections: 16, seconds, overallRate: READS_PER_SECOND }),
  ])
  return { round, name: `ours, beside ${READS_PER_SECOND} reads/s`, writers: 8, ...written, reads }
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
      writers,
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
