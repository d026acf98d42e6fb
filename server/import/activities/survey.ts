import { ImportError } from '../import-error.js'
import type { Listener } from './listener.js'
import { readActivities, type Reading } from './read-activities.js'
import { MOST_LISTED } from './tally.js'

/** What the files hold, before anything of it is written. */
export interface Survey {
  readonly rows: number
  readonly ignored: number
  readonly rejected: number
  readonly activities: number
  /** Told a second time with the same words, and taken once. */
  readonly repeated: number
  /** What the source calls the people whom it names by their names. */
  readonly names: ReadonlySet<string>
  /** The first of what is wrong. */
  readonly errors: readonly ImportError[]
}

const ROWS_PER_TICK = 1_000

/** Reads all files once. @throws ImportError as `readActivities`. */
export async function survey(reading: Reading, { onProgress, onOutcome }: Listener): Promise<Survey> {
  const counts = { rows: 0, ignored: 0, rejected: 0, activities: 0, repeated: 0 }
  const [names, errors] = [new Set<string>(), [] as ImportError[]]
  const onRead = (bytes: number, size: number) => {
    if (counts.rows % ROWS_PER_TICK === 0) onProgress('checking', bytes, size)
  }
  for await (const { activities, repeated, error, file, line } of readActivities(reading, onRead)) {
    counts.rows += 1
    counts.activities += activities.length
    counts.repeated += repeated
    for (const { rule, item } of activities)
      if (rule.person.kind === 'name') names.add(item.personReference!.normalize('NFC'))
    if (error) {
      counts.rejected += 1
      if (errors.length < MOST_LISTED) errors.push(error)
      const { code, reason, column } = error
      const nothing = { type: '', externalId: '', person: '' }
      onOutcome({
        file,
        line,
        ...nothing,
        status: 'REJECTED',
        written: false,
        column: column ?? '',
        code,
        reason,
      })
    } else if (activities.length + repeated === 0) counts.ignored += 1
  }
  return { ...counts, names, errors }
}
