import { missingMetric } from './diagnosis-configuration.js'
import type { Check, CheckCode } from './diagnosis-checks.js'
import { nodeOfPage, seenName, type DiagnosisFacts } from './diagnosis-facts.js'
import type { Cause } from './diagnosis-finding.js'
import { missingSource, namesOf } from './diagnosis-numbers.js'
import type { FixCode, Remedy, Right } from './diagnosis-remedy.js'
import { repairsOf } from './diagnosis-repairs.js'
import type { Action } from './policy.js'
import { showsPerson } from './surface.js'
import type { Person } from './viewer.js'

/** One way to make a failed check pass; several for one check are alternatives, the nearest first. */
export interface Fix extends Remedy {
  readonly check: CheckCode
}

/** For every check that fails, not only for the first: all have to pass. Each fix is offered once. */
export function fixesOf(facts: DiagnosisFacts, checks: readonly Check[]): Fix[] {
  const fixes = checks.flatMap(({ check, cause }) =>
    cause === null ? [] : REMEDIES[cause](facts).map((remedy) => ({ ...remedy, check })),
  )
  const isRepeated = ({ fix, nodeId }: Fix, index: number) =>
    fixes.findIndex((other) => other.fix === fix && other.nodeId === nodeId) < index
  return fixes.filter((fix, index) => !isRepeated(fix, index))
}

const REMEDIES: Record<Cause, (facts: DiagnosisFacts) => Remedy[]> = {
  USER_DEACTIVATED: ({ person, name }) => [
    onCompany(person, 'REACTIVATE_USER', `Reactivate ${name}.`, 'manage people'),
  ],
  NO_GRANT: grants,
  SURFACE_NOT_ALLOWED: (facts) =>
    onNode(facts, 'OPEN_ANOTHER_PAGE', (node) => `Open the page ORGANIZATION for ${node}.`),
  NOTHING_CONFIGURED: (facts) =>
    onNode(facts, 'ADD_KEY_METRIC', (node) => `Add a key metric on ${node}.`, 'configure key metrics'),
  NEVER_ADDED: configurations,
  HIDDEN: configurations,
  BLOCKED: configurations,
  NODE_ONLY: configurations,
  ARCHIVED: ({ person, metric }) => {
    const which = metric ? `“${metric.name}”` : 'one of the archived metrics'
    return [onCompany(person, 'RESTORE_METRIC', `Restore ${which}.`, 'configure the company')]
  },
  NO_TEAM: ({ person, name }) => [
    onCompany(person, 'ASSIGN_TEAM', `Put ${name} into a team.`, 'move people'),
  ],
  HIDDEN_PERSON: ({ person, name }) => [
    onCompany(person, 'SHOW_USER', `Make ${name} visible to peers.`, 'manage people'),
  ],
  NO_FORMULA: ({ person, metric }) => {
    const which = metric ? `“${metric.name}” is` : 'the key metrics are'
    const description = `Say how ${which} computed from activities.`
    return [onCompany(person, 'SET_FORMULA', description, 'configure the company')]
  },
  TYPE_ARCHIVED: restoring,
  TYPE_NOT_ENABLED: (facts) =>
    onNode(
      facts,
      'ENABLE_ACTIVITY_TYPE',
      (node) => `Enable ${oneOf(facts, 'active')} on ${node}.`,
      'configure activity types',
    ),
  NO_DATA: (facts) => onNode(facts, 'LOG_ACTIVITY', (node) => logging(facts, node), 'log activities'),
}

function restoring(facts: DiagnosisFacts): Remedy[] {
  const isEnabled = missingSource(facts.numbers)?.types.some((type) => type.isEnabled)
  const then = isEnabled ? '' : ' Then enable it where it is to be logged.'
  const description = `Restore ${oneOf(facts, 'archived')}.${then}`
  return [onCompany(facts.person, 'RESTORE_ACTIVITY_TYPE', description, 'configure the company')]
}

/** A number takes one of its types only. */
function oneOf({ numbers }: DiagnosisFacts, which: 'active' | 'archived'): string {
  const types = missingSource(numbers)?.types ?? []
  const named = types.filter(({ isArchived }) => isArchived === (which === 'archived'))
  return named.length === 1 ? namesOf(named) : `one of ${namesOf(named)}`
}

function logging({ surface, person, isNodeAskedFor, name }: DiagnosisFacts, node: string): string {
  return `Log what ${showsPerson(surface, person, isNodeAskedFor) ? `${name} did` : `was done on ${node}`}.`
}

/** For what belongs to no node of the page. */
function onCompany({ companyId }: Person, fix: FixCode, description: string, action: Action): Remedy {
  return { fix, description, nodeId: null, takes: [{ action, nodeId: companyId }] }
}

/** Without an action it takes no right. */
function onNode(
  facts: DiagnosisFacts,
  fix: FixCode,
  describe: (node: string) => string,
  action?: Action,
): Remedy[] {
  const { page } = facts
  if (page === null || page === 'UNSEEN') return []
  const { id } = nodeOfPage(page)
  const takes = action ? [{ action, nodeId: id }] : []
  return [{ fix, description: describe(seenName(facts, id)), nodeId: id, takes }]
}

/** Who grants has to see the person; who moves one into another team needs the right at both ends. */
function grants(facts: DiagnosisFacts): Remedy[] {
  const { person, name, page } = facts
  const place = person.teamId ?? person.companyId
  const leaving: Right = { action: 'move people', nodeId: place }
  if (page === null || page === 'UNSEEN')
    return [{ fix: 'ASSIGN_TEAM', description: `Put ${name} into a team.`, nodeId: null, takes: [leaving] }]
  const { id, level } = nodeOfPage(page)
  const node = seenName(facts, id)
  const granting: Remedy = {
    fix: 'GRANT_ROLE',
    description: `Give ${name} a role on ${node}.`,
    nodeId: id,
    takes: [
      { action: 'see people', nodeId: place },
      { action: 'grant roles', nodeId: id },
    ],
  }
  if (level !== 'TEAM') return [granting]
  const takes: Right[] = [leaving, { action: 'move people', nodeId: id }]
  return [granting, { fix: 'ASSIGN_TEAM', description: `Put ${name} into ${node}.`, nodeId: id, takes }]
}

function configurations(facts: DiagnosisFacts): Remedy[] {
  const { page } = facts
  if (page === null || page === 'UNSEEN') return []
  const missing = missingMetric(facts, page)
  return missing ? repairsOf(facts, page, missing) : []
}
