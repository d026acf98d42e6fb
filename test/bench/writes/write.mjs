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
  const elapsed = performance.now() - start
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
  const refused = { refused: refusals.length, firstRefusal: refusals[0] }
  return {
    batches: times.length,
    ...refused,
    perSecond: (times.length / elapsed) * 1_000,
    p50: at(0.5),
    p99: at(0.99),
  }
}
