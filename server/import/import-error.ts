/** Everything that can be wrong with a file, a mapping or an option; the closed list behind the report's `code`. */
export const IMPORT_ERROR_CODES = [
  'ADMIN_UNCLEAR',
  'AMBIGUOUS_COMPANY',
  'AMBIGUOUS_LEAD',
  'ARCHIVED_TYPE',
  'BAD_CSV',
  'BAD_DATE',
  'BAD_MAPPING',
  'BAD_NUMBER',
  'BAD_OPTION',
  'COMPANY_BUSY',
  'COMPANY_MISSING',
  'DUPLICATE_HEADER',
  'EMAIL_NOT_DERIVABLE',
  'EMAIL_OF_ANOTHER',
  'EMPTY_CELL',
  'EMPTY_FILE',
  'FILE_UNUSABLE',
  'INVALID_EMAIL',
  'INVALID_NAME',
  'INVALID_VALUE',
  'MISSING_COLUMN',
  'NOT_UTF8',
  'NO_ROWS',
  'NO_RULE',
  'SAME_ID',
  'TOO_MANY_NODES',
  'TOO_MANY_ROWS',
  'TWO_LEADS',
  'TWO_TEAMS',
  'UNBALANCED_QUOTE',
  'UNKNOWN_TYPE',
  'WRONG_DELIMITER',
  'WRONG_FIELD_COUNT',
] as const

export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number]

/** Where in the file: the line as an editor counts it, the header being line 1, and the column by its header. */
export interface Place {
  /** Where there are several. */
  readonly file?: string
  readonly line?: number
  readonly column?: string
}

/** Says what was expected, what came and what to do. Thrown, it refuses the whole file; kept with a row, that row. */
export class ImportError extends Error {
  readonly line: number | null
  readonly column: string | null
  readonly file: string | null

  constructor(
    readonly code: ImportErrorCode,
    readonly reason: string,
    { file, line, column }: Place = {},
  ) {
    super(placed(reason, file, line))
    this.name = 'ImportError'
    this.line = line ?? null
    this.column = column ?? null
    this.file = file ?? null
  }

  /** The same mistake, with the file it is in. */
  in(file: string): ImportError {
    const { code, reason, line, column } = this
    return new ImportError(code, reason, { file, ...(line && { line }), ...(column && { column }) })
  }
}

function placed(reason: string, file: string | undefined, line: number | undefined): string {
  if (file === undefined) return line === undefined ? reason : `Line ${line}: ${reason}`
  return line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`
}
