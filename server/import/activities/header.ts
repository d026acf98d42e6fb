import { assertHeader } from '../columns.js'
import type { CsvRecord } from '../csv-records.js'
import { ImportError } from '../import-error.js'
import type { FileMapping } from './activity-mapping.js'
import { columnsAsked } from './condition.js'
import { columnsOf } from './rule-reader.js'

export interface Header {
  readonly header: readonly string[]
  /** Where the column stands in a record. */
  readonly at: (column: string) => number
}

/** @throws ImportError WRONG_DELIMITER, NOT_UTF8, DUPLICATE_HEADER, MISSING_COLUMN naming all that are missing. */
export function headerOf({ line, cells }: CsvRecord, file: FileMapping): Header {
  const header = cells.map((cell) => cell.trim())
  assertHeader(header, line, 'in the mapping: "delimiter":')
  const places = new Map(header.map((column, place) => [column, place]))
  const wanted = [
    ...file.rows.flatMap(columnsOf),
    ...(file.ignore ? columnsAsked(file.ignore) : []),
    ...Object.keys(file.replace),
  ]
  const missing = [...new Set(wanted)].filter((column) => !places.has(column))
  if (missing.length === 0) return { header, at: (column) => places.get(column)! }
  const reason = `the mapping speaks of ${listed(missing)}. The columns are ${listed(header)}. Correct the mapping.`
  throw new ImportError('MISSING_COLUMN', reason, { line, column: missing[0]! })
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `“${column}”`).join(', ')
}
