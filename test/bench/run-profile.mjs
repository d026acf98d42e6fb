import { once } from 'node:events'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ours, ROOT } from './contenders/ours.mjs'
import { load } from './measure/load.mjs'
import { save } from './report/save.mjs'
import { number, table } from './report/table.mjs'

const PROFILER = new URL('./measure/profiler.mjs', import.meta.url).href
const WARM_UP = 5
const SHOWN = 12
/** Nothing to do, waiting for the system, and the profiler itself. */
const NO_WORK = ['(idle)', '(program)', 'dispatch, of Node']

/** What the processor time of our server goes into while one request after another is answered; what is compiled is warm. */
export async function benchProfile(_postgres, dataset, { questions, seconds, saveAs }) {
  const server = await ours.start(dataset, { observer: PROFILER })
  try {
    const profiles = []
    for (const question of questions) profiles.push(await profileOf(server, question, { dataset, seconds }))
    for (const { question, items } of profiles) console.log(`${question}\n${tableOf(items)}\n`)
    save(saveAs, { kind: 'profile', size: dataset.size, seconds, profiles })
  } finally {
    await server.stop()
  }
}

async function profileOf(server, question, { dataset, seconds }) {
  const request = { url: server.url, ...(await ours.request(question, dataset, server)) }
  await load(request, { connections: 1, seconds: WARM_UP })
  await told(server, 'watch')
  const { requests } = await load(request, { connections: 1, seconds })
  return { question: question.name, requests, items: itemsOf(await told(server, 'tell'), requests) }
}

async function told({ child }, message) {
  child.send(message)
  const [answer] = await once(child, 'message')
  return answer
}

/** Functions by the time in them alone, the most expensive first. */
function itemsOf({ nodes, samples, timeDeltas }, requests) {
  const nameById = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const times = new Map()
  samples.forEach((id, index) => {
    const name = nameById.get(id)
    if (!NO_WORK.includes(name)) times.set(name, (times.get(name) ?? 0) + timeDeltas[index] / 1000)
  })
  const all = [...times.values()].reduce((sum, one) => sum + one, 0)
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([name, ms]) => ({ name, share: ms / all, msPerRequest: ms / requests }))
}

/** What is not JavaScript has no line, what graphql-jit has made no file. */
function nameOf({ functionName, url, lineNumber }) {
  if (functionName.startsWith('(')) return functionName
  if (lineNumber < 0) return `${functionName}, of Node`
  const file = url.startsWith('file:') ? relative(ROOT, fileURLToPath(url)) : url || 'made by graphql-jit'
  return `${functionName || '(anonymous)'}, ${file}:${lineNumber + 1}`
}

function tableOf(items) {
  const rows = items.map(({ name, share, msPerRequest }) => [
    ...[name, number(share * 100), number(msPerRequest)],
  ])
  return table([['', '%', 'ms of a request'], ...rows])
}
