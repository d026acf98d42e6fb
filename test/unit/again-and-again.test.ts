import { againAndAgain, restAfter } from '../../server/platform/again-and-again.js'
import { createLog } from '../../server/platform/log.js'

let logged: unknown[] = []
beforeEach(() => void (logged = []))

const log = createLog('info', { write: (line) => void logged.push(JSON.parse(line)) })
const soon = { everyMs: 1, afterFaultMs: 1, log }
const HOUR = 3_600_000

/** A work that counts how often it was done, and how often at the same time. */
function counted(perform: (time: number) => Promise<unknown> = async () => {}) {
  const seen = { times: 0, atOnce: 0 }
  let running = 0
  const work = async () => {
    seen.atOnce = Math.max(seen.atOnce, ++running)
    await perform(++seen.times).finally(() => running--)
  }
  return { seen, work }
}

/** Waits for it, and no longer than 2 s. */
const until = async (isSo: () => boolean) => {
  for (const late = Date.now() + 2_000; !isSo() && Date.now() < late;)
    await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('work that is done again and again', () => {
  it('is done one time after the other, until it is stopped', async () => {
    const { seen, work } = counted(() => new Promise((resolve) => setTimeout(resolve, 5)))
    const { stop } = againAndAgain('working', work, soon)
    await until(() => seen.times >= 3)
    await stop()
    const { times } = seen
    expect(times).toBeGreaterThanOrEqual(3)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen).toEqual({ times, atOnce: 1 })
  })

  it('is done again after it failed, in a time of its own, and each failure is logged as a warning', async () => {
    const { seen, work } = counted(async (time) => {
      if (time < 3) throw new Error('not yet')
    })
    const { stop } = againAndAgain('working', work, { ...soon, everyMs: HOUR })
    await until(() => seen.times >= 3)
    await stop()
    expect(seen.times).toBe(3)
    const warning = { level: 40, msg: 'working failed', reason: 'Error: not yet' }
    expect(logged).toEqual([expect.objectContaining(warning), expect.objectContaining(warning)])
  })

  it('that failed rests as long as that takes, however soon it is done otherwise', async () => {
    const { seen, work } = counted(async () => {
      throw new Error('never')
    })
    const { stop } = againAndAgain('working', work, { ...soon, afterFaultMs: HOUR })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await stop()
    expect(seen.times).toBe(1)
  })

  it.each([
    ['a moment', 10, 250],
    ['longer', 100, 900],
    ['very long', 60_000, 2_000],
  ])('that took %s rests accordingly', (_, tookMs, restMs) => {
    expect(restAfter(tookMs, 250)).toBe(restMs)
  })

  it('is finished before it is stopped, and the rest between two times is cut short', async () => {
    let isDone = false
    let begun = () => {}
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const { work } = counted(async () => {
      begun()
      await new Promise((resolve) => setTimeout(resolve, 20))
      isDone = true
    })
    const { stop } = againAndAgain('working', work, { ...soon, everyMs: HOUR })
    await hasBegun
    await stop()
    expect(isDone).toBe(true)
  })
})
