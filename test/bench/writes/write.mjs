import { setTimeout } from 'node:timers/promises'

/**
 * Every writer writes batch after batch for `seconds`; answers how many a second, how long a batch took, and how many were
 * refused, which count for nothing.
 */
export async function write(writeBatch, { writers, seconds }) {
  const end = performance.now() + seconds * 1_000
  const times = []
  const refusals = []
  const start = performance.now()
  const writer = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      const refusal = await writeBatch().catch((error) => error)
      if (refusal) refusals.push(refusal.message)
      else times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return figures(times, refusals, performance.now() - start)
}

/**
 * Sends `perSecond` batches a second, each at its time whether or not those before it are answered; how long a batch took
 * counts from the time it was to be sent, so that waiting behind others is in it.
 */
export async function writePaced(writeBatch, { perSecond, seconds }) {
  const times = []
  const refusals = []
  const start = performance.now()
  const send = async (_, index) => {
    const due = start + (index / perSecond) * 1_000
    await setTimeout(due - performance.now())
    const refusal = await writeBatch().catch((error) => error)
    if (refusal) refusals.push(refusal.message)
    else times.push(performance.now() - due)
  }
  await Promise.all(Array.from({ length: Math.ceil(perSecond * seconds) }, send))
  return figures(times, refusals, performance.now() - start)
}

function figures(times, refusals, elapsed) {
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  return {
    batches: times.length,
    ...{ refused: refusals.length, firstRefusal: refusals[0] },
    perSecond: (times.length / elapsed) * 1_000,
    p50: at(0.5),
    p99: at(0.99),
  }
}
