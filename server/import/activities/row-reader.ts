import type { Era } from '../../domain/activity.js'
import { DomainError } from '../../domain/errors.js'
import { draftOf } from '../../features/activity/activity-batch.js'
import type { CsvRecord } from '../csv-records.js'
import { ImportError } from '../import-error.js'
import { assertWhole, shortened } from '../person-row.js'
import type { FileMapping } from './activity-mapping.js'
import { holds } from './condition.js'
import type { Header } from './header.js'
import { columnBehind, ruleReader, type Cells, type ReadActivity } from './rule-reader.js'

/** What decides in the company what may be said of an activity. */
export interface Circumstances {
  readonly era: Era
  readonly timeZone: string
}

/** Answers the activities of a record; none for one to be ignored. @throws ImportError with line and column. */
export function rowReader(
  file: FileMapping,
  header: Header,
  { era, timeZone }: Circumstances,
): (record: CsvRecord) => ReadActivity[] {
  const readers = file.rows.map((rule) => ({ rule, read: ruleReader(rule, timeZone) }))
  return (record) => {
    assertWhole(record, header)
    const cells = cellsOf(file, header, record)
    const applying = readers.filter(({ rule: { when } }) => when === undefined || holds(when, cells.of))
    if (applying.length === 0) assertIgnored(file, cells)
    const activities = applying.map(({ read }) => read(cells))
    for (const activity of activities) assertPossible(activity, era, cells)
    return activities
  }
}

function cellsOf({ replace }: FileMapping, { at }: Header, { line, cells }: CsvRecord): Cells {
  return {
    line,
    of: (column) => {
      const written = cells[at(column)]!.trim()
      const meant = replace[column]
      return meant && Object.hasOwn(meant, written) ? meant[written]! : written
    },
  }
}

function assertIgnored({ ignore }: FileMapping, { line, of }: Cells): void {
  if (ignore && holds(ignore, of)) return
  const reason =
    'no rule of the mapping speaks of this row. Add one, or say with "ignore" that it is not needed.'
  throw new ImportError('NO_RULE', reason, { line })
}

/** What the company itself would refuse, in terms of the file. */
function assertPossible({ item, rule }: ReadActivity, era: Era, { line, of }: Cells): void {
  try {
    draftOf({ ...item, activityTypeId: '' }, era)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const field = error.path[0] ?? ''
    const column = columnBehind(rule, field)
    const found = column === undefined ? '' : ` Found “${shortened(of(column))}” in ${column}.`
    throw new ImportError(codeOf(field), `${error.message}${found}`, { line, ...(column && { column }) })
  }
}

function codeOf(field: string): ImportError['code'] {
  if (field === 'amount' || field === 'quantity') return 'BAD_NUMBER'
  if (field === 'email') return 'INVALID_EMAIL'
  return field === 'occurredAt' ? 'BAD_DATE' : 'INVALID_VALUE'
}
