import type { KeyMetricRule } from '../../../server/domain/key-metric-rule.js'
import { attributesToKeepSince, type RuleHistory } from '../../../server/domain/past-rule-removal.js'
import { ACME_CHART, on } from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]
const [PRIMARY, ALWAYS] = [{ kind: 'PRIMARY' } as const, { from: 0, to: Infinity }]

const during = <T>(from: number, to: number, what: T) => ({ ...what, from, to })
const always = <T>(what: T) => during(0, Infinity, what)

/** What the usual small chart said of one metric. */
const history = (...rules: RuleHistory['rules']): RuleHistory => ({
  placements: ACME_CHART.map(always),
  closed: [],
  rules,
})

/** What is written when the rule is removed: ['at 5 OSLO: PRIMARY null']. */
function written(past: RuleHistory, removed: KeyMetricRule, span: { from: number; to: number }): string[] {
  return attributesToKeepSince(past, { ...removed, ...span }, null).map(
    ({ at, after: { nodeId, kind, label } }) => `at ${at} ${nodeId}: ${kind} ${label}`,
  )
}

describe('removing a rule since an earlier instant writes', () => {
  const added = acme.add('REV', PRIMARY)
  const since5 = { from: 5, to: Infinity }

  it('into each later interval of a surviving ADD, beside what that states itself', () => {
    const past = history(
      always(added),
      during(2, 8, oslo.add('REV')),
      during(8, Infinity, oslo.add('REV', { label: 'Mine' })),
    )
    expect(written(past, added, since5)).toEqual(['at 5 OSLO: PRIMARY null', 'at 8 OSLO: PRIMARY Mine'])
  })

  it('into an ADD that came later', () => {
    expect(written(history(always(added), during(7, Infinity, oslo.add('REV'))), added, since5)).toEqual([
      'at 7 OSLO: PRIMARY null',
    ])
  })

  it('nothing into what ended before it', () => {
    expect(written(history(always(added), during(2, 5, oslo.add('REV'))), added, since5)).toEqual([])
  })

  it('what was in force at each instant: a node between began to say more, and stopped', () => {
    const past = history(
      always(added),
      always(oslo.add('REV')),
      during(7, 9, sales.override('REV', { label: 'Sales' })),
    )
    expect(written(past, added, since5)).toEqual([
      'at 5 OSLO: PRIMARY null',
      'at 7 OSLO: PRIMARY Sales',
      'at 9 OSLO: PRIMARY null',
    ])
  })

  it('what was stated, for as long as the node hung below it', () => {
    const removed = sales.override('REV', PRIMARY)
    const past = history(always(acme.add('REV')), always(removed), always(oslo.add('REV')))
    const placements = past.placements.flatMap((node) =>
      node.id === 'OSLO'
        ? [
            { ...node, to: 7 },
            { ...node, parentId: 'CS', from: 7 },
          ]
        : [node],
    )
    expect(written({ ...past, placements }, removed, since5)).toEqual([
      'at 5 OSLO: PRIMARY null',
      'at 7 OSLO: null null',
    ])
  })

  it('what it said before, once the node says something of it again', () => {
    const past = history(during(0, 8, added), during(8, Infinity, added), always(oslo.add('REV')))
    expect(written(past, added, { from: 5, to: 8 })).toEqual([
      'at 5 OSLO: PRIMARY null',
      'at 8 OSLO: null null',
    ])
  })

  it('nothing where what takes its place speaks for those below', () => {
    const past = history(always(added), always(oslo.add('REV')))
    expect(attributesToKeepSince(past, { ...added, ...ALWAYS }, acme.add('REV'))).toEqual([])
  })
})
