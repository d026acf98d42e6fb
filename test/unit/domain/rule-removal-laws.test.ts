import fc from 'fast-check'
import {
  ATTRIBUTES,
  LOCK_OF,
  NO_ATTRIBUTES,
  RULE_REACHES,
  type KeyMetricRule,
  type RuleContent,
} from '../../../server/domain/key-metric-rule.js'
import { attributesToKeep, type KeptAttributes } from '../../../server/domain/rule-removal.js'
import { organisations } from '../../support/arbitraries.js'
import { pathOf, resolved, rulesOf, saying, silent, type Organisation } from '../../support/vocabulary.js'

/** A rule is removed, or something that says nothing to those below takes its place. */
interface Removal {
  readonly before: Organisation
  readonly removed: KeyMetricRule
  readonly by: RuleContent | null
  readonly kept: readonly KeptAttributes[]
  readonly after: Organisation
}

/** Holds whichever rule of whichever organisation is removed, and whatever takes its place. */
function always(law: (removal: Removal) => void): void {
  const removals = ruleOfAny.chain(([org, removed]) =>
    insteadOf(removed).map((by) => removal(org, removed, by)),
  )
  fc.assert(fc.property(removals, law), { numRuns: 2_000 })
}

const ruleOfAny = organisations
  .filter((org) => rulesOf(org).length > 0)
  .chain((org) => fc.tuple(fc.constant(org), fc.constantFrom(...rulesOf(org))))

function insteadOf(removed: KeyMetricRule): fc.Arbitrary<RuleContent | null> {
  const hide = { ...NO_ATTRIBUTES, effect: 'HIDE', locks: [] } as const
  return fc.constantFrom<RuleContent | null>(
    null,
    { ...removed, reach: 'NODE_ONLY', locks: [] },
    ...RULE_REACHES.map((reach) => ({ ...hide, reach })),
    { ...hide, reach: 'NODE_AND_BELOW', locks: ['ADD'] },
  )
}

function removal(before: Organisation, removed: KeyMetricRule, by: RuleContent | null): Removal {
  const kept = attributesToKeep(before.nodes, removed, by)
  const replaced = by ? saying(before, { ...removed, ...by }) : withoutRule(before, removed)
  const after = kept.reduce((org, { rule, attributes }) => saying(org, { ...rule, ...attributes }), replaced)
  return { before, removed, by, kept, after }
}

const withoutRule = (org: Organisation, { nodeId, metricId }: KeyMetricRule) => silent(org, nodeId, metricId)

const stateOn = (org: Organisation, { nodeId, metricId }: KeyMetricRule) =>
  resolved(org, nodeId).shown.get(metricId)

function lockedAbove(org: Organisation, { nodeId, metricId }: KeyMetricRule) {
  const parent = pathOf(org, nodeId).at(-2)
  return (parent && resolved(org, parent.id).carried.get(metricId)?.locks) ?? {}
}

const survivingAdds = (org: Organisation, { id: removed, metricId: metric }: KeyMetricRule) =>
  rulesOf(org).filter(({ id, effect, metricId }) => effect === 'ADD' && metricId === metric && id !== removed)

/** Every ADD below that does something `now` shows what it showed before, unless a node above locks it. */
function expectKept({ before, removed }: Removal, now: Organisation): void {
  for (const add of survivingAdds(now, removed).filter(
    ({ id, nodeId }) => !resolved(now, nodeId).dormant.has(id),
  )) {
    const [was, is, stated] = [stateOn(before, add), stateOn(now, add), statedBefore(before, add)]
    if (!was?.visible) continue
    const open = ATTRIBUTES.filter((name) => stated?.[name] === null && !lockedAbove(now, add)[LOCK_OF[name]])
    for (const name of open) if (was[name]) expect(is?.[name]?.value).toBe(was[name].value)
  }
}

describe('whichever rule is removed, and whatever that says nothing to those below takes its place', () => {
  it('a surviving ADD keeps every attribute that was in force there, unless a node above now locks it', () => {
    always((removal) => expectKept(removal, removal.after))
  })

  it('an ADD that is silenced by what took its place keeps them until it wakes', () => {
    always((removal) => expectKept(removal, withoutRule(removal.after, removal.removed)))
  })

  it('only ADDs of the same metric below it are written to, and nothing they state themselves is changed', () => {
    always(({ before, removed, kept }) => {
      for (const { rule, attributes } of kept) {
        expect(rule).toMatchObject({ effect: 'ADD', metricId: removed.metricId })
        expect(
          pathOf(before, rule.nodeId)
            .slice(0, -1)
            .map(({ id }) => id),
        ).toContain(removed.nodeId)
        for (const name of ATTRIBUTES) if (rule[name] !== null) expect(attributes[name]).toBe(rule[name])
      }
    })
  })

  it('nothing is written when it was dormant', () => {
    always(({ before, removed, kept }) => {
      if (resolved(before, removed.nodeId).dormant.has(removed.id)) expect(kept).toEqual([])
    })
  })

  it('every write changes something', () => {
    always(({ kept }) => {
      for (const { rule, attributes } of kept) expect({ ...rule, ...attributes }).not.toEqual(rule)
    })
  })
})

it('whatever goes on speaking for those below is followed: nothing is written', () => {
  fc.assert(
    fc.property(ruleOfAny, ruleOfAny, ([{ nodes }, replaced], [, by]) => {
      fc.pre(by.effect !== 'HIDE' && by.reach === 'NODE_AND_BELOW')
      expect(attributesToKeep(nodes, replaced, by)).toEqual([])
    }),
  )
})

function statedBefore(org: Organisation, { id }: KeyMetricRule): KeyMetricRule | undefined {
  return rulesOf(org).find((rule) => rule.id === id)
}
