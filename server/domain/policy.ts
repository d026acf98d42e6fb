import { DomainError } from './errors.js'

/** Who asks: a person, with what that person holds at this instant. */
export interface Viewer {
  readonly userId: string
  readonly companyId: string
  readonly roles: readonly { readonly role: Role; readonly nodeId: string }[]
}

export const ROLES = ['ADMIN', 'MANAGER'] as const
export type Role = (typeof ROLES)[number]

/** A change made by the system itself: seed, import, migration. It may do what a company admin may. */
export const SYSTEM = 'SYSTEM'
export type Actor = Viewer | typeof SYSTEM

export const ACTIONS = [
  'configure key metrics',
  'configure metrics',
  'configure tracking frequency',
  'organise nodes',
  'organise people',
] as const
export type Action = (typeof ACTIONS)[number]

export function isCompanyAdmin({ companyId, roles }: Viewer): boolean {
  return roles.some(({ role, nodeId }) => role === 'ADMIN' && nodeId === companyId)
}

const ALLOWED: Record<Action, (viewer: Viewer) => boolean> = {
  'configure key metrics': isCompanyAdmin,
  'configure metrics': isCompanyAdmin,
  'configure tracking frequency': isCompanyAdmin,
  'organise nodes': isCompanyAdmin,
  'organise people': isCompanyAdmin,
}

export function can(actor: Actor, action: Action): boolean {
  return actor === SYSTEM || ALLOWED[action](actor)
}

/** @throws DomainError FORBIDDEN naming the role that may. */
export function assertCan(actor: Actor, action: Action): void {
  if (can(actor, action)) return
  throw new DomainError('FORBIDDEN', `Only a company admin may ${action}; ask one of yours.`)
}
