import { decimal } from '../../../server/domain/decimal.js'
import { assertRaise, raised } from '../../../server/domain/target.js'

const by = (amount: string, percent: string, decimals = 2) =>
  raised(decimal(amount), { percent: decimal(percent), decimals })

it.each([
  ['100', '10', 2, '110'],
  ['100.33', '10', 2, '110.36'],
  ['5', '10', 0, '6'],
  ['-5', '10', 0, '-6'],
  ['0.1', '0.000001', 6, '0.1'],
  ['1', '0.0001', 6, '1.000001'],
  ['3', '33.333333', 6, '4'],
  ['100', '-100', 2, '0'],
  ['7', '1000', 2, '77'],
  ['999999999999999', '0', 6, '999999999999999'],
])('%s and %s percent, rounded to %i digits, are %s', (amount, percent, decimals, expected) => {
  expect(by(amount, percent, decimals)).toBe(expected)
})

it.each([
  ['-100.000001', 2, 'changePercent is -100.000001; expected -100 to 1000, such as 10 for a tenth more.'],
  ['1000.1', 2, 'changePercent is 1000.1; expected -100 to 1000, such as 10 for a tenth more.'],
  ['10', 7, 'decimals is 7; expected 0 to 6.'],
  ['10', -1, 'decimals is -1; expected 0 to 6.'],
  ['10', 1.5, 'decimals is 1.5; expected 0 to 6.'],
])('a raise of %s percent to %d digits is refused', (percent, decimals, message) => {
  expect(() => assertRaise({ percent: decimal(percent), decimals })).toThrow(message)
})
