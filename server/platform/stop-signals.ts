import closeWithGrace from 'close-with-grace'
import { print } from './terminal.js'

const GRACE_MS = 15_000
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
// Ctrl-C reaches the whole process group, and npm passes on what it got: one key press arrives here twice.
const SAME_SIGNAL_MS = 1_000

/**
 * Ends the process in good order on the first signal or fault; at once on a second signal, or when that takes too long
 * beyond the delay that is meant.
 */
export function stopOnSignal(stop: () => Promise<void>, delaySeconds: number): void {
  const grace = closeWithGrace(
    { delay: GRACE_MS + delaySeconds * 1_000, logger: { error: print }, skip: [...SIGNALS] },
    async ({ err }) => {
      if (err) print(`Stopping after a fault: ${err.stack ?? err.message}`)
      await stop()
      print('Stopped. The data is kept.')
    },
  )
  let stoppingSince: number | null = null
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stoppingSince !== null && Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(1)
      if (stoppingSince !== null) return
      stoppingSince = Date.now()
      print(`Stopping (${signal}) …`)
      void grace.close()
    })
  }
}
