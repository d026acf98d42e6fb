/** Everything that can be wrong with a file, a mapping or an option; the closed list behind the report's `code`. */
export const IMPORT_ERROR_CODES = [
  'ADMIN_UNCLEAR',
  'AMBIGUOUS_COMPANY',
  'AMBIGUOUS_LEAD',
  'BAD_CSV',
  'BAD_MAPPING',
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
  'MISSING_COLUMN',
  'NOT_UTF8',
  'NO_ROWS',
  'TOO_MANY_NODES',
  'TOO_MANY_ROWS',
  'TWO_LEADS',
  'TWO_TEAMS',
  'UNBALANCED_QUOTE',
  'WRONG_DELIMITER',
  'WRONG_FIELD_COUNT',
] as const

export type ImportErrorCode = (typeof IMPORT_ERROR_CODES)[number]

/** Where in the file: the line as an editor counts it, the header being line 1, and the column by its header. */
export interface Place {
  readonly line?: number
  readonly column?: string
}

/** Says what was expected, what came and what to do. Thrown, it refuses the whole file; kept with a row, that row. */
export class ImportError extends Error {
  readonly line: number | null
  readonly column: string | null

  constructor(
    readonly code: ImportErrorCode,
    readonly reason: string,
    { line, column }: Place = {},
  ) {
    super(line === undefined ? reason : `Line ${line}: ${reason}`)
    this.name = 'ImportError'
    this.line = line ?? null
    this.column = column ?? null
  }
}
