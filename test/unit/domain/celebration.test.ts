import { isCelebrated, settlementOf } from '../../../server/domain/celebration.js'
import type { Standing } from '../../../server/domain/progress.js'
import { d } from './exact-numbers.js'

/** A sum that should increase, in a period that is running, unless told otherwise. */
const celebrated = (actual: string | null, target: string | null, given: Partial<Standing> = {}) =>
  isCelebrated({
    ...{ actual: actual === null ? null : d(actual), target: target === null ? null : d(target) },
    ...{ direction: 'INCREASE', accumulates: true, isOver: false, pace: { share: 0.5 } },
    ...given,
  })

const OVER: Partial<Standing> = { isOver: true }
const LIMIT: Partial<Standing> = { direction: 'DECREASE' }
const AVERAGE: Partial<Standing> = { accumulates: false }

describe('a target is celebrated', () => {
  it('as soon as what accumulates has reached it, to the millionth', () => {
    expect(celebrated('9.999999', '10')).toBe(false)
    expect(celebrated('10', '10')).toBe(true)
    expect(celebrated('10', '10', OVER)).toBe(true)
  })

  it('when the period is over, if it can be lost again until then', () => {
    for (const given of [AVERAGE, LIMIT, { ...AVERAGE, ...LIMIT }]) {
      expect(celebrated('10', '10', given)).toBe(false)
      expect(celebrated('10', '10', { ...given, ...OVER })).toBe(true)
    }
    expect(celebrated('9', '10', { ...AVERAGE, ...OVER })).toBe(false)
    expect(celebrated('11', '10', { ...LIMIT, ...OVER })).toBe(false)
  })

  it('when the period is over, if nobody had to do anything for it', () => {
    for (const target of ['0', '-5']) {
      expect(celebrated(null, target)).toBe(false)
      expect(celebrated(null, target, OVER)).toBe(true)
    }
    expect(celebrated('-6', '-5', OVER)).toBe(false)
  })

  it('never without a target, or an average of nothing', () => {
    expect(celebrated('10', null, OVER)).toBe(false)
    expect(celebrated(null, '0', { ...AVERAGE, ...OVER })).toBe(false)
  })
})

describe('to settle', () => {
  const of = (...places: string[]) => places.map((place) => ({ place }))

  it('is to make what is reached and not celebrated, and to withdraw what is celebrated and not reached', () => {
    expect(settlementOf(of('a', 'b'), of('b', 'c'))).toEqual({ made: of('c'), withdrawn: of('a') })
  })

  it('again changes nothing', () => {
    expect(settlementOf(of('b', 'c'), of('b', 'c'))).toEqual({ made: [], withdrawn: [] })
  })
})
