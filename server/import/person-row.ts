import { nameOf } from '../domain/text.js'
import { emailOf } from '../domain/user.js'
import { notUtf8, type ColumnRole, type Columns } from './columns.js'
import type { CsvRecord } from './csv-records.js'
import { ImportError } from './import-error.js'

/** One person of the file and where that person belongs; names as they will be stored. */
export interface PersonRow {
  readonly line: number
  readonly member: string
  /** Null: to be derived from the name. */
  readonly email: string | null
  /** Null: the team hangs straight under the company. */
  readonly department: string | null
  readonly team: string
  readonly lead: string | null
}

/** What a line of the file came to: a person, or why it cannot be used. */
export type Row = PersonRow | ImportError

/** Never throws for what the record holds: one bad row is named, the others are read. */
export function personRow(record: CsvRecord, columns: Columns, teamName: string): Row {
  try {
    return readRow(record, columns, teamName)
  } catch (error) {
    if (error instanceof ImportError) return error
    throw error
  }
}

/** A team called after its lead is told apart from the person by its name. */
export function defaultTeamName({ team, lead }: Columns): string {
  return team === lead ? 'Team {team}' : '{team}'
}

function readRow(record: CsvRecord, columns: Columns, teamName: string): PersonRow {
  assertWhole(record, columns)
  const read = (role: ColumnRole, parse: Parse) => readCell(record, columns, role, parse)
  const called = (text: string, field: string) =>
    nameOf(
      teamName.replaceAll('{team}', () => text.trim()),
      field,
    )
  return {
    line: record.line,
    member: read('member', nameOf) ?? empty(record, columns, 'member'),
    email: read('email', emailOf),
    department: read('department', nameOf),
    team: read('team', called) ?? empty(record, columns, 'team'),
    lead: read('lead', nameOf),
  }
}

/** @throws ImportError NOT_UTF8, WRONG_FIELD_COUNT. */
export function assertWhole({ line, cells }: CsvRecord, { header }: Pick<Columns, 'header'>): void {
  if (cells.some((cell) => cell.includes('\uFFFD'))) throw notUtf8(line)
  if (cells.length === header.length) return
  const reason = `expected ${header.length} cells as in the header, found ${cells.length}.`
  throw new ImportError('WRONG_FIELD_COUNT', `${reason} Put cells that hold a delimiter into quotes.`, {
    line,
  })
}

type Parse = (text: string, field: string) => string

function readCell(
  { line, cells }: CsvRecord,
  columns: Columns,
  role: ColumnRole,
  parse: Parse,
): string | null {
  const at = columns[role]
  if (at === null || cells[at]!.trim() === '') return null
  const [text, column] = [cells[at]!, columns.header[at]!]
  try {
    return parse(text, column)
  } catch (error) {
    const code = role === 'email' ? 'INVALID_EMAIL' : 'INVALID_NAME'
    const reason = `${(error as Error).message} Found “${shortened(text.trim())}”.`
    throw new ImportError(code, reason, { line, column })
  }
}

function empty({ line }: CsvRecord, columns: Columns, role: 'member' | 'team'): never {
  const column = columns.header[columns[role]]!
  const reason = `${column} is empty: every row needs a ${role}. Fill it in or remove the row.`
  throw new ImportError('EMPTY_CELL', reason, { line, column })
}

export function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`
}
