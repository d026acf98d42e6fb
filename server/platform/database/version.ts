import { DomainError } from '../../domain/errors.js'

/** What no caller can send: for a change that was planned before, and is made whatever came between. */
export const WHATEVER_VERSION = NaN

/** @throws DomainError VERSION_CONFLICT when someone has changed `what` since the caller read it. */
export function assertVersion(what: string, current: number, expected: number): void {
  if (current === expected || Number.isNaN(expected)) return
  const message = `${what} is at version ${current}, not ${expected}: it was changed meanwhile. Read it and try again.`
  throw new DomainError('VERSION_CONFLICT', message, ['expectedVersion'])
}
