import { validFormula } from '../../../server/domain/formula.js'
import type { Formula } from '../../../server/domain/metric-value.js'
import { refusal } from '../../support/vocabulary.js'
import { average, count, FORMULAS, ratio, sum } from './formulas.js'

describe('a formula is stored', () => {
  it('with its label trimmed and no activity type twice, which would count it twice', () => {
    expect(validFormula('X', count(['call', 'deal', 'call'], ' NEW '), FORMULAS)).toEqual(
      count(['call', 'deal'], 'NEW'),
    )
  })

  it('as a ratio of two metrics that count or sum', () => {
    expect(validFormula('X', ratio('REVENUE', 'CALLS'), FORMULAS)).toEqual(ratio('REVENUE', 'CALLS'))
  })

  it('again with the formula the metric already has', () => {
    for (const [id, formula] of FORMULAS) expect(validFormula(id, formula, FORMULAS)).toEqual(formula)
  })

  it('as a sum where it was a count, even of a part of a ratio: both add up', () => {
    expect(validFormula('WON', sum(['deal']), FORMULAS)).toEqual(sum(['deal']))
  })
})

describe('a formula is refused', () => {
  const COUNTED = 'expected one computed as COUNT or SUM, which adds up over teams.'
  const CHANGE_RATIO = 'but a ratio is made of this metric; keep COUNT or SUM, or change the ratio first.'

  it.each<[string, Formula, string, string]>([
    [
      'without an activity type',
      average([]),
      'activityTypeIds',
      'activityTypeIds is empty; AVERAGE needs at least one activity type.',
    ],
    ['with an empty label', count(['call'], ' '), 'label', 'label is empty; give it at least one character.'],
    [
      'as a ratio of a ratio',
      ratio('HIT_RATE', 'CALLS'),
      'numeratorId',
      `numeratorId is computed as RATIO; ${COUNTED}`,
    ],
    [
      'as a ratio of an average',
      ratio('CALLS', 'DEAL_SIZE'),
      'denominatorId',
      `denominatorId is computed as AVERAGE; ${COUNTED}`,
    ],
    [
      'as a ratio of an unknown metric',
      ratio('NOWHERE', 'CALLS'),
      'numeratorId',
      `numeratorId is not a metric computed from activities; ${COUNTED}`,
    ],
    [
      'as a ratio of itself',
      ratio('CALLS', 'X'),
      'denominatorId',
      'denominatorId is the metric itself; a ratio is made of other metrics.',
    ],
  ])('%s', (_why, formula, field, message) => {
    const refused = refusal(() => validFormula('X', formula, FORMULAS))
    expect(refused).toEqual({ code: 'INVALID', path: [field], message })
  })

  it.each<[Formula]>([[ratio('REVENUE', 'WON')], [average(['call'])]])(
    'when it no longer adds up and a ratio is made of it: %j',
    (formula) => {
      expect(refusal(() => validFormula('CALLS', formula, FORMULAS))).toEqual({
        ...{ code: 'INVALID', path: ['kind'] },
        message: `kind is ${formula.kind}, ${CHANGE_RATIO}`,
      })
    },
  )
})
