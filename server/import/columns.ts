import type { CsvRecord } from './csv-records.js'
import { ImportError } from './import-error.js'

export const COLUMN_ROLES = ['department', 'team', 'lead', 'member', 'email'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** Headers by role as the operator names them; '' says that the file has no such column. */
export type WantedColumns = Partial<Record<ColumnRole, string>>

/** Where each role stands in a record, and the headers to speak of. */
export interface Columns {
  readonly header: readonly string[]
  readonly department: number | null
  readonly team: number
  readonly lead: number | null
  readonly member: number
  readonly email: number | null
}

/** Headers that speak for themselves, the most telling first; compared without case, spaces and dashes. */
const WELL_KNOWN: Record<ColumnRole, readonly string[]> = {
  department: ['department', 'dept', 'department_name', 'regional_office', 'region', 'division', 'office'],
  team: ['team', 'team_name', 'squad', 'group'],
  lead: ['team_lead', 'lead', 'team_leader', 'team_manager', 'manager', 'manager_name', 'supervisor'],
  member: [
    'sales_agent',
    'agent',
    'member',
    'member_name',
    'full_name',
    'employee',
    'employee_name',
    'person',
    'sales_rep',
    'rep',
    'name',
  ],
  email: ['email', 'e_mail', 'email_address', 'work_email', 'member_email', 'mail'],
}

const FOREIGN_DELIMITERS = [';', '\t', '|', ',']

/**
 * Finds the columns in the header, named ones first, the others by their well-known names. Without a column of teams,
 * each lead has a team. @throws ImportError WRONG_DELIMITER, NOT_UTF8, DUPLICATE_HEADER, MISSING_COLUMN.
 */
export function findColumns({ line, cells }: CsvRecord, wanted: WantedColumns): Columns {
  const header = cells.map((cell) => cell.trim())
  assertHeader(header, line)
  const find = (role: ColumnRole) => indexOf(header, role, wanted)
  const lead = find('lead')
  const team = find('team') ?? lead
  const member = find('member')
  if (member === null) throw missing('member', header)
  if (team === null) throw missing('team', header)
  return { header, department: find('department'), team, lead, member, email: find('email') }
}

function indexOf(header: readonly string[], role: ColumnRole, wanted: WantedColumns): number | null {
  const name = wanted[role]
  const keys = header.map(keyOf)
  if (name === undefined) {
    const taken = takenByOthers(role, wanted)
    const known = WELL_KNOWN[role].find((candidate) => keys.includes(candidate) && !taken.includes(candidate))
    return known === undefined ? null : keys.indexOf(known)
  }
  if (name.trim() === '') return null
  const exact = header.indexOf(name.trim())
  const index = exact >= 0 ? exact : keys.indexOf(keyOf(name))
  if (index < 0) throw missing(role, header, name)
  return index
}

/** A column may hold teams and leads both; any other role has its column to itself. */
function takenByOthers(role: ColumnRole, wanted: WantedColumns): string[] {
  return COLUMN_ROLES.filter((other) => other !== role && !(role === 'lead' && other === 'team')).map(
    (other) => keyOf(wanted[other] ?? ''),
  )
}

function keyOf(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
}

/** @throws ImportError WRONG_DELIMITER, NOT_UTF8, DUPLICATE_HEADER. `option` is where a delimiter is said. */
export function assertHeader(header: readonly string[], line: number, option = '--delimiter'): void {
  const foreign = FOREIGN_DELIMITERS.find(
    (delimiter) => header.length === 1 && header[0]!.includes(delimiter),
  )
  if (foreign !== undefined) {
    const reason = `the header is one single column, “${header[0]}”. The delimiter seems to be ${named(foreign)}`
    throw new ImportError('WRONG_DELIMITER', `${reason}: say so with ${option} "${flagOf(foreign)}".`, {
      line,
    })
  }
  if (header.some((cell) => cell.includes('\uFFFD'))) throw notUtf8(line)
  const twice = header.find((cell, index) => cell !== '' && header.map(keyOf).indexOf(keyOf(cell)) < index)
  if (twice === undefined) return
  const reason = `the header names “${twice}” twice (without case, spaces and dashes). Rename one of the columns.`
  throw new ImportError('DUPLICATE_HEADER', reason, { line, column: twice })
}

export function notUtf8(line: number): ImportError {
  const reason = 'this is not UTF-8 text. Save the file as UTF-8 (spreadsheets call it “CSV UTF-8”).'
  return new ImportError('NOT_UTF8', reason, { line })
}

function missing(role: ColumnRole, header: readonly string[], name?: string): ImportError {
  const what = name === undefined ? `no column for the ${role} is recognised` : `there is no column “${name}”`
  const flags = role === 'team' ? '--team-column or --lead-column' : `--${role}-column`
  const there = header.map((cell) => `“${cell}”`).join(', ')
  return new ImportError('MISSING_COLUMN', `${what}. The columns are ${there}. Name one with ${flags}.`)
}

function named(delimiter: string): string {
  return delimiter === '\t' ? 'the tab' : `“${delimiter}”`
}

function flagOf(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter
}
