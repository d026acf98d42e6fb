import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ImportError } from '../../../server/import/import-error.js'
import type { PersonRow, Row } from '../../../server/import/person-row.js'
import { readPeople, type PeopleFile } from '../../../server/import/read-people.js'

const folder = mkdtempSync(join(tmpdir(), 'import-'))
let files = 0

/** The path of a new file with these lines, or with exactly these bytes. */
export function fileOf(content: readonly string[] | Buffer): string {
  const path = join(folder, `people-${(files += 1)}.csv`)
  writeFileSync(path, Buffer.isBuffer(content) ? content : `${content.join('\n')}\n`)
  return path
}

export function people(content: readonly string[] | Buffer, rest: Partial<PeopleFile> = {}): PeopleFile {
  return { path: fileOf(content), delimiter: ',', columns: {}, teamName: null, ...rest }
}

/** The people of a file in which every row is right. */
export async function read(
  content: readonly string[] | Buffer,
  rest?: Partial<PeopleFile>,
): Promise<PersonRow[]> {
  const rows = await readPeople(people(content, rest))
  return rows.map((row) => {
    if (row instanceof ImportError) throw row
    return row
  })
}

/** Code and line of each row that is wrong, and `ok` for the others. */
export function verdicts(rows: readonly Row[]): string[] {
  return rows.map((row) => (row instanceof ImportError ? `${row.code} ${row.line}` : 'ok'))
}

/** What a file as a whole is refused with. */
export async function refusal(work: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof ImportError) return error
  throw new Error(`Expected a refusal, got ${String(error)}`)
}

/** For a text that contains this one. */
export function saying(text: string): string {
  return expect.stringContaining(text) as string
}

export function matching(pattern: RegExp): string {
  return expect.stringMatching(pattern) as string
}
