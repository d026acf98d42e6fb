import { emailOf } from '../domain/user.js'
import type { AddressBook } from './address-book.js'
import { ImportError } from './import-error.js'
import type { PersonRow } from './person-row.js'

/** @throws ImportError EMAIL_NOT_DERIVABLE. */
export function emailOfMember(book: AddressBook, { line, member, email }: PersonRow): string {
  return email ?? derived(book, member, line)
}

/**
 * Leads are known by name: the one person whom the file gives that name and an e-mail address, else the address of the
 * name. A cell that holds an e-mail address says it all. @throws ImportError AMBIGUOUS_LEAD, EMAIL_NOT_DERIVABLE.
 */
export function emailOfLead(book: AddressBook, lead: string, line: number): string {
  if (lead.includes('@')) return addressOf(lead, line)
  const [given, ...others] = book.given(lead)
  if (given === undefined) return derived(book, lead, line)
  if (others.length === 0) return given
  const reason = `“${lead}” leads the team, and the file has ${others.length + 1} people of that name`
  throw new ImportError(
    'AMBIGUOUS_LEAD',
    `${reason}: ${[given, ...others].join(', ')}. Write the address instead.`,
    { line },
  )
}

function addressOf(cell: string, line: number): string {
  try {
    return emailOf(cell, 'the lead')
  } catch (error) {
    throw new ImportError('INVALID_EMAIL', `${(error as Error).message} Found “${cell}”.`, { line })
  }
}

function derived(book: AddressBook, name: string, line: number): string {
  const email = book.derive(name)
  if (email !== null) return email
  const reason = `no e-mail address can be made from the name “${name}”. Give one in a column of addresses.`
  throw new ImportError('EMAIL_NOT_DERIVABLE', reason, { line })
}
