// Loaded into a server before its own code (node --import): answers its parent how long its event loop was held.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION = 1
const delays = monitorEventLoopDelay({ resolution: RESOLUTION })

/** A timer that is due after RESOLUTION and comes later was kept waiting by so much. */
const held = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION)

process.on('message', (asked) => {
  if (asked === 'watch event loop') {
    delays.reset()
    delays.enable()
    return process.send('watching')
  }
  delays.disable()
  process.send({ max: held(delays.max), p99: held(delays.percentile(99)) })
})
process.channel?.unref()
