import { ABSENCES, absenceOf, type AbsenceOfMetric } from './absence.js'
import { nodeOfPage, seenName, type DiagnosisFacts, type NamedMetric, type Page } from './diagnosis-facts.js'
import { fail, pass, skip, type Finding } from './diagnosis-finding.js'

// What the checks find in what the nodes of the path say.

export function configuredOnPath(facts: DiagnosisFacts, page: Page): Finding {
  const adding = page.path.filter(({ rules }) => rules.some(({ effect }) => effect === 'ADD'))
  const { id } = nodeOfPage(page)
  if (adding.length === 0)
    return fail(
      'NOTHING_CONFIGURED',
      `Neither ${seenName(facts, id)} nor a node above it adds a key metric.`,
      id,
    )
  const names = adding.map((node) => seenName(facts, node.id)).join(', ')
  return pass(`Key metrics are added by ${names}.`, adding.at(-1)!.id)
}

/** Archiving has a check of its own. */
export function metricEffective(facts: DiagnosisFacts, page: Page): Finding {
  const { id } = nodeOfPage(page)
  const name = seenName(facts, id)
  const missing = missingMetric(facts, page)
  if (missing) return failure(facts, missing)
  if (facts.metric) return pass(`“${facts.metric.name}” is in force on ${name}.`, id)
  const configuredHere = inForce(facts, page)
  if (configuredHere.length === 0) return skip('No key metric is configured: see CONFIGURED_ON_PATH.')
  const active = configuredHere.filter(isActive)
  if (active.length === 0) return pass(`What ${name} has is archived: see METRIC_NOT_ARCHIVED.`, id)
  return pass(
    `${active.length} key ${active.length === 1 ? 'metric is' : 'metrics are'} in force on ${name}.`,
    id,
  )
}

export interface MissingMetric extends AbsenceOfMetric {
  readonly metric: NamedMetric
}

/**
 * The metric asked for, if it is not in force. Of a page as a whole, if nothing is in force on it though something is
 * configured: the one that is missing for the most general reason, the first of them by key.
 */
export function missingMetric(facts: DiagnosisFacts, page: Page): MissingMetric | null {
  if (facts.metric) return missing(page, facts.metric)
  if (inForce(facts, page).length > 0) return null
  const candidates = configured(facts, page).flatMap((metric) => missing(page, metric) ?? [])
  const byReason = ABSENCES.map((wanted) => candidates.find(({ reason }) => reason === wanted))
  return byReason.find((found) => found !== undefined) ?? null
}

function missing({ path }: Page, metric: NamedMetric): MissingMetric | null {
  const absence = absenceOf(path, metric)
  return absence && { ...absence, metric }
}

function failure(facts: DiagnosisFacts, { reason, at, metric }: MissingMetric): Finding {
  const subject = facts.metric ? `“${metric.name}”` : `Every key metric is missing; “${metric.name}”`
  const node = at === null ? null : seenName(facts, at)
  const because = {
    BLOCKED: `is kept out by ${node}, which does not inherit.`,
    HIDDEN: `is hidden by ${node}.`,
    NODE_ONLY: `is added by ${node} for itself only: nothing below inherits it.`,
    NEVER_ADDED: 'was never added on the path.',
  }
  return fail(reason, `${subject} ${because[reason]}`, at)
}

/** Fails when all of them are archived. */
export function archivedAmong(metrics: readonly NamedMetric[]): Finding {
  if (metrics.length === 0) return skip('No key metric is in force: see METRIC_EFFECTIVE.')
  const active = metrics.filter(isActive)
  const names = (active.length > 0 ? active : metrics).map(({ name }) => `“${name}”`).join(', ')
  if (active.length > 0) return pass(`Not archived: ${names}.`)
  return fail('ARCHIVED', `Archived, and so in force nowhere: ${names}.`)
}

function isActive({ status }: NamedMetric): boolean {
  return status === 'ACTIVE'
}

/** Archived ones included. */
export function inForce(facts: DiagnosisFacts, page: Page): NamedMetric[] {
  return configured(facts, page).filter((metric) => absenceOf(page.path, metric) === null)
}

/** Of which any node of the path speaks, in the order of the catalogue. */
function configured({ catalogue }: DiagnosisFacts, { path }: Page): NamedMetric[] {
  const spokenOf = new Set(path.flatMap(({ rules }) => rules.map(({ metricId }) => metricId)))
  return [...catalogue.values()].filter(({ id }) => spokenOf.has(id))
}
