import autocannon from 'autocannon'

/**
 * Sends one request again and again over `connections`, for `seconds` and until each connection has had an answer; times
 * are those of each answer, in ms. With `overallRate` no more than so many a second.
 */
export async function load(request, { connections, seconds, overallRate }) {
  const seen = { times: [], failed: 0 }
  const start = performance.now()
  await send(request, { connections, duration: seconds, overallRate }, seen)
  if (seen.times.length < connections) await send(request, { connections, amount: connections }, seen)
  const elapsed = performance.now() - start
  const times = seen.times.sort((a, b) => a - b)
  return {
    requests: times.length,
    failed: seen.failed,
    rps: (times.length / elapsed) * 1_000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

async function send({ url, path, ...request }, howLong, seen) {
  const run = autocannon({ url: url + path, ...request, ...howLong, timeout: 120 })
  run.on('response', (_client, status, _bytes, milliseconds) => {
    seen.times.push(milliseconds)
    if (status !== 200) seen.failed += 1
  })
  const { errors, timeouts } = await run
  seen.failed += errors + timeouts
}

function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
}
