import { companyOfToken, formatToken, tokenPattern } from './company-token.js'
import { DomainError } from './errors.js'
import { API_KEY_SCOPES, type ApiKeyScope } from './viewer.js'

export const API_KEY_STATUSES = ['ACTIVE', 'EXPIRED', 'REVOKED'] as const
export type ApiKeyStatus = (typeof API_KEY_STATUSES)[number]

/** How many a company may have that still count. */
export const MAX_API_KEYS = 100
export const MAX_LIFETIME_DAYS = 1_826
export const MAX_OVERLAP_DAYS = 30
const OVERLAP_HOURS = 24
const HOUR_MS = 3_600_000

const PREFIX = 'km_'
export const API_KEY_PATTERN = tokenPattern(PREFIX)

export function formatApiKey(companyId: string, secret: Uint8Array): string {
  return formatToken(PREFIX, companyId, secret)
}

/** The company a key is of, as it says itself. Null for what is no key, or mistyped. */
export function companyOfApiKey(key: string): string | null {
  return companyOfToken(PREFIX, key)
}

/** Each once, in the order of the list. @throws DomainError INVALID when there is none. */
export function scopesOf(scopes: readonly ApiKeyScope[]): ApiKeyScope[] {
  if (scopes.length > 0) return API_KEY_SCOPES.filter((scope) => scopes.includes(scope))
  const message = `scopes is empty; give at least one of ${API_KEY_SCOPES.join(', ')}.`
  throw new DomainError('INVALID', message, ['scopes'])
}

/** @throws DomainError INVALID unless `expiresAt` is after `at`, and not too long after. Null: the key does not expire. */
export function assertExpiry(expiresAt: Date | null, at: Date): void {
  if (expiresAt === null) return
  if (expiresAt <= at)
    throw invalid('expiresAt', expiresAt, `an instant after the present, ${at.toISOString()}`)
  if (expiresAt > hoursAfter(at, MAX_LIFETIME_DAYS * 24))
    throw invalid('expiresAt', expiresAt, `an instant within ${MAX_LIFETIME_DAYS} days, or none at all`)
}

/**
 * When the secret so far ends that is replaced at `at`: at `wanted`, at once when that has passed, and a day later when
 * nothing is said. @throws DomainError INVALID when it would live on for too long.
 */
export function endOfOldSecret(wanted: Date | null, at: Date): Date {
  const end = wanted ?? hoursAfter(at, OVERLAP_HOURS)
  if (end > hoursAfter(at, MAX_OVERLAP_DAYS * 24))
    throw invalid('oldSecretExpiresAt', end, `an instant within ${MAX_OVERLAP_DAYS} days`)
  return end < at ? at : end
}

function invalid(field: string, given: Date, expected: string): DomainError {
  return new DomainError('INVALID', `${field} is ${given.toISOString()}; expected ${expected}.`, [field])
}

function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR_MS)
}
