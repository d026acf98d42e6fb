import type { Log } from './log.js'

export interface Rhythm {
  /** Between the end of one time and the beginning of the next. */
  readonly everyMs: number
  /** Instead of that, when it failed. */
  readonly afterFaultMs: number
}

/**
 * Does `work` until it is stopped, one time after the other. What fails is logged as `what` and done again later.
 * Stopping waits for what has begun.
 */
export function againAndAgain(
  what: string,
  work: () => Promise<unknown>,
  { everyMs, afterFaultMs, log }: Rhythm & { readonly log: Log },
): { stop(): Promise<void> } {
  let isStopped = false
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const attempt = async () => {
    try {
      await work()
      return everyMs
    } catch (error) {
      log.warn({ reason: String(error) }, `${what} failed`)
      return afterFaultMs
    }
  }
  const run = async () => {
    while (!isStopped) {
      const rest = await attempt()
      if (!isStopped) await pause(rest)
    }
  }
  const running = run()
  return {
    stop: async () => {
      isStopped = true
      wake()
      await running
    },
  }
}
