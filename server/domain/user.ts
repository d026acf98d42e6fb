import { DomainError } from './errors.js'
import { assertLength } from './text.js'

export const USER_STATUSES = ['ACTIVE', 'DEACTIVATED', 'INVITED'] as const
export type UserStatus = (typeof USER_STATUSES)[number]

export const DATA_VISIBILITIES = ['VISIBLE', 'HIDDEN'] as const
export type DataVisibility = (typeof DATA_VISIBILITIES)[number]

const EMAIL_LIMIT = 254
// One @, something on both sides, no white space: whether it exists is found out by writing to it, not by a pattern.
const EMAIL = /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+$/u

/**
 * The e-mail address as it identifies a person: trimmed, NFC, lower case.
 * @throws DomainError INVALID when it is not one, or longer than EMAIL_LIMIT characters.
 */
export function emailOf(value: string, field = 'email'): string {
  const email = value.trim().normalize('NFC').toLowerCase()
  assertLength(email, EMAIL_LIMIT, field)
  if (EMAIL.test(email)) return email
  throw new DomainError('INVALID', `${field} is not an e-mail address; expected name@domain.`, [field])
}
