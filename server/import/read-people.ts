import { findColumns, type Columns, type WantedColumns } from './columns.js'
import { csvRecords } from './csv-records.js'
import { ImportError } from './import-error.js'
import { defaultTeamName, personRow, type Row } from './person-row.js'

/** The whole company is one transaction, so there is a limit to it. */
export const MAX_ROWS = 200_000

const RECORDS_PER_TICK = 1_000

export interface PeopleFile {
  readonly path: string
  readonly delimiter: string
  readonly columns: WantedColumns
  /** How a team is called, `{team}` standing for the cell; null: as it fits the columns. */
  readonly teamName: string | null
}

/** Reads the file line by line. @throws ImportError for what is wrong with the file as a whole. */
export async function readPeople(
  file: PeopleFile,
  onRead: (bytes: number, size: number) => void = () => undefined,
): Promise<Row[]> {
  const rows: Row[] = []
  let columns: Columns | null = null
  for await (const record of csvRecords(file.path, file.delimiter, everySoOften(onRead))) {
    if (columns === null) {
      columns = findColumns(record, file.columns)
      continue
    }
    if (rows.length === MAX_ROWS) throw tooMany(record.line)
    rows.push(personRow(record, columns, file.teamName ?? defaultTeamName(columns)))
  }
  if (rows.length === 0) throw nothingIn(file.path, columns)
  return rows
}

function everySoOften(tell: (bytes: number, size: number) => void): (bytes: number, size: number) => void {
  let calls = 0
  return (bytes, size) => {
    if ((calls += 1) % RECORDS_PER_TICK === 0) tell(bytes, size)
  }
}

function tooMany(line: number): ImportError {
  return new ImportError(
    'TOO_MANY_ROWS',
    `an import has at most ${MAX_ROWS} rows. Split the file by department.`,
    { line },
  )
}

function nothingIn(path: string, columns: Columns | null): ImportError {
  if (columns !== null)
    return new ImportError('NO_ROWS', `${path} holds a header and no people. Add a row for each person.`)
  const reason = `${path} holds nothing. Expected a header and a row for each person.`
  return new ImportError('EMPTY_FILE', reason)
}
