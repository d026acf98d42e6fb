import type { DataSource } from 'typeorm'
import { DomainError } from '../../domain/errors.js'

/** What whoever delivers it is told, once. */
export interface Invitation {
  readonly company: string
  readonly name: string
  readonly email: string
  /** In clear, and kept nowhere: whoever has it can accept. */
  readonly token: string
  readonly expiresAt: Date
}

export type DeliverInvitation = (invitation: Invitation) => Promise<void>

const deliveries = new WeakMap<DataSource, DeliverInvitation>()

/** From here on invitations that are made through this database are handed to `deliver`, after they are stored. */
export function onInvitation(database: DataSource, deliver: DeliverInvitation): void {
  deliveries.set(database, deliver)
}

/** @throws DomainError INVALID where invitations would reach nobody. */
export function deliveryOf(database: DataSource): DeliverInvitation {
  const deliver = deliveries.get(database)
  if (deliver) return deliver
  const message =
    'This server has no way to deliver invitations; its operator gives it one. createUser adds a person without an invitation.'
  throw new DomainError('INVALID', message)
}
