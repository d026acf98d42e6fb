import { CAPACITIES, SYSTEM } from './viewer.js'

/**
 * Every kind of entry the audit log holds, with what it says to a reader. A change cannot be recorded under another
 * name; one that is not recorded any more stays in the list, since its entries stay in the log.
 */
export const AUDIT_ACTIONS = {
  createCompany: 'The company began.',
  createNode: 'A department or a team was created.',
  updateNode: 'A node was given another name or description.',
  reorderNodes: 'What hangs under a node was put in another order.',
  moveNode: 'A team was hung under another parent.',
  deleteNode: 'A department or a team was deleted; its past stays.',
  restoreNode: 'A deleted department or team was taken up again.',
  setCalendar: 'Time zone, first day of the week, fiscal year or currency of the company was set.',
  setKeyMetricDelegation: 'What managers and team leads may configure was set.',
  createUser: 'A person was added to the company.',
  updateUser: 'A person was given another name or e-mail address.',
  inviteUser: 'A person was invited: added, if need be, and sent a link that counts once.',
  revokeInvitation: 'The link of an invitation was taken back.',
  acceptInvitation: 'A person accepted the invitation.',
  assignTeam: 'A person came into a team, left one or moved.',
  grantRole: 'A person was given a role on a node.',
  revokeRole: 'A role on a node was taken from a person.',
  deactivateUser: 'A person may not sign in any more.',
  reactivateUser: 'A person may sign in again.',
  setDataVisibility: 'A person was hidden from peers, or shown to them again.',
  signOutEverywhere: 'All tokens of a person stopped counting.',
  createApiKey: 'An API key was made for an integration.',
  rotateApiKey: 'An API key was given a new secret.',
  revokeApiKey: 'An API key was taken back.',
  createMetric: 'A metric was added to the catalogue.',
  updateMetric: 'A metric of the catalogue was changed.',
  archiveMetric: 'A metric was archived.',
  restoreMetric: 'An archived metric was taken up again.',
  deleteMetric: 'A metric to which nothing referred was taken out of the catalogue.',
  setMetricFormula: 'How a metric is computed from activities was set.',
  removeMetricFormula: 'A metric is not computed from activities any more.',
  setTrackingFrequency: 'How often a kind of key metric is looked at was set.',
  addKeyMetric: 'A key metric was added on a node.',
  hideKeyMetric: 'An inherited key metric was hidden on a node.',
  overrideKeyMetric: 'Kind, label or position of a key metric was set on a node.',
  lockKeyMetric: 'What nodes below may do to a key metric was locked or unlocked.',
  removeKeyMetricRule: 'What a node said of a metric was taken back.',
  keepKeyMetricAttributes:
    'A node below kept what it had inherited from a rule that was taken back, in the same request.',
  setKeyMetricInheritance: 'A node was set to inherit key metrics, or not to.',
  createActivityType: 'An activity type was added to the company.',
  updateActivityType: 'An activity type was given another name.',
  archiveActivityType: 'An activity type was archived.',
  restoreActivityType: 'An archived activity type was taken up again.',
  enableActivityType: 'An activity type was enabled on a node.',
  disableActivityType: 'What a node itself enabled of activity types was taken back.',
  logActivity: 'An activity was logged.',
  logActivities: 'Activities were logged by the batch; `node` is the lowest to which all of them count.',
  correctActivity: 'An activity was corrected.',
  voidActivity: 'An activity was taken back.',
  linkPerson: 'A name that a source gives a person was linked to the person.',
  setTarget: 'The target of a node or a person was set.',
  resetTarget: 'The target of a node or a person was given up for what is below.',
  setTargets: 'The target of a node or a person was set, together with others.',
  copyTargets: 'The target of a node or a person was copied from another period.',
  scheduleChange: 'A change was planned for a later instant.',
  applyScheduledChange: 'A planned change was made; its own entries stand beside this one.',
  failScheduledChange: 'A planned change could not be made when its time came.',
  cancelScheduledChange: 'A planned change was given up.',
  rebuildRollups: 'Sums of activities that were wrong were made anew.',
} as const satisfies Record<string, string>

export type AuditAction = keyof typeof AUDIT_ACTIONS

/** As what somebody acted. */
export const ACTS_AS = [...CAPACITIES, 'API_KEY', SYSTEM] as const

export interface AuditChange {
  readonly field: string
  /** Null: there was none. */
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two states, by name of field; a state that is not there has no fields. */
export function changesOf(before: object | null, after: object | null): AuditChange[] {
  const [then, now] = [textsOf(before ?? {}), textsOf(after ?? {})]
  const fields = [...new Set([...then.keys(), ...now.keys()])].sort()
  return fields
    .map((field) => ({ field, before: then.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** The values as text by field; what lies inside of a value is named like `calendar.timeZone`. */
function textsOf(state: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(state).flatMap(([name, value]: [string, unknown]): [string, string][] => {
      const field = `${prefix}${name}`
      if (value === null || value === undefined) return []
      return isRecord(value) ? [...textsOf(value, `${field}.`)] : [[field, textOf(value)]]
    }),
  )
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && !Array.isArray(value)
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
