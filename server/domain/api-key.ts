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

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = 62n
const COMPANY_WIDTH = 22
const SECRET_WIDTH = 43
const CHECKSUM_WIDTH = 6
export const SECRET_BYTES = 32
/** What scanners for secrets look for; the last six characters tell whether a find is one. */
export const API_KEY_PATTERN = /^km_([0-9A-Za-z]{22})[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/

/** As it is sent: `km_`, the company (22 characters), the secret (43) and the CRC-32 of all that (6), in base 62. */
export function formatApiKey(companyId: string, secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`A secret has ${SECRET_BYTES} bytes.`)
  const company = BigInt(`0x${companyId.replaceAll('-', '')}`)
  const random = secret.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const unchecked = `km_${toBase62(company, COMPANY_WIDTH)}${toBase62(random, SECRET_WIDTH)}`
  return unchecked + checksumOf(unchecked)
}

/** The company a key is of, as it says itself. Null for what is no key, or mistyped. */
export function companyOfApiKey(key: string): string | null {
  const [, company] = API_KEY_PATTERN.exec(key) ?? []
  if (company === undefined || checksumOf(key.slice(0, -CHECKSUM_WIDTH)) !== key.slice(-CHECKSUM_WIDTH))
    return null
  const hex = fromBase62(company).toString(16).padStart(32, '0')
  return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
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

function toBase62(number: bigint, width: number): string {
  const digits = Array.from({ length: width }, (_, place) =>
    DIGITS.charAt(Number((number / BASE ** BigInt(width - 1 - place)) % BASE)),
  )
  return digits.join('')
}

function fromBase62(text: string): bigint {
  return [...text].reduce((number, digit) => number * BASE + BigInt(DIGITS.indexOf(digit)), 0n)
}

function checksumOf(text: string): string {
  return toBase62(BigInt(crc32(text)), CHECKSUM_WIDTH)
}

/** That of ISO 3309, as in zip: it notices any single character that is wrong and any two neighbours swapped. */
function crc32(ascii: string): number {
  let crc = 0xffffffff
  for (const character of ascii) {
    crc ^= character.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
