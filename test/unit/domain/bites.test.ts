import fc from 'fast-check'
import { assertFew, bitesOf } from '../../../server/domain/bites.js'
import { refusalOf } from '../../support/refusal.js'

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 0, 1, hour, minute))
const hours = (...counts: readonly number[]) =>
  counts.flatMap((count, hour) => (count === 0 ? [] : [{ hour: at(hour), count }]))

describe('what was recorded since an instant', () => {
  it('is taken at once when it is little; when there is nothing, not at all', () => {
    expect(bitesOf(hours(1, 2, 3), at(0, 30), 6)).toEqual([{ from: at(0, 30), to: null }])
    expect(bitesOf([], at(0, 30), 6)).toEqual([])
  })

  it('is taken in stretches of whole hours, and an hour of too much by itself', () => {
    expect(bitesOf(hours(4, 0, 3, 9, 1, 1), at(0, 30), 6)).toEqual([
      { from: at(0, 30), to: at(2) },
      { from: at(2), to: at(3) },
      { from: at(3), to: at(4) },
      { from: at(4), to: null },
    ])
  })

  it('is each in one stretch and no more, and none holds too much that could be parted', () => {
    const law = fc.property(
      fc.array(fc.nat({ max: 9 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      (counts, size) => {
        const known = hours(...counts)
        const bites = bitesOf(known, at(0), size)
        const held = bites.map(({ from, to }) =>
          known.filter(({ hour }) => hour >= from && (to === null || hour < to)),
        )
        expect(held.flat()).toEqual(known)
        for (const within of held) {
          const count = within.reduce((sum, one) => sum + one.count, 0)
          expect(count <= size || within.length === 1).toBe(true)
        }
      },
    )
    fc.assert(law)
  })

  it('is too much above the limit, and that is said with what to do', () => {
    expect(() => assertFew(hours(400, 0, 600), 1_000)).not.toThrow()
    expect(refusalOf(() => assertFew(hours(400, 0, 601), 1_000))).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      path: ['effectiveAt'],
      message:
        'About 1001 activities recorded since would have to be credited anew; at most 1000 are at once. Choose a later date, or change less at once.',
    })
  })
})
