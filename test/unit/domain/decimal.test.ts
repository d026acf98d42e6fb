import fc from 'fast-check'
import {
  add,
  compare,
  decimal,
  decimalOf,
  divide,
  multiply,
  roundTo,
  significant,
  subtract,
  sumOf,
  ZERO,
} from '../../../server/domain/decimal.js'
import { refusal } from '../../support/vocabulary.js'
import { always, d, decimals, dividedHalfUp, scaled, unscaled } from './exact-numbers.js'

describe('a decimal that a caller typed', () => {
  it.each([
    ['as it is', '1234.5', '1234.5'],
    ['without trailing zeros', '1500.500000', '1500.5'],
    ['without a point that nothing follows any more', '1500.000000', '1500'],
    ['with the zeros of a whole number', '1000', '1000'],
    ['without leading zeros', '007.50', '7.5'],
    ['below zero', '-0.25', '-0.25'],
    ['zero has no sign', '-0', '0'],
    ['zero has no digits after the point', '-0.000', '0'],
    ['as small as a millionth', '0.000001', '0.000001'],
    ['as large as 15 digits', '999999999999999.999999', '999999999999999.999999'],
  ])('is kept %s', (_how, typed, kept) => {
    expect(decimalOf(typed, 'amount')).toBe(kept)
  })

  const FORM =
    'amount is not a decimal; expected digits, with a minus before and a point and more digits after if need be, such as -1234.5.'

  it.each([
    ['empty', '', FORM],
    ['a word', 'NaN', FORM],
    ['without limit', 'Infinity', FORM],
    ['written with an exponent', '1e3', FORM],
    ['written with a plus', '+1', FORM],
    ['written with thousands separators', '1,000', FORM],
    ['written with a decimal comma', '1,5', FORM],
    ['surrounded by white space', ' 1 ', FORM],
    ['followed by a line break', '1\n', FORM],
    ['without digits before the point', '.5', FORM],
    ['without digits after the point', '5.', FORM],
    ['hexadecimal', '0x10', FORM],
    ['in digits of another script', '١٢', FORM],
    ['twice negative', '--1', FORM],
    ['too large', '1234567890123456', 'amount has 16 digits before the point; at most 15 are allowed.'],
    ['too fine', '-0.1234567', 'amount has 7 digits after the point; at most 6 are allowed.'],
  ])('is refused when %s', (_why, typed, message) => {
    expect(refusal(() => decimalOf(typed, 'amount'))).toEqual({ code: 'INVALID', path: ['amount'], message })
  })

  it('is refused under the name of the field that held it', () => {
    expect(refusal(() => decimalOf('x', 'quantity'))?.path).toEqual(['quantity'])
  })

  it('is refused in linear time, however long it is', () => {
    expect(refusal(() => decimalOf('1'.repeat(1_000_000), 'amount'))?.message).toBe(
      'amount has 1000000 digits before the point; at most 15 are allowed.',
    )
  })
})

describe('a decimal of the database', () => {
  it('is canonical however many zeros it was stored with, and of any length', () => {
    expect(decimal('1500.000000')).toBe('1500')
    expect(decimal('123456789012345678901234567890.5000')).toBe('123456789012345678901234567890.5')
  })

  it.each(['', 'NaN', '1e3', '1.', ' 1'])('is a fault, not an error of a caller, when it is "%s"', (text) => {
    expect(() => decimal(text)).toThrow(new RangeError('A decimal is digits with at most one point.'))
  })
})

describe('arithmetic', () => {
  it('is exact where floats are not: 0.1 + 0.2 is 0.3, and ten times 0.1 is 1', () => {
    expect(add(d('0.1'), d('0.2'))).toBe('0.3')
    expect(subtract(d('0.3'), d('0.1'))).toBe('0.2')
    expect(sumOf(Array.from({ length: 10 }, () => d('0.1')))).toBe('1')
    expect(multiply(d('1.1'), d('1.1'))).toBe('1.21')
  })

  it('loses nothing beside a large number: 10^14 + 0.000001', () => {
    const sum = add(d('100000000000000'), d('0.000001'))
    expect(sum).toBe('100000000000000.000001')
    expect(subtract(sum, d('100000000000000'))).toBe('0.000001')
  })

  it('never answers with an exponent', () => {
    const largest = d('999999999999999.999999')
    expect(multiply(largest, largest)).toBe('999999999999999999998000000000.000000000001')
    expect(multiply(d('0.000001'), d('0.000001'))).toBe('0.000000000001')
  })

  it('knows no negative zero', () => {
    const answers = [
      multiply(d('-5'), ZERO),
      subtract(d('-1'), d('-1')),
      divide(ZERO, d('-3')),
      divide(d('-0.0000001'), d('1')),
      roundTo(d('-0.4'), 0),
    ]
    expect(answers).toEqual(['0', '0', '0', '0', '0'])
  })

  it('of nothing sums to 0', () => {
    expect(sumOf([])).toBe('0')
  })

  it('compares by size, not by text', () => {
    expect([compare(d('9'), d('10')), compare(d('-9'), d('-10')), compare(d('1.50'), d('1.5'))]).toEqual([
      -1, 1, 0,
    ])
  })
})

describe('a quotient', () => {
  it.each([
    ['1', '3', '0.333333'],
    ['2', '3', '0.666667'],
    ['-2', '3', '-0.666667'],
    ['1', '2000000', '0.000001'],
    ['-1', '2000000', '-0.000001'],
    ['1', '2000001', '0'],
    ['10', '4', '2.5'],
  ])('%s / %s is %s: 6 digits, a half away from zero', (a, b, quotient) => {
    expect(divide(d(a), d(b))).toBe(quotient)
  })

  it('has as many digits as asked for', () => {
    expect([0, 1, 10].map((scale) => divide(d('5'), d('8'), scale))).toEqual(['1', '0.6', '0.625'])
  })

  it('is rounded once: what is a little less than a half is not rounded up to it first', () => {
    expect(divide(d('0.4999999999999999999999999999999'), d('1'), 0)).toBe('0')
  })

  it('by 0 is unknown', () => {
    expect(divide(d('1'), ZERO)).toBeNull()
    expect(divide(ZERO, ZERO)).toBeNull()
  })
})

describe('rounding', () => {
  it('is to a scale or to significant digits, a half away from zero', () => {
    expect([roundTo(d('2.345'), 2), roundTo(d('-2.345'), 2), roundTo(d('7'), 2)]).toEqual([
      '2.35',
      '-2.35',
      '7',
    ])
    expect([significant(d('12345'), 2), significant(d('0.00155'), 2), significant(ZERO, 2)]).toEqual([
      '12000',
      '0.0016',
      '0',
    ])
  })
})

describe('any decimals', () => {
  const CANONICAL = /^(0|-?(?=.*[1-9])(0|[1-9]\d*)(\.\d*[1-9])?)$/

  it('are the same after having been typed, stored and read again', () => {
    always([decimals], (a) => {
      expect(a).toMatch(CANONICAL)
      expect([decimalOf(a, 'amount'), decimal(scaled(unscaled(a, 6), 6))]).toEqual([a, a])
    })
  })

  it('add, subtract, multiply and compare as whole numbers of millionths do', () => {
    always([decimals, decimals], (a, b) => {
      const [inA, inB] = [unscaled(a, 6), unscaled(b, 6)]
      expect(add(a, b)).toBe(scaled(inA + inB, 6))
      expect(subtract(a, b)).toBe(scaled(inA - inB, 6))
      expect(multiply(a, b)).toBe(scaled(inA * inB, 12))
      expect(compare(a, b)).toBe(inA < inB ? -1 : inA > inB ? 1 : 0)
    })
  })

  it('divide as whole numbers do, to any scale', () => {
    always([decimals, decimals, fc.nat({ max: 12 })], (a, b, scale) => {
      const [inA, inB] = [unscaled(a, 6), unscaled(b, 6)]
      const expected = inB === 0n ? null : scaled(dividedHalfUp(inA * 10n ** BigInt(scale), inB), scale)
      expect(divide(a, b, scale)).toBe(expected)
    })
  })

  it('sum to the same in any order', () => {
    always([fc.array(decimals)], (values) => {
      const expected = values.reduce((sum, value) => sum + unscaled(value, 6), 0n)
      expect(sumOf(values)).toBe(scaled(expected, 6))
      expect(sumOf([...values].reverse())).toBe(sumOf(values))
    })
  })
})
