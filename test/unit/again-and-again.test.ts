import { againAndAgain, restAfter } from '../../server/platform/again-and-again.js'
import { createLog } from '../../server/platform/log.js'

const log = createLog('silent')
const soon = { everyMs: 1, afterFaultMs: 1, log }

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

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1))
}

describe('work that is done again and again', () => {
  it('is done one time after the other, until it is stopped', async () => {
    const { seen, work } = counted(() => new Promise((resolve) => setTimeout(resolve, 5)))
    const { stop } = againAndAgain('working', work, soon)
    await until(() => seen.times >= 3)
    await stop()
    const { times } = seen
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(seen).toEqual({ times, atOnce: 1 })
  })

  it('is done again after it failed', async () => {
    const { seen, work } = counted(async (time) => {
      if (time < 3) throw new Error('not yet')
    })
    const { stop } = againAndAgain('working', work, soon)
    await until(() => seen.times >= 3)
    await stop()
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
    const { stop } = againAndAgain('working', work, { ...soon, everyMs: 3_600_000 })
    await hasBegun
    await stop()
    expect(isDone).toBe(true)
  })
})
