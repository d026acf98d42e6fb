import {
  inSlices,
  isInSlices,
  workAtOnce,
  workInSlices,
} from '../../server/platform/graphql/execution/slices.js'

const MS = 3
const ctx = {}
workInSlices(ctx)

/** Holds the event loop for a while, as work does. */
function hold(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

describe('work in slices', () => {
  it('is done at once as long as little of it has been done', () => {
    expect(inSlices(ctx, () => 7)).toBe(7)
  })

  it('is done at once, however much it is, where nobody allowed to put it off', () => {
    const works = Array.from({ length: 10 }, (_, index) => inSlices({}, () => (hold(MS), index)))
    expect(works).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('is done at once by whoever is run another way', () => {
    const other = {}
    workInSlices(other)
    expect(isInSlices(other)).toBe(true)
    workAtOnce(other)
    expect(isInSlices(other)).toBe(false)
  })

  it('lets others in between, and all of it is answered', async () => {
    let turns = 0
    const counting = setInterval(() => turns++, 0)
    const works = Array.from(
      { length: 40 },
      (_, index) => async () =>
        inSlices(ctx, () => {
          hold(MS)
          return index
        }),
    )
    const answers = await Promise.all(works.map((work) => work()))
    clearInterval(counting)
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => index))
    expect(turns).toBeGreaterThan(1)
  })

  it('lets a small request go before what is left of a large one', async () => {
    const done: string[] = []
    const large = Array.from({ length: 20 }, () =>
      Promise.resolve(inSlices(ctx, () => hold(MS))).then(() => done.push('large')),
    )
    const small = Promise.resolve(inSlices(ctx, () => undefined)).then(() => done.push('small'))
    await Promise.all([...large, small])
    expect(done.indexOf('small')).toBeLessThan(done.length - 1)
  })

  it('fails where the work fails, now or later', async () => {
    const fail = () =>
      inSlices(ctx, () => {
        throw new RangeError('no')
      })
    const later = async () => fail()
    hold(1)
    const outcomes = await Promise.allSettled(Array.from({ length: 3 }, later))
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
