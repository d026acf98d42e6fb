import fc from 'fast-check'
import { decimal, type Decimal } from '../../../server/domain/decimal.js'
import {
  addSums,
  valueOf,
  type ActivitySum,
  type Formula,
  type Sums,
} from '../../../server/domain/metric-value.js'
import { always, amounts, d, dividedHalfUp, scaled, unscaled } from './exact-numbers.js'
import { average, count, FORMULAS, ratio, sum } from './formulas.js'

/** What some activities add up to: 3 calls, or 2 deals of 500 in all with the label NEW. */
const logged = (activityTypeId: string, quantity: string, amount = '0', label: string | null = null) => ({
  ...{ activityTypeId, label, quantity: d(quantity), amount: d(amount) },
})

const on = (formula: Formula, sums: Sums) => valueOf(formula, sums, FORMULAS)

describe('the value of a metric', () => {
  const sums = [
    logged('call', '40'),
    logged('call', '10', '0', 'COLD'),
    logged('deal', '3', '1000.10', 'NEW'),
    logged('deal', '1', '0.20', 'RENEWAL'),
  ]

  it('that counts is the sum of the quantities', () => {
    expect(on(count(['call']), sums)).toEqual({ value: '50', numerator: '50', denominator: null })
  })

  it('that counts several types is the sum over them', () => {
    expect(on(count(['call', 'deal']), sums).value).toBe('54')
  })

  it('that sums is the sum of the amounts, to the cent', () => {
    expect(on(sum(['deal']), sums)).toEqual({ value: '1000.3', numerator: '1000.3', denominator: null })
  })

  it('that averages is the amount per quantity', () => {
    expect(on(average(['deal']), sums)).toEqual({ value: '250.075', numerator: '1000.3', denominator: '4' })
  })

  it('that is a ratio is one metric over another', () => {
    expect(on(ratio('WON', 'CALLS'), sums)).toEqual({ value: '0.08', numerator: '4', denominator: '50' })
    expect(on(ratio('REVENUE', 'CALLS'), sums).value).toBe('20.006')
  })

  it('of one label takes only activities with that label; without one it takes all, labelled or not', () => {
    expect(on(sum(['deal'], 'NEW'), sums).value).toBe('1000.1')
    expect(on(count(['call'], 'COLD'), sums).value).toBe('10')
    expect(on(count(['call'], 'NEW'), sums).value).toBe('0')
  })

  it('is 0 for a count or sum of nothing, and unknown for an average or ratio of nothing', () => {
    expect(on(count(['call']), [])).toEqual({ value: '0', numerator: '0', denominator: null })
    expect(on(average(['deal']), [])).toEqual({ value: null, numerator: '0', denominator: '0' })
    expect(on(ratio('WON', 'CALLS'), [logged('deal', '2')])).toEqual({
      ...{ value: null, numerator: '2', denominator: '0' },
    })
  })

  it('is rounded to 6 digits where it is divided, a half away from zero', () => {
    expect(on(average(['deal']), [logged('deal', '3', '2')]).value).toBe('0.666667')
    expect(on(average(['deal']), [logged('deal', '3', '-2')]).value).toBe('-0.666667')
  })

  it('is exact at any size', () => {
    const large = [logged('deal', '1', '100000000000000'), logged('deal', '1', '0.000001', 'NEW')]
    expect(on(sum(['deal']), large).value).toBe('100000000000000.000001')
  })

  it('is not computed for a ratio of what the catalogue does not hold or what does not add up', () => {
    expect(() => on(ratio('WON', 'NOWHERE'), sums)).toThrow(
      new RangeError('NOWHERE cannot be a part of a ratio.'),
    )
    expect(() => on(ratio('HIT_RATE', 'WON'), sums)).toThrow(RangeError)
    expect(() => on(ratio('WON', 'DEAL_SIZE'), sums)).toThrow(RangeError)
  })
})

describe('the sums of a node', () => {
  it('are those of its parts, added up by activity type and label', () => {
    const oslo = [logged('call', '4'), logged('deal', '1', '0.1', 'NEW')]
    const london = [logged('deal', '2', '0.2', 'NEW'), logged('deal', '1', '5')]
    expect(addSums([oslo, london])).toEqual([
      logged('call', '4'),
      logged('deal', '3', '0.3', 'NEW'),
      logged('deal', '1', '5'),
    ])
  })

  it('keep a type and its label apart, whatever is in their names', () => {
    const sums = [
      logged('a', '1', '0', 'b,c'),
      logged('a,b', '1', '0', 'c'),
      logged('a', '1', '0', 'null'),
      logged('a', '1'),
    ]
    expect(addSums([sums])).toEqual(sums)
  })

  it('average over everything below, not over the averages below', () => {
    const oslo = [logged('deal', '1', '100')]
    const london = [logged('deal', '3', '900')]
    expect(on(average(['deal']), oslo).value).toBe('100')
    expect(on(average(['deal']), london).value).toBe('300')
    expect(on(average(['deal']), addSums([oslo, london])).value).toBe('250')
  })

  it('divide everything below by everything below, not the ratios below', () => {
    const oslo = [logged('deal', '1'), logged('call', '2')]
    const london = [logged('deal', '1'), logged('call', '8')]
    expect(on(ratio('WON', 'CALLS'), addSums([oslo, london])).value).toBe('0.2')
  })
})

describe('in any organisation', () => {
  const activitySums: fc.Arbitrary<ActivitySum> = fc.record({
    activityTypeId: fc.constantFrom('call', 'deal', 'other'),
    label: fc.constantFrom(null, 'NEW', 'OLD'),
    quantity: amounts,
    amount: amounts,
  })
  const parts = fc.array(fc.array(activitySums, { maxLength: 6 }), { maxLength: 5 })
  const labels = fc.constantFrom(null, 'NEW')
  const formulas = fc.oneof(
    fc.constantFrom(ratio('REVENUE', 'CALLS'), ratio('WON', 'WON')),
    fc
      .tuple(fc.constantFrom(count, sum, average), fc.subarray(['call', 'deal'], { minLength: 1 }), labels)
      .map(([kind, types, label]) => kind(types, label)),
  )

  /** A second reading of the rule, one logged sum at a time, in millionths. */
  function naively(formula: Formula, sums: Sums): { over: bigint; under: bigint | null } {
    if (formula.kind === 'RATIO') {
      const total = (id: string) => naively(FORMULAS.get(id) ?? formula, sums).over
      return { over: total(formula.numeratorId), under: total(formula.denominatorId) }
    }
    let [quantity, amount] = [0n, 0n]
    for (const each of sums) {
      if (!formula.activityTypeIds.some((id) => id === each.activityTypeId)) continue
      if (formula.label !== null && formula.label !== each.label) continue
      quantity += unscaled(each.quantity, 6)
      amount += unscaled(each.amount, 6)
    }
    if (formula.kind === 'COUNT') return { over: quantity, under: null }
    return { over: amount, under: formula.kind === 'AVERAGE' ? quantity : null }
  }

  const quotient = (over: bigint, under: bigint): Decimal | null =>
    under === 0n ? null : decimal(scaled(dividedHalfUp(over * 1_000_000n, under), 6))

  it('the value of a node is that of the added sums of its parts, and a naive reading agrees', () => {
    always([formulas, parts], (formula, below) => {
      const value = valueOf(formula, addSums(below), FORMULAS)
      const { over, under } = naively(formula, below.flat())
      expect(value).toEqual({
        value: under === null ? scaled(over, 6) : quotient(over, under),
        numerator: scaled(over, 6),
        denominator: under === null ? null : scaled(under, 6),
      })
    })
  })

  it('adding up level by level gives what adding up everything at once gives', () => {
    always([formulas, parts, parts], (formula, sales, service) => {
      const byLevel = addSums([addSums(sales), addSums(service)])
      const atOnce = addSums([...sales, ...service])
      expect(valueOf(formula, byLevel, FORMULAS)).toEqual(valueOf(formula, atOnce, FORMULAS))
    })
  })
})
