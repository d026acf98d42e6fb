import { DomainError } from './errors.js'

export const NAME_LIMIT = 120
export const DESCRIPTION_LIMIT = 2_000

// Line breaks have no place in a name, NUL and lone surrogates cannot be stored, bidi controls make one name look like another.
const FORBIDDEN_IN_NAMES = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u
// Zero-width marks alone show nothing.
const VISIBLE = /[^\p{Cf}\p{Z}]/u
const UNSTORABLE = /[\0\p{Cs}]/u

/** NUL and lone surrogates are in no text of the database, and it cannot be asked about them. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text)
}

/** Characters are code points: what has few enough code units need not be counted. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit && charactersOf(text) > limit
}

export function charactersOf(text: string): number {
  return [...text].length
}

/**
 * The name as it will be stored: NFC, without surrounding or repeated white space.
 * @throws DomainError INVALID when it is empty, longer than NAME_LIMIT characters, or holds control characters.
 */
export function nameOf(value: string, field: string): string {
  const name = value.normalize('NFC').trim().replace(/\s+/gu, ' ')
  if (!VISIBLE.test(name))
    throw new DomainError('INVALID', `${field} is empty; give it at least one character.`, [field])
  assertLength(name, NAME_LIMIT, field)
  if (FORBIDDEN_IN_NAMES.test(value.trim())) {
    throw new DomainError('INVALID', `${field} holds control characters or broken Unicode; remove them.`, [
      field,
    ])
  }
  return name
}

/** @throws DomainError INVALID when longer than DESCRIPTION_LIMIT characters or not storable. */
export function descriptionOf(value: string, field: string): string {
  const description = value.trim()
  assertLength(description, DESCRIPTION_LIMIT, field)
  if (!isStorable(description)) {
    throw new DomainError('INVALID', `${field} holds NUL or broken Unicode; remove it.`, [field])
  }
  return description
}

/** @throws DomainError INVALID when longer than `limit` characters. */
export function assertLength(value: string, limit: number, field: string): void {
  if (!isLonger(value, limit)) return
  const message = `${field} has ${charactersOf(value)} characters; at most ${limit} are allowed.`
  throw new DomainError('INVALID', message, [field])
}
