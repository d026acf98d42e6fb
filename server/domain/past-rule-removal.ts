import { ATTRIBUTES, type KeyMetricRule, type RuleAttributes, type RuleContent } from './key-metric-rule.js'
import type { OrgNode } from './org-node.js'
import type { NodeConfiguration } from './resolution.js'
import { attributesToKeep } from './rule-removal.js'

/** When something held: half-open, in milliseconds; to Infinity while it lasts. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What was said of one metric, by nodes whose ancestors are all among `placements`. */
export interface RuleHistory {
  readonly placements: readonly (OrgNode & Span)[]
  /** When nodes did not inherit. */
  readonly closed: readonly ({ readonly nodeId: string } & Span)[]
  readonly rules: readonly (KeyMetricRule & Span)[]
}

/** From an instant on, until it ends or is restated again, an interval of a rule says something else. */
export interface Restatement {
  readonly at: number
  readonly before: KeyMetricRule
  readonly after: KeyMetricRule
}

/**
 * As `attributesToKeep`, where the rule is replaced in the past, from `replaced.from` until `replaced.to`: at each
 * instant between them a surviving ADD keeps what was in force there then, and after them it says again what it said.
 * In the order of time.
 */
export function attributesToKeepSince(
  history: RuleHistory,
  replaced: KeyMetricRule & Span,
  by: RuleContent | null,
): Restatement[] {
  const said = new Map<KeyMetricRule, KeyMetricRule>()
  return changesDuring(history, replaced).flatMap((at) => {
    const kept =
      at < replaced.to ? keptAt(history, at, replaced, by) : new Map<KeyMetricRule, RuleAttributes>()
    return history.rules.filter(holdsAt(at)).flatMap((rule): Restatement[] => {
      const before = said.get(rule) ?? rule
      const after = { ...rule, ...kept.get(rule) }
      said.set(rule, after)
      return ATTRIBUTES.every((name) => before[name] === after[name]) ? [] : [{ at, before, after }]
    })
  })
}

function keptAt(
  history: RuleHistory,
  at: number,
  replaced: KeyMetricRule,
  by: RuleContent | null,
): ReadonlyMap<KeyMetricRule, RuleAttributes> {
  const kept = attributesToKeep(configurationAt(history, at), replaced, by)
  return new Map(kept.map(({ rule, attributes }) => [rule, attributes]))
}

/** Where the span begins, where anything changes within it, and where it ends, in the order of time. */
function changesDuring({ placements, closed, rules }: RuleHistory, { from, to }: Span): number[] {
  const changes = [...placements, ...closed, ...rules].flatMap((span) => [span.from, span.to])
  const within = [from, to, ...changes].filter((at) => from <= at && at <= to && at < Infinity)
  return [...new Set(within)].sort((a, b) => a - b)
}

function configurationAt({ placements, closed, rules }: RuleHistory, at: number): NodeConfiguration[] {
  const closedThen = new Set(closed.filter(holdsAt(at)).map(({ nodeId }) => nodeId))
  const ruleOf = new Map(rules.filter(holdsAt(at)).map((rule) => [rule.nodeId, rule]))
  return placements.filter(holdsAt(at)).map(({ id, level, parentId }) => {
    const rule = ruleOf.get(id)
    return { id, level, parentId, inheritsKeyMetrics: !closedThen.has(id), rules: rule ? [rule] : [] }
  })
}

function holdsAt(at: number): (span: Span) => boolean {
  return ({ from, to }) => from <= at && at < to
}
