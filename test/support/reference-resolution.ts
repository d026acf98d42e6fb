import type { EffectiveKeyMetric } from '../../server/domain/effective-key-metric.js'
import type { KeyMetricLock, KeyMetricRule } from '../../server/domain/key-metric-rule.js'
import type { MetricInForce } from '../../server/domain/metric.js'
import type { NodeConfiguration } from '../../server/domain/resolution.js'
import type { Organisation } from './vocabulary.js'

/**
 * A second reading of semantics.md §3, to hold the first against. Naive on purpose: nothing is carried down and
 * nothing is remembered. Every question about step `i` of a path is asked anew of the steps above it.
 */
interface Question {
  readonly path: readonly NodeConfiguration[]
  readonly metric: MetricInForce
}

const ATTRIBUTE_LOCKS = { kind: 'KIND', label: 'LABEL', position: 'POSITION' } as const
type Attribute = keyof typeof ATTRIBUTE_LOCKS

function ruleAt({ path, metric }: Question, i: number): KeyMetricRule | undefined {
  return path[i]?.rules.find((rule) => rule.metricId === metric.id)
}

/** The rule at step `i` if it does something there. */
function awakeAt(q: Question, i: number): KeyMetricRule | undefined {
  return dormancyAt(q, i) === null ? ruleAt(q, i) : undefined
}

/** The rule at step `i` if what it does reaches below. */
function carriedAt(q: Question, i: number): KeyMetricRule | undefined {
  const rule = awakeAt(q, i)
  return rule?.reach === 'NODE_AND_BELOW' ? rule : undefined
}

const above = (i: number): number[] => Array.from({ length: i }, (_, step) => step)
const idAt = ({ path }: Question, i: number): string => path[i]?.id ?? ''

/** "The top-most holder is the one named." */
function lockHolder(q: Question, i: number, lock: KeyMetricLock): string | null {
  const step = above(i).find((j) => carriedAt(q, j)?.locks.includes(lock))
  return step === undefined ? null : idAt(q, step)
}

type Presence = 'VISIBLE' | 'NOT_CONFIGURED' | `HIDDEN_AT ${string}` | `BLOCKED_AT ${string}`

/** What step `i` leaves to the step below it: as on the node, but for a NODE_ONLY rule. */
function left(q: Question, i: number): Presence {
  if (i < 0) return 'NOT_CONFIGURED'
  return after(q, i, carriedAt(q, i))
}

/** What step `i` starts its own rules from. */
function received(q: Question, i: number): Presence {
  const presence = left(q, i - 1)
  const escapes = q.path[i]?.inheritsKeyMetrics || lockHolder(q, i, 'HIDE') !== null
  return presence === 'VISIBLE' && !escapes ? `BLOCKED_AT ${idAt(q, i)}` : presence
}

function after(q: Question, i: number, rule: KeyMetricRule | undefined): Presence {
  const before = received(q, i)
  if (rule?.effect === 'ADD') return 'VISIBLE'
  if (rule?.effect !== 'HIDE') return before
  return before === 'VISIBLE' || before === 'NOT_CONFIGURED' ? `HIDDEN_AT ${idAt(q, i)}` : before
}

function dormancyAt(q: Question, i: number): string | null {
  const rule = ruleAt(q, i)
  if (rule === undefined) return null
  const holder = rule.effect === 'OVERRIDE' ? null : lockHolder(q, i, rule.effect)
  if (holder !== null) return `LOCKED_BY ${holder}`
  if (rule.effect === 'ADD' || received(q, i) === 'VISIBLE') return silencedOverride(q, i, rule)
  if (rule.effect === 'OVERRIDE') return 'NOTHING_TO_OVERRIDE'
  return rule.locks.includes('ADD') ? null : 'NOTHING_TO_HIDE'
}

/** The effect of an OVERRIDE is its attributes: it is locked when each of them is, unless it holds locks. */
function silencedOverride(q: Question, i: number, rule: KeyMetricRule): string | null {
  if (rule.effect !== 'OVERRIDE' || rule.locks.length > 0) return null
  const stated = (['kind', 'label', 'position'] as const).filter((attribute) => rule[attribute] !== null)
  const holders = stated.map((attribute) => lockHolder(q, i, ATTRIBUTE_LOCKS[attribute]))
  return holders.includes(null) ? null : `LOCKED_BY ${holders[0]}`
}

/** The rule whose value of an attribute is in force on step `i`: the nearest that states it and was free to. */
function statedBy(q: Question, i: number, attribute: Attribute): KeyMetricRule | null {
  const rules = [...above(i).map((j) => carriedAt(q, j)), awakeAt(q, i)]
  const step = rules.findLastIndex(
    (rule, j) => rule && rule[attribute] !== null && lockHolder(q, j, ATTRIBUTE_LOCKS[attribute]) === null,
  )
  return rules[step] ?? null
}

function definedAt(q: Question, i: number): number {
  const first = above(i).find((j) => carriedAt(q, j)?.effect === 'ADD')
  return first ?? i
}

function statusOf(q: Question, i: number): string {
  if (q.metric.status === 'ARCHIVED') return 'ARCHIVED'
  const presence = after(q, i, awakeAt(q, i))
  if (presence !== 'VISIBLE') return presence
  if (definedAt(q, i) === i) return 'OWN'
  return received(q, i) === 'VISIBLE' ? 'INHERITED' : 'REINSTATED'
}

function locksOn(q: Question, i: number): EffectiveKeyMetric['locks'] {
  return (['ADD', 'HIDE', 'KIND', 'LABEL', 'POSITION'] as const).flatMap((lock) => {
    const own = awakeAt(q, i)?.locks.includes(lock) ? idAt(q, i) : null
    const setAt = lockHolder(q, i, lock) ?? own
    return setAt === null ? [] : [{ lock, setAt }]
  })
}

function answer(q: Question): EffectiveKeyMetric {
  const i = q.path.length - 1
  const [kind, label, position] = (['kind', 'label', 'position'] as const).map((name) => statedBy(q, i, name))
  return {
    ...{ metricId: q.metric.id, nodeId: idAt(q, i), definedAt: idAt(q, definedAt(q, i)) },
    ...{ kind: kind?.kind ?? q.metric.defaultKind, kindFrom: kind?.nodeId ?? null },
    ...{ label: label?.label ?? null, labelFrom: label?.nodeId ?? null },
    ...{ position: position?.position ?? null, positionFrom: position?.nodeId ?? null },
    status: statusOf(q, i) as EffectiveKeyMetric['status'],
    locks: locksOn(q, i),
  }
}

/** PRIMARY first, then the level of definedAt, then position (none last), then key: as one string to sort by. */
function sortKey({ kind, definedAt: id, position }: EffectiveKeyMetric, { path, metric }: Question): string {
  const level = { COMPANY: 0, DEPARTMENT: 1, TEAM: 2 }[path.find((node) => node.id === id)?.level ?? 'TEAM']
  return [kind, level, String(position ?? 99_999).padStart(5, '0'), metric.key].join(' ')
}

export interface Reference {
  readonly effective: readonly EffectiveKeyMetric[]
  readonly statuses: Readonly<Record<string, string>>
  readonly dormant: readonly string[]
}

export function referenceResolution(
  { metrics }: Organisation,
  path: readonly NodeConfiguration[],
): Reference {
  const last = path.length - 1
  const questions = [...metrics.values()].map((metric) => ({ path, metric }))
  const statuses = questions.map((q) => [q.metric.id, statusOf(q, last)] as const)
  const present = questions.filter((q) => ['OWN', 'INHERITED', 'REINSTATED'].includes(statusOf(q, last)))
  const sorted = present
    .map((q) => ({ found: answer(q), by: sortKey(answer(q), q) }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
  const dormant = questions.flatMap((q) => {
    const reason = dormancyAt(q, last)
    return reason === null ? [] : [`${ruleAt(q, last)?.id}: ${reason}`]
  })
  return {
    effective: sorted.map(({ found }) => found),
    statuses: Object.fromEntries(statuses),
    dormant: dormant.sort(),
  }
}
