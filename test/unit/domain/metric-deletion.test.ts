import { assertUnreferenced, metricDeletionChoices } from '../../../server/domain/metric-deletion.js'

const NOTHING = { ruleCount: 0, hasFormula: false, ratios: [], targetCount: 0, celebrationCount: 0 }
const REV = { key: 'REV', status: 'ACTIVE' } as const

describe('a metric', () => {
  it('to which nothing refers may be deleted', () => {
    expect(() => assertUnreferenced(REV, NOTHING)).not.toThrow()
  })

  it.each([
    [{ ruleCount: 1 }, 'there is 1 rule of a node'],
    [{ ruleCount: 2 }, 'there are 2 rules of nodes'],
    [{ hasFormula: true }, 'there is 1 formula'],
    [{ ratios: ['RATE', 'SHARE'] }, 'there are 2 ratios (RATE, SHARE)'],
    [{ targetCount: 1 }, 'there is 1 target'],
    [{ celebrationCount: 12, targetCount: 3 }, 'there are 3 targets, 12 celebrations'],
  ])('is kept as long as there is anything of it: %j', (references, said) => {
    expect(() => assertUnreferenced(REV, { ...NOTHING, ...references })).toThrow(
      `REV cannot be deleted: ${said}, now or in the past. Archive it instead, which can be undone.`,
    )
  })

  it('that is archived already can only stay so', () => {
    expect([metricDeletionChoices('ACTIVE'), metricDeletionChoices('ARCHIVED')]).toEqual([['ARCHIVE'], []])
  })
})
