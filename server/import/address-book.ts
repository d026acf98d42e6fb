import { groupBy } from '../platform/group-by.js'
import type { PersonRow } from './person-row.js'

/** Letters that Unicode does not take apart into a base and an accent. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}
const MOST_OF_ONE_ADDRESS = 1_000

/** Who has which e-mail address: what is known already, and what is given out in this import. */
export interface AddressBook {
  /**
   * The address of a person known by name alone: derived from the name, the same in every import. Of different people
   * with the same address the later get a number. Null when the name yields none.
   */
  derive(name: string): string | null
  /** The addresses that the file itself gives to people of that name. */
  given(name: string): readonly string[]
  /** The first row that gives the address to somebody. */
  firstWith(email: string): PersonRow | undefined
}

/** @param known names by address: the people of the company, and whoever an address is kept for. */
export function addressBook(
  known: Iterable<readonly [email: string, name: string]>,
  rows: readonly PersonRow[],
  domain: string,
): AddressBook {
  const owners: Owners = { byEmail: new Map(), numbered: new Map() }
  for (const [email, name] of known) register(owners, email, nameKey(name))
  const first = firstByEmail(rows)
  for (const [email, { member }] of first)
    if (!owners.byEmail.has(email)) register(owners, email, nameKey(member))
  const given = groupBy(first.values(), ({ member }) => nameKey(member))
  const derived = new Map<string, string | null>()
  return {
    given: (name) => (given.get(nameKey(name)) ?? []).flatMap(({ email }) => email ?? []),
    firstWith: (email) => first.get(email),
    derive: (name) => {
      const key = nameKey(name)
      if (!derived.has(key)) derived.set(key, claim(owners, key, domain))
      return derived.get(key) ?? null
    },
  }
}

interface Owners {
  /** The key of the name. */
  readonly byEmail: Map<string, string>
  /** The address by what it is without its number, and by the key of the name. */
  readonly numbered: Map<string, string>
}

function register({ byEmail, numbered }: Owners, email: string, key: string): void {
  byEmail.set(email, key)
  const unnumbered = `${email.replace(/\.\d+@/, '@')} ${key}`
  if (!numbered.has(unnumbered)) numbered.set(unnumbered, email)
}

function firstByEmail(rows: readonly PersonRow[]): Map<string, PersonRow> {
  const first = new Map<string, PersonRow>()
  for (const row of rows) if (row.email !== null && !first.has(row.email)) first.set(row.email, row)
  return first
}

/** Two spellings of one name: people without an e-mail address are told apart by it, accents included. */
export function nameKey(name: string): string {
  return name.toLowerCase()
}

/** `CRM Hardware` → `crm-hardware`; a name without a Latin letter or digit gives `company`. */
export function slugOf(name: string): string {
  return (
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'company'
  )
}

function claim(owners: Owners, key: string, domain: string): string | null {
  const local = fold(key)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '.')
    .replace(/^\.|\.$/g, '')
  if (local === '') return null
  const plain = `${local}@${domain}`
  if (owners.byEmail.get(plain) === key) return plain
  const earlier = owners.numbered.get(`${plain} ${key}`)
  return earlier ?? claimFree(owners, key, local, domain)
}

function claimFree(owners: Owners, key: string, local: string, domain: string): string | null {
  for (let count = 1; count <= MOST_OF_ONE_ADDRESS; count += 1) {
    const address = `${local}${count === 1 ? '' : `.${count}`}@${domain}`
    if (owners.byEmail.has(address)) continue
    owners.byEmail.set(address, key)
    return address
  }
  return null
}

/** Accents go; letters of other scripts stay as they are. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøđðłþıħŋ]/g, (letter) => FOLDED[letter]!)
}
