import { absenceOf, ifInheriting, ifSaid, ruleOn, type AbsenceOfMetric } from './absence.js'
import type { MissingMetric } from './diagnosis-configuration.js'
import { nodeOfPage, seenName, type DiagnosisFacts, type Page } from './diagnosis-facts.js'
import type { Remedy, Right } from './diagnosis-remedy.js'
import { NO_ATTRIBUTES, type KeyMetricRule, type RuleContent } from './key-metric-rule.js'

const PLAIN_ADD: RuleContent = { effect: 'ADD', ...NO_ATTRIBUTES, reach: 'NODE_AND_BELOW', locks: [] }

/**
 * What brings a missing metric back: a rule of the node's own where that takes effect, and undoing what keeps the
 * metric out. Undoing the one may show the next obstacle; the text says so.
 */
export function repairsOf(facts: DiagnosisFacts, page: Page, missing: MissingMetric): Remedy[] {
  const { id } = nodeOfPage(page)
  const undoing = undoingOf(facts, page, missing)
  if (!isAddable(page, missing)) return undoing
  const { metric } = missing
  const first = metric.status === 'ARCHIVED' ? ' It is archived: restore it first.' : ''
  const adding: Remedy = {
    fix: 'ADD_KEY_METRIC',
    description: `Add “${metric.name}” on ${seenName(facts, id)}.${first}`,
    nodeId: id,
    takes: rightsFor(id, ruleOn(page.path, id, metric.id), PLAIN_ADD),
  }
  return missing.at === id ? [...undoing, adding] : [adding, ...undoing]
}

/** A node that hides what it receives takes that rule back instead; what is locked above cannot be added at all. */
function isAddable({ path }: Page, { metric }: MissingMetric): boolean {
  const key = { nodeId: path.at(-1)!.id, metricId: metric.id }
  const isReceived = absenceOf(ifSaid(path, key, null), metric) === null
  return !isReceived && absenceOf(ifSaid(path, key, PLAIN_ADD), metric) === null
}

function undoingOf(facts: DiagnosisFacts, { path }: Page, { reason, at, metric }: MissingMetric): Remedy[] {
  if (at === null || reason === 'NEVER_ADDED') return []
  const name = seenName(facts, at)
  if (reason === 'BLOCKED') {
    const then = rest(facts, absenceOf(ifInheriting(path, at), metric))
    const takes: Right[] = [{ action: 'lock key metrics', nodeId: at }]
    return [{ fix: 'INHERIT', description: `Let ${name} inherit key metrics.${then}`, nodeId: at, takes }]
  }
  const rule = ruleOn(path, at, metric.id)
  const content = reason === 'HIDDEN' || !rule ? null : ({ ...rule, reach: 'NODE_AND_BELOW' } as const)
  const then = rest(facts, absenceOf(ifSaid(path, { nodeId: at, metricId: metric.id }, content), metric))
  const takes = rightsFor(at, rule, content)
  if (content === null) {
    const description = `Take back that ${name} hides “${metric.name}”.${then}`
    return [{ fix: 'REMOVE_RULE', description, nodeId: at, takes }]
  }
  const description = `Let “${metric.name}” reach below ${name}.${then}`
  return [{ fix: 'WIDEN_REACH', description, nodeId: at, takes }]
}

/** Locks are for those who may lock: taking a rule with locks away takes that right as well. */
function rightsFor(nodeId: string, before: KeyMetricRule | undefined, after: RuleContent | null): Right[] {
  const isUnlocking =
    before !== undefined && before.locks.length > 0 && after?.locks.length !== before.locks.length
  const configuring: Right = { action: 'configure key metrics', nodeId }
  return isUnlocking ? [configuring, { action: 'lock key metrics', nodeId }] : [configuring]
}

/** What would still be in the way. */
function rest(facts: DiagnosisFacts, absence: AbsenceOfMetric | null): string {
  if (absence === null) return ''
  const node =
    absence.at === null ? 'nothing on the path adds it' : `${seenName(facts, absence.at)} keeps it out`
  return ` After that ${node}: ask again.`
}
