import fc from 'fast-check'
import { sumOf, type Decimal } from '../../../server/domain/decimal.js'
import {
  addSums,
  metricValue,
  valueOf,
  type Formula,
  type Sums,
} from '../../../server/domain/metric-value.js'
import { partsOf } from '../../../server/domain/value-parts.js'
import { always, d, decimals, unscaled } from './exact-numbers.js'

const total = (numerator: string) => metricValue(d(numerator), null)
const quotient = (numerator: string, denominator: string) => metricValue(d(numerator), d(denominator))
const parts = (whole: ReturnType<typeof total>, sources: Record<string, ReturnType<typeof total>>) =>
  partsOf(whole, new Map(Object.entries(sources)))

describe('a number is made of', () => {
  it('what each node below it, or each person of a team, adds to it: the most first', () => {
    expect(parts(total('200'), { LONDON: total('50'), OSLO: total('150') })).toEqual([
      { id: 'OSLO', value: '150', numerator: '150', denominator: null, share: '0.75', weight: null },
      { id: 'LONDON', value: '50', numerator: '50', denominator: null, share: '0.25', weight: null },
    ])
  })

  it('and last, of what none of them accounts for: people without a team, or the node itself', () => {
    expect(parts(total('200'), { OSLO: total('60'), LONDON: total('40') }).at(-1)).toEqual({
      ...{ id: null, value: '100', numerator: '100', denominator: null, share: '0.5', weight: null },
    })
  })

  it('that rest alone where nothing is below', () => {
    expect(parts(total('7'), {})).toMatchObject([{ id: null, value: '7', share: '1' }])
  })

  it('a rest below 0 where something was taken back without naming anybody', () => {
    expect(parts(total('90'), { OSLO: total('100') })).toMatchObject([
      { id: 'OSLO', value: '100', share: '1.111111' },
      { id: null, value: '-10', share: '-0.111111' },
    ])
  })

  it('nothing more where everything is accounted for, to the last decimal', () => {
    const sources = { OSLO: total('0.1'), LONDON: total('0.2') }
    expect(parts(total('0.3'), sources).map(({ id }) => id)).toEqual(['LONDON', 'OSLO'])
    expect(parts(total('100000000000000.000001'), { OSLO: total('100000000000000') }).at(-1)?.value).toBe(
      '0.000001',
    )
  })

  it('parts without a value too, so that nobody is missing; those alike in order of id', () => {
    const sources = { B: total('0'), C: total('9'), A: total('0'), D: total('-1') }
    expect(parts(total('8'), sources).map(({ id }) => id)).toEqual(['C', 'A', 'B', 'D'])
  })

  it('parts without shares where the whole is 0', () => {
    const shares = parts(total('0'), { OSLO: total('5'), LONDON: total('-5') }).map(({ share }) => share)
    expect(shares).toEqual([null, null])
  })
})

describe('an average or ratio is made of', () => {
  it('parts whose share of the numerator may differ from their weight: above it they raise the number', () => {
    const whole = quotient('1000', '4')
    expect(parts(whole, { OSLO: quotient('100', '1'), LONDON: quotient('900', '3') })).toEqual([
      { id: 'LONDON', value: '300', numerator: '900', denominator: '3', share: '0.9', weight: '0.75' },
      { id: 'OSLO', value: '100', numerator: '100', denominator: '1', share: '0.1', weight: '0.25' },
    ])
  })

  it('a rest that only adds to the denominator, too: it lowers the number', () => {
    expect(parts(quotient('2', '10'), { OSLO: quotient('2', '4') }).at(-1)).toEqual({
      ...{ id: null, value: '0', numerator: '0', denominator: '6', share: '0', weight: '0.6' },
    })
  })

  it('parts whose own value is unknown', () => {
    expect(parts(quotient('2', '4'), { OSLO: quotient('2', '0') })[0]).toMatchObject({
      ...{ id: 'OSLO', value: null, share: '1', weight: '0' },
    })
  })
})

describe('any number', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e']
  const pairs = fc.tuple(decimals, decimals)
  const subsets = fc
    .subarray(IDS)
    .chain((ids) => fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), pairs))))

  const sumTo = (values: readonly Decimal[], whole: Decimal) => {
    expect(sumOf(values)).toBe(whole)
    expect(values.reduce((sum, value) => sum + unscaled(value, 6), 0n)).toBe(unscaled(whole, 6))
  }

  it('that counts or sums is the sum of its parts', () => {
    always([decimals, subsets], (whole, below) => {
      const sources = new Map(below.map(([id, [numerator]]) => [id, metricValue(numerator, null)]))
      const parts = partsOf(metricValue(whole, null), sources)
      sumTo(
        parts.map(({ numerator }) => numerator),
        whole,
      )
      expect(parts.map(({ value }) => value)).toEqual(parts.map(({ numerator }) => numerator))
    })
  })

  it('that is divided has the sums of the numerators and of the denominators of its parts', () => {
    always([pairs, subsets], ([numerator, denominator], below) => {
      const sources = new Map(below.map(([id, pair]) => [id, metricValue(...pair)]))
      const parts = partsOf(metricValue(numerator, denominator), sources)
      sumTo(
        parts.map((part) => part.numerator),
        numerator,
      )
      sumTo(
        parts.map((part) => part.denominator ?? d('-1')),
        denominator,
      )
    })
  })

  it('names every node or person below once, the larger before the smaller, the rest last', () => {
    always([decimals, subsets], (whole, below) => {
      const sources = new Map(below.map(([id, [numerator]]) => [id, metricValue(numerator, null)]))
      const parts = partsOf(metricValue(whole, null), sources)
      const named = parts.filter(({ id }) => id !== null)
      expect(named.map(({ id }) => id).sort()).toEqual([...sources.keys()])
      expect(parts.findIndex(({ id }) => id === null)).toBe(parts.length > named.length ? named.length : -1)
      const sizes = named.map(({ numerator }) => unscaled(numerator, 6))
      expect(sizes).toEqual([...sizes].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)))
    })
  })

  it('of a node whose activities are all credited below it has no rest', () => {
    const sums = fc
      .tuple(decimals, decimals)
      .map(([quantity, amount]): Sums => [{ activityTypeId: 'deal', label: null, quantity, amount }])
    const formulas = fc
      .constantFrom<('COUNT' | 'SUM' | 'AVERAGE')[]>('COUNT', 'SUM', 'AVERAGE')
      .map((kind): Formula => ({ kind, activityTypeIds: ['deal'], label: null }))
    always([formulas, fc.array(sums, { maxLength: 5 })], (formula, below) => {
      const whole = valueOf(formula, addSums(below), new Map())
      const sources = new Map(below.map((each, index) => [`n${index}`, valueOf(formula, each, new Map())]))
      expect(partsOf(whole, sources)).toHaveLength(below.length)
    })
  })
})
