// Loaded into a server before its own code (node --expose-gc --import): answers its parent how many bytes are in use, and
// how often garbage was collected.
import { PerformanceObserver } from 'node:perf_hooks'

let collections = 0
new PerformanceObserver((list) => {
  collections += list.getEntries().length
}).observe({ entryTypes: ['gc'] })

process.on('message', (asked) => {
  if (asked === 'collect') globalThis.gc()
  // Observers are told in a later turn.
  setTimeout(() => {
    process.send({ heapUsed: process.memoryUsage().heapUsed, collections })
  }, 50)
})
process.channel?.unref()
