import type { Log } from './log.js'

export interface Rhythm {
  /** Between the end of one time and the beginning of the next; longer after one that took long. */
  readonly everyMs: number
  /** Instead of that, when it failed. */
  readonly afterFaultMs: number
}

/** What takes longer than a moment takes a tenth of the time at the most: the rest is for those who ask. */
const RESTS = 9
/** However long it took, since it may have been a backlog: so many times `everyMs`. */
const MOST_RESTS = 8

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
    const began = performance.now()
    try {
      await work()
      return restAfter(performance.now() - began, everyMs)
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

export function restAfter(tookMs: number, everyMs: number): number {
  return Math.min(Math.max(everyMs, RESTS * tookMs), MOST_RESTS * everyMs)
}
