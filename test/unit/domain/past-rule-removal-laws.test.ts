import fc from 'fast-check'
import type { KeyMetricRule } from '../../../server/domain/key-metric-rule.js'
import {
  attributesToKeepSince,
  type Restatement,
  type RuleHistory,
  type Span,
} from '../../../server/domain/past-rule-removal.js'
import { attributesToKeep } from '../../../server/domain/rule-removal.js'
import { organisations } from '../../support/arbitraries.js'
import { rulesOf, type Organisation } from '../../support/vocabulary.js'

/** Organisations that follow each other, each for one unit of time; a rule of the first is removed in some of them. */
interface Past {
  readonly states: readonly Organisation[]
  readonly removed: KeyMetricRule & Span
  readonly history: RuleHistory
  readonly restated: readonly Restatement[]
}

/** The removed rule is the same in each of the states in which it is removed; all else is as in the first, or any. */
const pasts: fc.Arbitrary<Past> = organisations
  .filter((first) => rulesOf(first).length > 0)
  .chain((first) =>
    fc.tuple(
      fc.constant(first),
      fc.array(fc.oneof(fc.constant(first), organisations), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...rulesOf(first)),
      fc.integer({ min: 1, max: 5 }),
    ),
  )
  .map(([first, later, rule, to]) => {
    const removed = { ...rule, from: 0, to }
    const states = [first, ...later].map((state, at) => ofMetric(first, state, rule, at < to))
    const history = historyOf(states)
    return { states, removed, history, restated: attributesToKeepSince(history, removed, null) }
  })

/** What the later state says of the metric on the nodes that it shares with the first, which hang where they hung. */
function ofMetric(
  { nodes, metrics }: Organisation,
  state: Organisation,
  removed: KeyMetricRule,
  isThere: boolean,
): Organisation {
  const later = new Map(state.nodes.map((node) => [node.id, node]))
  const rulesOn = (id: string) =>
    (later.get(id)?.rules ?? []).filter(({ metricId }) => metricId === removed.metricId)
  return {
    metrics,
    nodes: nodes.map((node) => ({
      ...node,
      inheritsKeyMetrics: later.get(node.id)?.inheritsKeyMetrics ?? true,
      rules: isThere && node.id === removed.nodeId ? [removed] : rulesOn(node.id),
    })),
  }
}

/** What is the same in states that follow each other is one interval. */
function historyOf(states: readonly Organisation[]): RuleHistory {
  return {
    placements: spanned(states, ({ nodes }) =>
      nodes.map(({ id, level, parentId }) => ({ id, level, parentId })),
    ),
    closed: spanned(states, ({ nodes }) =>
      nodes.filter((node) => !node.inheritsKeyMetrics).map(({ id }) => ({ nodeId: id })),
    ),
    rules: spanned(states, rulesOf),
  }
}

function spanned<T>(
  states: readonly Organisation[],
  of: (state: Organisation) => readonly T[],
): (T & Span)[] {
  const spans: { what: string; from: number; to: number }[] = []
  for (const [at, state] of states.entries()) {
    for (const what of of(state).map((one) => JSON.stringify(one))) {
      const going = spans.find((span) => span.what === what && span.to === at)
      if (going) going.to = at + 1
      else spans.push({ what, from: at, to: at + 1 })
    }
  }
  return spans.map(({ what, ...span }) => ({ ...(JSON.parse(what) as T), ...span }))
}

/** What the rules said at an instant once they are restated, the removed one apart. */
function saidAt({ history, removed, restated }: Past, at: number): KeyMetricRule[] {
  return history.rules
    .filter(({ id, from, to }) => id !== removed.id && from <= at && at < to)
    .map((rule) => {
      const last = restated.findLast(
        ({ before, at: since }) => before.id === rule.id && rule.from <= since && since <= at,
      )
      return last?.after ?? rule
    })
}

const attributesOf = (rules: readonly KeyMetricRule[]) =>
  new Map(rules.map(({ id, kind, label, position }) => [id, { kind, label, position }]))

const always = (law: (past: Past) => void) => fc.assert(fc.property(pasts, law), { numRuns: 1_000 })

describe('whichever rule is removed in the past', () => {
  it('while it is, each instant says the same as if it had been removed then', () => {
    always((past) => {
      const { states, removed } = past
      for (const [at, { nodes }] of states.entries()) {
        if (at >= removed.to) continue
        const kept = new Map(
          attributesToKeep(nodes, removed, null).map(({ rule, attributes }) => [rule.id, attributes]),
        )
        const recorded = nodes.flatMap(({ rules }) => rules).filter(({ id }) => id !== removed.id)
        expect(attributesOf(saidAt(past, at))).toEqual(
          attributesOf(recorded.map((rule) => ({ ...rule, ...kept.get(rule.id) }))),
        )
      }
    })
  })

  it('afterwards each instant says what was recorded', () => {
    always((past) => {
      for (const [at, { nodes }] of past.states.entries()) {
        if (at < past.removed.to) continue
        const recorded = nodes.flatMap(({ rules }) => rules).filter(({ id }) => id !== past.removed.id)
        expect(attributesOf(saidAt(past, at))).toEqual(attributesOf(recorded))
      }
    })
  })

  it('every write changes something', () => {
    always(({ restated }) => {
      for (const { before, after } of restated) expect(after).not.toEqual(before)
    })
  })
})
