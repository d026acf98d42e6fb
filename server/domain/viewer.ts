import type { OrgLevel } from './org-node.js'

export const ROLES = ['ADMIN', 'MANAGER'] as const
export type Role = (typeof ROLES)[number]

/** Whether managers and team leads may configure the key metrics of their nodes. */
export const KEY_METRIC_DELEGATIONS = ['NONE', 'HIDE_AND_ADD'] as const
export type KeyMetricDelegation = (typeof KEY_METRIC_DELEGATIONS)[number]

export interface HeldRole {
  readonly role: Role
  readonly nodeId: string
  readonly level: OrgLevel
}

/** A person who asks, with what that person holds at this instant. */
export interface Person {
  readonly kind: 'PERSON'
  readonly userId: string
  readonly companyId: string
  /** Null: in no team. */
  readonly teamId: string | null
  readonly roles: readonly HeldRole[]
  /** The setting of the company. */
  readonly delegation: KeyMetricDelegation
}

export const API_KEY_SCOPES = [
  'READ_ORGANIZATION',
  'READ_PEOPLE',
  'READ_NUMBERS',
  'READ_AUDIT_LOG',
  'WRITE_ACTIVITIES',
  'WRITE_TARGETS',
  'WRITE_KEY_METRICS',
  'WRITE_METRICS',
  'WRITE_ORGANIZATION',
] as const
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number]

/** An integration that asks, by the key it was given. */
export interface ApiKey {
  readonly kind: 'API_KEY'
  readonly keyId: string
  readonly companyId: string
  readonly scopes: readonly ApiKeyScope[]
  /** The node it is bound to, with what is below; the company's own for the whole company. */
  readonly nodeId: string
}

export type Viewer = Person | ApiKey

/** A change made by the system itself: seed, import, migration. It may do everything. */
export const SYSTEM = 'SYSTEM'
export type Actor = Viewer | typeof SYSTEM

/** The id of the person or of the key. Null: the system, which is nobody. */
export function actorId(actor: Actor): string | null {
  if (actor === SYSTEM) return null
  return actor.kind === 'PERSON' ? actor.userId : actor.keyId
}

/** What somebody is to a node: the columns of the policy. */
export const CAPACITIES = [
  'COMPANY_ADMIN',
  'DEPARTMENT_ADMIN',
  'DEPARTMENT_MANAGER',
  'TEAM_ADMIN',
  'TEAM_LEAD',
  'MEMBER',
] as const
export type Capacity = (typeof CAPACITIES)[number]

export interface HeldCapacity {
  readonly capacity: Capacity
  /** Null: a member of no team. */
  readonly nodeId: string | null
}

/** A manager of the company is a manager whose department is everything. */
const CAPACITY: Record<Role, Record<OrgLevel, Capacity>> = {
  ADMIN: { COMPANY: 'COMPANY_ADMIN', DEPARTMENT: 'DEPARTMENT_ADMIN', TEAM: 'TEAM_ADMIN' },
  MANAGER: { COMPANY: 'DEPARTMENT_MANAGER', DEPARTMENT: 'DEPARTMENT_MANAGER', TEAM: 'TEAM_LEAD' },
}

/** The strongest first. Everybody is at least a member, if only of no team. */
export function capacitiesOf({ roles, teamId }: Person): HeldCapacity[] {
  const held = roles.map(({ role, level, nodeId }) => ({ capacity: CAPACITY[role][level], nodeId }))
  const byStrength = (a: HeldCapacity, b: HeldCapacity) =>
    CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity)
  return [...held.sort(byStrength), { capacity: 'MEMBER', nodeId: teamId }]
}

/** Who is still there, but may nothing any more. */
export function withoutRights(actor: Actor): Actor {
  if (actor === SYSTEM) return actor
  return actor.kind === 'PERSON' ? { ...actor, roles: [], teamId: null } : { ...actor, scopes: [] }
}
