import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { csvRecords } from '../csv-records.js'
import { ImportError } from '../import-error.js'
import type { ActivityMapping, FileMapping } from './activity-mapping.js'
import { headerOf } from './header.js'
import { rowReader, type Circumstances } from './row-reader.js'
import type { ReadActivity } from './rule-reader.js'

/** What a row comes to. */
export interface ReadRow {
  readonly file: string
  readonly line: number
  /** None when the row is to be ignored, or wrong. */
  readonly activities: readonly ReadActivity[]
  /** How many of its activities an earlier row has told with the same words. */
  readonly repeated: number
  readonly error: ImportError | null
}

export interface Reading {
  readonly mapping: ActivityMapping
  readonly folder: string
  readonly circumstances: Circumstances
}

type OnRead = (bytes: number, size: number) => void

/**
 * The rows of all files, one after another as they are asked for; the same files give the same rows. A row that is
 * wrong is told and the others go on. @throws ImportError, with the file, for what is wrong with a file as a whole.
 */
export async function* readActivities(
  { mapping, folder, circumstances }: Reading,
  onRead: OnRead = () => undefined,
): AsyncGenerator<ReadRow> {
  const told = new Map<string, Telling>()
  const size = await sizeOf(mapping, folder)
  let before = 0
  for (const file of mapping.files) {
    const path = resolve(folder, file.file)
    let inFile = 0
    const advance = (bytes: number) => onRead(before + (inFile = bytes), size)
    try {
      yield* rowsOf(file, path, circumstances, told, advance)
    } catch (error) {
      throw error instanceof ImportError ? error.in(file.file) : error
    }
    before += inFile
  }
}

async function* rowsOf(
  file: FileMapping,
  path: string,
  circumstances: Circumstances,
  told: Map<string, Telling>,
  onRead: (bytes: number) => void,
): AsyncGenerator<ReadRow> {
  let read: ReturnType<typeof rowReader> | null = null
  for await (const record of csvRecords(path, file.delimiter, onRead)) {
    if (read === null) {
      read = rowReader(file, headerOf(record, file), circumstances)
      continue
    }
    yield rowOf(file.file, record.line, told, read.bind(null, record))
  }
  if (read !== null) return
  throw new ImportError('EMPTY_FILE', 'it holds nothing. Expected a header, and a row for each thing done.')
}

function rowOf(
  file: string,
  line: number,
  told: Map<string, Telling>,
  read: () => readonly ReadActivity[],
): ReadRow {
  try {
    const activities = read()
    const fresh = untold(activities, { file, line }, told)
    return { file, line, activities: fresh, repeated: activities.length - fresh.length, error: null }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error
    return { file, line, activities: [], repeated: 0, error: error.in(file) }
  }
}

interface Telling {
  readonly file: string
  readonly line: number
  readonly print: string
}

/** Those that no row before has told. All that is kept of a row is its ids, where it was, and a print of it. */
function untold(
  activities: readonly ReadActivity[],
  place: { readonly file: string; readonly line: number },
  told: Map<string, Telling>,
): ReadActivity[] {
  const fresh = new Map<string, Telling>()
  const kept = activities.filter((activity) => {
    const { externalId } = activity.item
    const [print, before] = [printOf(activity), fresh.get(externalId) ?? told.get(externalId)]
    if (before && before.print !== print) throw sameId(externalId, place.line, before)
    if (!before) fresh.set(externalId, { ...place, print })
    return !before
  })
  for (const [externalId, telling] of fresh) told.set(externalId, telling)
  return kept
}

function printOf({ rule, item }: ReadActivity): string {
  return createHash('sha256')
    .update(JSON.stringify([rule.type, item]))
    .digest('base64')
    .slice(0, 22)
}

function sameId(externalId: string, line: number, { file, line: other }: Telling): ImportError {
  const reason = `“${externalId}” is something else in ${file}, line ${other}: an id stands for one activity. Correct one of the rows, or the externalId of the mapping.`
  return new ImportError('SAME_ID', reason, { line })
}

async function sizeOf({ files }: ActivityMapping, folder: string): Promise<number> {
  const sizes = files.map(({ file }) =>
    stat(resolve(folder, file)).then(
      ({ size }) => size,
      // Told when it is read.
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
