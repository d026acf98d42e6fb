import type { NewNode } from '../features/org/org.commands.js'
import type { Role } from '../domain/viewer.js'

/** Where a node is, by names alone: equal for what the file says and for what the company has. */
export type NodePlace = string

export const COMPANY_PLACE: NodePlace = ''

export interface PresentPerson {
  readonly id: string
  readonly name: string
  readonly isActive: boolean
  readonly teamId: string | null
}

/** A role by e-mail address and place instead of ids, which need not exist yet. */
export interface PlannedGrant {
  readonly email: string
  readonly place: NodePlace
  readonly role: Role
}

/** What the company holds before the import. */
export interface PresentCompany {
  readonly name: string
  readonly nodeIds: ReadonlyMap<NodePlace, string>
  readonly nodeNames: ReadonlyMap<string, string>
  /** By e-mail address. */
  readonly people: ReadonlyMap<string, PresentPerson>
  /** See `grantKey`. */
  readonly grants: ReadonlySet<string>
  /** The addresses of those who administer the company and can sign in, in order. */
  readonly admins: readonly string[]
}

/** A company that does not exist yet. */
export function futureCompany(name: string): PresentCompany {
  return { name, nodeIds: new Map(), nodeNames: new Map(), people: new Map(), grants: new Set(), admins: [] }
}

/** Names are compared without case, in their place. A line break stands in no name. */
export function placeIn(parent: NodePlace, level: NewNode['level'], name: string): NodePlace {
  return `${parent}\n${level} ${name.toLowerCase()}`
}

export function grantKey(userId: string, nodeId: string, role: Role): string {
  return `${userId}/${nodeId}/${role}`
}

export function isSeated({ people, nodeIds }: PresentCompany, email: string, team: NodePlace): boolean {
  const teamId = people.get(email)?.teamId ?? null
  return teamId !== null && teamId === nodeIds.get(team)
}

export function isHeld(
  { people, nodeIds, grants }: PresentCompany,
  { email, place, role }: PlannedGrant,
): boolean {
  const [person, nodeId] = [people.get(email), nodeIds.get(place)]
  return person !== undefined && nodeId !== undefined && grants.has(grantKey(person.id, nodeId, role))
}
