import fc from 'fast-check'
import { ATTRIBUTES, LOCK_OF, type KeyMetricRule } from '../../../server/domain/key-metric-rule.js'
import { attributesToKeep, type KeptAttributes } from '../../../server/domain/rule-removal.js'
import { organisations } from '../../support/arbitraries.js'
import { pathOf, resolved, rulesOf, saying, silent, type Organisation } from '../../support/vocabulary.js'

interface Removal {
  readonly before: Organisation
  readonly removed: KeyMetricRule
  readonly kept: readonly KeptAttributes[]
  readonly after: Organisation
}

/** Holds whichever rule of whichever organisation is removed. */
function always(law: (removal: Removal) => void): void {
  const removals = organisations
    .filter((org) => rulesOf(org).length > 0)
    .chain((org) => fc.constantFrom(...rulesOf(org)).map((removed) => removal(org, removed)))
  fc.assert(fc.property(removals, law), { numRuns: 2_000 })
}

function removal(before: Organisation, removed: KeyMetricRule): Removal {
  const kept = attributesToKeep(before.nodes, removed)
  const without = silent(before, removed.nodeId, removed.metricId)
  const after = kept.reduce((org, { rule, attributes }) => saying(org, { ...rule, ...attributes }), without)
  return { before, removed, kept, after }
}

const stateOn = (org: Organisation, { nodeId, metricId }: KeyMetricRule) =>
  resolved(org, nodeId).shown.get(metricId)

function lockedAbove(org: Organisation, { nodeId, metricId }: KeyMetricRule) {
  const parent = pathOf(org, nodeId).at(-2)
  return (parent && resolved(org, parent.id).carried.get(metricId)?.locks) ?? {}
}

const survivingAdds = ({ after, removed }: Removal) =>
  rulesOf(after).filter(({ effect, metricId }) => effect === 'ADD' && metricId === removed.metricId)

describe('whichever rule is removed', () => {
  it('a surviving ADD keeps every attribute that was in force there, unless a node above now locks it', () => {
    always((removal) => {
      const { before, after } = removal
      for (const add of survivingAdds(removal).filter(
        ({ id, nodeId }) => !resolved(after, nodeId).dormant.has(id),
      )) {
        const [was, is, stated] = [stateOn(before, add), stateOn(after, add), statedBefore(before, add)]
        if (!was?.visible) continue
        const open = ATTRIBUTES.filter(
          (name) => stated?.[name] === null && !lockedAbove(after, add)[LOCK_OF[name]],
        )
        for (const name of open) if (was[name]) expect(is?.[name]?.value).toBe(was[name].value)
      }
    })
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

function statedBefore(org: Organisation, { id }: KeyMetricRule): KeyMetricRule | undefined {
  return rulesOf(org).find((rule) => rule.id === id)
}
