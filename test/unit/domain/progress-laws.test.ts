import fc from 'fast-check'
import { compare, type Decimal } from '../../../server/domain/decimal.js'
import { progressOf, type ProgressStatus, type Standing } from '../../../server/domain/progress.js'
import { always, d, decimals, dividedHalfUp, scaled, smallDecimals, unscaled } from './exact-numbers.js'

const actualOf = ({ actual, accumulates }: Pick<Standing, 'actual' | 'accumulates'>) =>
  actual ?? (accumulates ? d('0') : null)

describe('in any period', () => {
  const orNull = (values: fc.Arbitrary<Decimal>) => fc.option(values, { freq: 8 })
  const numbers = fc.oneof(smallDecimals, decimals)
  const standings: fc.Arbitrary<Standing> = fc.record({
    actual: orNull(numbers),
    target: orNull(numbers),
    direction: fc.constantFrom('INCREASE', 'DECREASE'),
    accumulates: fc.boolean(),
    isOver: fc.boolean(),
    pace: fc.integer({ min: 0, max: 8 }).map((eighths) => ({ share: eighths / 8 })),
  })
  const withTarget = standings.filter(({ target }) => target !== null)

  /** The rule read word by word in millionths, from the forecast that is shown. */
  function naiveStatus(given: Standing, forecast: Decimal | null): ProgressStatus {
    if (given.target === null) return 'NO_TARGET'
    const goal = unscaled(given.target, 6)
    const actual = actualOf(given)
    const now = actual === null ? null : unscaled(actual, 6)
    const isIncrease = given.direction === 'INCREASE'
    if (now !== null && isIncrease && now >= goal) return 'ACHIEVED'
    if (now !== null && !isIncrease && given.isOver && now <= goal) return 'ACHIEVED'
    if (forecast === null) return given.isOver ? 'AT_RISK' : 'ON_TRACK'
    return naiveOutlook(unscaled(forecast, 6), goal, isIncrease)
  }

  function naiveOutlook(end: bigint, goal: bigint, isIncrease: boolean): ProgressStatus {
    if (isIncrease ? end >= goal : end <= goal) return 'ON_TRACK'
    if (goal <= 0n || end <= 0n) return 'AT_RISK'
    const millionths = isIncrease ? (end * 1_000_000n) / goal : (goal * 1_000_000n) / end
    return millionths >= 500_000n ? 'BEHIND' : 'AT_RISK'
  }

  it('the status is what a naive reading of the rule says', () => {
    always([standings], (given) => {
      const { status, forecast } = progressOf(given)
      expect(status).toBe(naiveStatus(given, forecast))
    })
  })

  it('gap and actual make up the target, and attainment is actual / target', () => {
    always([withTarget], ({ target, ...given }) => {
      const actual = actualOf(given)
      const { gap, attainment } = progressOf({ target, ...given })
      if (actual === null || target === null) return expect([gap, attainment]).toEqual([null, null])
      const [now, goal] = [unscaled(actual, 6), unscaled(target, 6)]
      expect(gap).toBe(scaled(given.direction === 'INCREASE' ? goal - now : now - goal, 6))
      expect(attainment).toBe(goal > 0n ? scaled(dividedHalfUp(now * 1_000_000n, goal), 6) : null)
    })
  })

  it('a gap that is not positive and an achieved target are the same, once a period is over', () => {
    always([withTarget], (given) => {
      const { gap, status } = progressOf({ ...given, isOver: true })
      expect(status === 'ACHIEVED').toBe(gap !== null && compare(gap, d('0')) <= 0)
    })
  })

  it('more never makes the status worse where more is better, and never better where less is', () => {
    const order = ['AT_RISK', 'BEHIND', 'ON_TRACK', 'ACHIEVED']
    always([withTarget, numbers, numbers], (given, one, other) => {
      const [less, more] = compare(one, other) <= 0 ? [one, other] : [other, one]
      const rank = (actual: Decimal) => order.indexOf(progressOf({ ...given, actual }).status)
      const [worse, better] = given.direction === 'INCREASE' ? [less, more] : [more, less]
      expect(rank(better)).toBeGreaterThanOrEqual(rank(worse))
    })
  })
})
