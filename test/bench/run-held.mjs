import { once } from 'node:events'
import { ask } from './answers.mjs'
import { ours } from './contenders/ours.mjs'
import { forgetPeak, peakMb } from './measure/processor-time.mjs'
import { save } from './report/save.mjs'
import { number, table } from './report/table.mjs'

/** For how long one request holds the event loop of our server, the first of its process and later ones; and its memory. */
export async function benchHeld(_postgres, dataset, { questions, rounds, saveAs }) {
  const server = await ours.start(dataset)
  try {
    const runs = []
    for (const turn of questions.flatMap((question) => Array(rounds + 1).fill(question))) {
      if (server.child.connected) runs.push({ question: turn.name, ...(await held(server, turn, dataset)) })
    }
    console.log(tableOf(runs))
    save(saveAs, { kind: 'held', size: dataset.size, runs })
  } finally {
    await server.stop()
  }
}

async function held(server, question, dataset) {
  const request = await ours.request(question, dataset, server)
  forgetPeak(server.pid)
  await answerTo(server, 'watch event loop')
  const asked = await ask(ours, server, question, request).catch(({ message }) => ({ refusal: message }))
  const told = await answerTo(server, 'tell')
  if (told === null) return { refusal: 'the server ended, see what it said above' }
  const { milliseconds, bytes, refusal } = asked
  return { milliseconds, bytes, refusal, heldMs: told.max, heldP99Ms: told.p99, peakMb: peakMb(server.pid) }
}

/** Null when the process has ended over what it was asked. */
async function answerTo({ child }, message) {
  if (!child.connected) return null
  child.send(message)
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [null])])
  return answer
}

function tableOf(runs) {
  const rows = runs.map(({ question, milliseconds, bytes, heldMs, peakMb: peak, refusal }) => [
    `${question}${refusal ? ` (${refusal.slice(0, 80)})` : ''}`,
    ...[number(milliseconds), bytes ?? '–', number(heldMs), peak ?? '–'],
  ])
  return table([['', 'ms', 'bytes', 'event loop held at most, ms', 'peak MB'], ...rows])
}
