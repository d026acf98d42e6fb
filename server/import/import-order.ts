import { nameOf } from '../domain/text.js'
import { emailOf } from '../domain/user.js'
import { COLUMN_ROLES } from './columns.js'
import { ImportError } from './import-error.js'
import type { Mapping } from './mapping-file.js'
import type { PeopleFile } from './read-people.js'

/** The company by its name or, where several bear it, by its id. */
export type CompanyReference = { readonly name: string } | { readonly id: string }

export interface AdminOrder {
  readonly name: string | null
  /** Null: who administers the company already, else somebody new. */
  readonly email: string | null
}

/** What to import, from where, into which company, and how strictly. */
export interface ImportOrder {
  readonly file: PeopleFile
  readonly company: CompanyReference
  /** Since when a new company and all in it is there; null: now. */
  readonly founded: Date | null
  /** For people without an e-mail address; null: made from the name of the company. */
  readonly emailDomain: string | null
  readonly admin: AdminOrder
  readonly dryRun: boolean
  /** Imports the rows that are right although others are not. */
  readonly skipInvalid: boolean
}

/** The options of the command line as they were typed. */
export interface Flags {
  readonly org: string
  readonly company?: string
  readonly companyId?: string
  readonly founded?: string
  readonly delimiter?: string
  readonly departmentColumn?: string
  readonly teamColumn?: string
  readonly leadColumn?: string
  readonly memberColumn?: string
  readonly emailColumn?: string
  readonly teamName?: string
  readonly emailDomain?: string
  readonly adminName?: string
  readonly adminEmail?: string
  readonly dryRun?: boolean
  readonly skipInvalid?: boolean
}

/** A flag wins over the mapping. @throws ImportError BAD_OPTION naming the flag. */
export function importOrder(flags: Flags, mapping: Mapping): ImportOrder {
  return {
    file: {
      path: flags.org,
      delimiter: delimiterOf(flags.delimiter ?? mapping.delimiter ?? ','),
      columns: columnsOf(flags, mapping),
      teamName: optional(flags.teamName ?? mapping.teamName, templateOf),
    },
    company: companyOf(flags, mapping),
    founded: optional(flags.founded ?? mapping.founded, foundedOf),
    emailDomain: optional(flags.emailDomain ?? mapping.emailDomain, domainOf),
    admin: {
      name: optional(flags.adminName ?? mapping.admin?.name, (name) => checked('--admin-name', name, nameOf)),
      email: optional(flags.adminEmail ?? mapping.admin?.email, (email) =>
        checked('--admin-email', email, emailOf),
      ),
    },
    dryRun: flags.dryRun ?? false,
    skipInvalid: flags.skipInvalid ?? false,
  }
}

function optional<T>(value: string | undefined, parse: (value: string) => T): T | null {
  return value === undefined ? null : parse(value)
}

function columnsOf(flags: Flags, { columns = {} }: Mapping): PeopleFile['columns'] {
  return Object.fromEntries(
    COLUMN_ROLES.flatMap((role) => {
      const header = flags[`${role}Column`] ?? columns[role]
      return header === undefined ? [] : [[role, header]]
    }),
  )
}

/** @throws ImportError BAD_OPTION. */
export function companyOf(
  { company, companyId }: Pick<Flags, 'company' | 'companyId'>,
  mapping: { readonly company?: string | undefined },
): CompanyReference {
  if (companyId !== undefined) return { id: companyId.trim().toLowerCase() }
  const name = company ?? mapping.company
  if (name !== undefined) return { name: checked('--company', name, nameOf) }
  throw new ImportError(
    'BAD_OPTION',
    'Which company? Say so with --company "Name", or with "company" in the mapping.',
  )
}

/** Midnight UTC of the day. */
function foundedOf(text: string): Date {
  const day = text.trim()
  const date = new Date(`${day}T00:00:00.000Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && date.toJSON()?.startsWith(day)
  if (isDay && date <= new Date()) return date
  throw new ImportError(
    'BAD_OPTION',
    `--founded: expected a day of the past such as 2016-01-01, got “${text}”.`,
  )
}

function delimiterOf(text: string): string {
  const delimiter = ['tab', '\\t'].includes(text) ? '\t' : text
  if ([...delimiter].length === 1 && !/["\r\n\p{L}\p{N}]/u.test(delimiter)) return delimiter
  throw new ImportError(
    'BAD_OPTION',
    `--delimiter: expected one character such as ";" or the word tab, got “${text}”.`,
  )
}

function templateOf(text: string): string {
  if (text.includes('{team}')) return text
  throw new ImportError(
    'BAD_OPTION',
    `--team-name: expected a text with {team} in it, like "Team {team}", got “${text}”.`,
  )
}

function domainOf(text: string): string {
  const domain = text.trim().replace(/^@/, '').toLowerCase()
  checked('--email-domain', `name@${domain}`, emailOf)
  return domain
}

function checked(flag: string, text: string, parse: (text: string, field: string) => string): string {
  try {
    return parse(text, flag)
  } catch (error) {
    throw new ImportError('BAD_OPTION', `${(error as Error).message} Got “${text}”.`)
  }
}
