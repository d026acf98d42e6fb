import { Semaphore, withTimeout, type SemaphoreInterface } from 'async-mutex'
import type { DataSource } from 'typeorm'
import { requestError } from '../graphql/request-error.js'

/** One works, the others are there when it ends. */
const AT_ONCE = 3

/** Longer than the database lets a lock be waited for, shorter than a request may take. */
const MAX_WAIT = 5_000

interface Line {
  readonly places: SemaphoreInterface
  /** How many have a place or wait for one. */
  length: number
}

const linesOf = new WeakMap<DataSource, Map<string, Line>>()

/**
 * Runs `work` in the line of that name: what the database does one at a time for each company, as changes, or no faster when
 * there are many at once, as batches. Who waits there holds a connection; here it costs none, so that a company with much to
 * do leaves the connections to the others. In order of arrival.
 * @throws OVERLOADED when there is no place for 5 s, with nothing done.
 */
export async function inLine<R>(database: DataSource, name: string, work: () => Promise<R>): Promise<R> {
  const lines = linesOf.get(database) ?? new Map<string, Line>()
  linesOf.set(database, lines)
  const line = lines.get(name) ?? { places: newPlaces(), length: 0 }
  lines.set(name, line)
  line.length += 1
  try {
    return await line.places.runExclusive(work)
  } finally {
    line.length -= 1
    if (line.length === 0) lines.delete(name)
  }
}

function newPlaces(): SemaphoreInterface {
  const crowded = 'Many changes of this company wait for each other. Send the same again.'
  return withTimeout(new Semaphore(AT_ONCE), MAX_WAIT, requestError('OVERLOADED', crowded))
}
