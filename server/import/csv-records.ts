import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { CsvError, parse, type Parser } from 'csv-parse'
import { hasCode } from '../platform/has-code.js'
import { ImportError } from './import-error.js'

export interface CsvRecord {
  /** The line on which the record begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** A quote that nobody closes must not swallow the file. */
const LONGEST_RECORD_BYTES = 65_536

/**
 * The records of a file one after another, without those that are blank. Reads no faster than it is read from.
 * @throws ImportError FILE_UNUSABLE, UNBALANCED_QUOTE, BAD_CSV; the latter two with the line of the broken record.
 */
export async function* csvRecords(
  path: string,
  delimiter: string,
  onRead: (bytes: number, size: number) => void,
): AsyncGenerator<CsvRecord> {
  let parsedLines = 0
  let line = 1
  try {
    const { size } = await stat(path)
    const source = createReadStream(path)
    const parser = parserOf(delimiter, (cells) => (parsedLines += linesOf(cells)))
    // The callback does nothing: a failing source ends the parser with its error, which the loop then throws.
    pipeline(source, parser, () => undefined)
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells }
      line += linesOf(cells)
      onRead(source.bytesRead, size)
    }
  } catch (error) {
    throw refusal(error, path, parsedLines + 1)
  }
}

/** The parser runs ahead of its reader: where it fails is known to `onRecord` alone. */
function parserOf(delimiter: string, onRecord: (cells: string[]) => void): Parser {
  return parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    max_record_size: LONGEST_RECORD_BYTES,
    on_record: (cells) => {
      onRecord(cells)
      return cells
    },
  })
}

/** Counted here, since the parser itself counts a line break inside quotes twice. */
function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 1)
}

function refusal(error: unknown, path: string, line: number): unknown {
  if (error instanceof CsvError) return csvRefusal(error, line)
  if (!hasCode(error, 'ENOENT', 'EISDIR', 'EACCES', 'EPERM', 'ENOTDIR')) return error
  return new ImportError(
    'FILE_UNUSABLE',
    `${path} cannot be read: ${(error as Error).message}. Check the path.`,
  )
}

function csvRefusal({ code, message }: CsvError, line: number): ImportError {
  const isQuote = code.includes('QUOTE') || code === 'CSV_MAX_RECORD_SIZE'
  if (!isQuote) return new ImportError('BAD_CSV', `this is not CSV: ${message}`, { line })
  const reason =
    'a quote is opened and not closed, or stands inside a cell. ' +
    'Put the whole cell into quotes and double the quotes inside it: "Anna ""Ann"" Berg".'
  return new ImportError('UNBALANCED_QUOTE', reason, { line })
}
