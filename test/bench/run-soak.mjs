import pg from 'pg'
import { ours } from './contenders/ours.mjs'
import { load } from './measure/load.mjs'
import { residentMb } from './measure/processor-time.mjs'
import { QUESTIONS } from './questions.mjs'
import { save } from './report/save.mjs'
import { number, table } from './report/table.mjs'
import { onCopy } from './writes/copy.mjs'
import { throughOurServer } from './writes/writers.mjs'
import { write } from './writes/write.mjs'

const READ = ['team', 'tree', 'progress', 'home', 'teamPage', 'overview']
const STEPS = 12
const READS_PER_SECOND = 5

/**
 * Whether memory stays flat: pages and trees are read and activities written for `seconds`, while what the server holds is
 * read twelve times.
 */
export async function benchSoak(postgres, dataset, { seconds, saveAs }) {
  await onCopy(postgres.url, dataset, async (copy) => {
    const writer = await throughOurServer(copy, await poolOf(copy))
    try {
      const steps = []
      for (let step = 1; step <= STEPS; step += 1) {
        steps.push({
          minutes: (step * seconds) / STEPS / 60,
          ...(await stepOf(writer, copy, seconds / STEPS)),
        })
      }
      console.log(tableOf(steps))
      save(saveAs, { kind: 'soak', size: dataset.size, seconds, steps })
    } finally {
      await writer.stop()
    }
  })
}

async function poolOf({ url, company }) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const idsOf = async (text) => (await client.query(text, [company])).rows.map(({ id }) => id)
  try {
    return {
      types: await idsOf('SELECT id FROM activity_type WHERE company_id = $1'),
      people: await idsOf('SELECT id FROM plain.person WHERE company_id = $1 AND team_id IS NOT NULL'),
      size: 100,
    }
  } finally {
    await client.end()
  }
}

async function stepOf({ server, writeBatch }, dataset, seconds) {
  const readers = READ.map(async (name) => {
    const request = await ours.request(QUESTIONS[name], dataset, server)
    return load({ url: server.url, ...request }, { connections: 1, seconds, overallRate: READS_PER_SECOND })
  })
  const [written, ...read] = await Promise.all([write(writeBatch, { writers: 1, seconds }), ...readers])
  const failed = read.reduce((sum, one) => sum + one.failed, written.refused)
  const requests = read.reduce((sum, one) => sum + one.requests, written.batches)
  return { residentMb: residentMb(server.pid), requests, failed }
}

function tableOf(steps) {
  const rows = steps.map(({ minutes, residentMb: memory, requests, failed }) => [
    ...[number(minutes), memory, requests, failed],
  ])
  return table([['minutes', 'memory MB', 'requests', 'failed'], ...rows])
}
