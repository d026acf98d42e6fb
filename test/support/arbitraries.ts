import fc from 'fast-check'
import {
  isEmptyOverride,
  KEY_METRIC_LOCKS,
  type KeyMetricRule,
  type RuleContent,
  type RuleEffect,
  type RuleReach,
} from '../../server/domain/key-metric-rule.js'
import { KEY_METRIC_KINDS, type MetricInForce, type MetricStatus } from '../../server/domain/metric.js'
import type { NodeConfiguration } from '../../server/domain/resolution.js'
import { company, department, team, type Organisation } from './vocabulary.js'

const kind = fc.constantFrom(...KEY_METRIC_KINDS)
const rarely = <T>(some: fc.Arbitrary<T>, usual: T) =>
  fc.oneof({ weight: 1, arbitrary: some }, { weight: 3, arbitrary: fc.constant(usual) })
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 2 })

/** Any rule content that may be stored; few different values, so that rules collide. */
const contents = (...effects: readonly RuleEffect[]): fc.Arbitrary<RuleContent> =>
  fc
    .record({
      effect: fc.constantFrom(...effects),
      reach: rarely<RuleReach>(fc.constant('NODE_ONLY'), 'NODE_AND_BELOW'),
      locks: rarely(fc.subarray([...KEY_METRIC_LOCKS]), []),
      kind: orNull(kind),
      label: orNull(fc.constantFrom('A', 'B', 'C')),
      position: orNull(fc.nat({ max: 2 })),
    })
    .map((content) => (content.reach === 'NODE_ONLY' ? { ...content, locks: [] } : content))
    .filter((content) => !isEmptyOverride(content))

// A company mostly adds: below one that does not, little can happen.
const AT_THE_COMPANY = contents('ADD', 'ADD', 'ADD', 'ADD', 'ADD', 'HIDE', 'OVERRIDE')
const BELOW = contents('ADD', 'ADD', 'HIDE', 'HIDE', 'OVERRIDE')

const metrics: fc.Arbitrary<MetricInForce[]> = fc
  .array(
    fc.record({
      defaultKind: kind,
      status: rarely<MetricStatus>(fc.constantFrom('ACTIVE', 'ARCHIVED'), 'ACTIVE'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  // Keys and ids in opposite order, so that sorting by the one is not sorting by the other.
  .map((entries) => entries.map((entry, index) => ({ ...entry, id: `m${index}`, key: 'ZYX'.charAt(index) })))

/** A company with up to two departments and up to three teams, anywhere a team may hang. */
const chart: fc.Arbitrary<NodeConfiguration[]> = fc
  .record({
    departments: fc.nat({ max: 2 }),
    teams: fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
    alone: fc.array(fc.nat({ max: 4 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ departments, teams, alone }) => {
    const above = ['ACME', ...Array.from({ length: departments }, (_, index) => `D${index}`)]
    const nodes = [
      company('ACME'),
      ...above.slice(1).map((id) => department(id)),
      ...teams.map((under, index) => team(`T${index}`, { under: above[under % above.length] })),
    ]
    return nodes.map((node, index) => ({ ...node, inheritsKeyMetrics: alone[index] !== 0 }))
  })

const rulesOf = (nodeId: string, catalogue: readonly MetricInForce[]): fc.Arbitrary<KeyMetricRule[]> =>
  fc
    .tuple(...catalogue.map(() => fc.option(nodeId === 'ACME' ? AT_THE_COMPANY : BELOW, { freq: 5 })))
    .map((said) =>
      said.flatMap((content, index) =>
        content === null ? [] : [{ ...content, id: `${nodeId} m${index}`, nodeId, metricId: `m${index}` }],
      ),
    )

/** Any organisation with any valid rules: small, so that every pair of rules meets, and shrinks well. */
export const organisations: fc.Arbitrary<Organisation> = fc
  .tuple(chart, metrics)
  .chain(([nodes, catalogue]) =>
    fc.tuple(...nodes.map(({ id }) => rulesOf(id, catalogue))).map((rules) => ({
      nodes: nodes.map((node, index) => ({ ...node, rules: rules[index] ?? [] })),
      metrics: new Map(catalogue.map((entry) => [entry.id, entry])),
    })),
  )

/** An organisation with one of its nodes. */
export const places: fc.Arbitrary<{ organisation: Organisation; nodeId: string }> = organisations.chain(
  (organisation) =>
    fc.constantFrom(...organisation.nodes.map(({ id }) => id)).map((nodeId) => ({ organisation, nodeId })),
)

/** The same organisation as another database might return it: nodes, rules and catalogue in any order. */
export const shuffled = ({ nodes, metrics: catalogue }: Organisation): fc.Arbitrary<Organisation> =>
  fc
    .tuple(anyOrder(nodes), anyOrder([...catalogue]), fc.tuple(...nodes.map(({ rules }) => anyOrder(rules))))
    .map(([order, entries, rules]) => ({
      nodes: order.map((node) => ({ ...node, rules: rules[nodes.indexOf(node)] ?? [] })),
      metrics: new Map(entries),
    }))

const anyOrder = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })
