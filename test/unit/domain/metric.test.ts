import {
  assertMetricKey,
  DEFAULT_FREQUENCY,
  FREQUENCIES,
  KEY_METRIC_KINDS,
} from '../../../server/domain/metric.js'
import { refusal } from '../../support/vocabulary.js'

const refused = (key: string) => refusal(() => assertMetricKey(key))

describe('a metric key', () => {
  it.each(['R', 'REV', 'WON_REVENUE', 'Q1_2', 'A'.repeat(40)])('may be %s', (key) => {
    expect(refused(key)).toBeNull()
  })

  it.each([
    ['empty', ''],
    ['in lower case', 'rev'],
    ['beginning with a digit', '1REV'],
    ['beginning with _', '_REV'],
    ['with a space', 'WON REVENUE'],
    ['with a hyphen', 'WON-REVENUE'],
    ['with a letter outside A-Z', 'ÆR'],
    ['ending in a line break', 'REV\n'],
    ['of 41 characters', 'A'.repeat(41)],
  ])('is refused %s', (_why, key) => {
    expect(refused(key)).toEqual({
      ...{ code: 'INVALID', path: ['key'] },
      message:
        'key is not a metric key; expected 1 to 40 characters of A-Z, 0-9 and _, beginning with a letter, ' +
        'such as WON_REVENUE.',
    })
  })
})

describe('a key metric', () => {
  it('is PRIMARY, a core result, or SECONDARY, an activity that drives results', () => {
    expect(KEY_METRIC_KINDS).toEqual(['PRIMARY', 'SECONDARY'])
  })

  it('is tracked as often as its kind: PRIMARY monthly, SECONDARY weekly, until the company says otherwise', () => {
    expect(DEFAULT_FREQUENCY).toEqual({ PRIMARY: 'MONTHLY', SECONDARY: 'WEEKLY' })
    expect(FREQUENCIES).toEqual(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'])
  })
})
