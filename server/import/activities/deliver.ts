import type { ItemResult } from '../../features/activity/activity-batch.js'
import { logActivities } from '../../features/activity/log-activities.commands.js'
import type { Context } from '../../platform/context.js'
import { ImportError } from '../import-error.js'
import type { Listener } from './listener.js'
import type { PeopleOfSource } from './people-of-source.js'
import { readActivities, type Reading, type ReadRow } from './read-activities.js'
import type { ReadActivity } from './rule-reader.js'
import { loadTypesByKey } from './set-up.js'
import { count, countAside, note, type Tally } from './tally.js'

interface Sent extends Pick<ReadRow, 'file' | 'line'> {
  readonly activity: ReadActivity
}

interface Delivery {
  readonly dryRun: boolean
  readonly people: PeopleOfSource
  /** How many there are. */
  readonly expected: number
}

interface Told {
  readonly tally: Tally
  readonly listener: Listener
}

/** Long enough to be fast, short enough that nobody waits for one. */
export const BATCH = 500

/** Logs what the files hold, or tells what would come of it. */
export async function deliver(ctx: Context, reading: Reading, delivery: Delivery, told: Told): Promise<void> {
  const typeIds = new Map([...(await loadTypesByKey(ctx))].map(([key, { id }]) => [key, id]))
  let done = 0
  for await (const batch of batchesOf(reading)) {
    const results = await log(ctx, reading.mapping.source, batch, { typeIds, dryRun: delivery.dryRun })
    batch.forEach((sent, index) => tell(sent, results[index]!, delivery, told))
    told.listener.onProgress('logging', (done += batch.length), delivery.expected)
  }
}

async function* batchesOf(reading: Reading): AsyncGenerator<Sent[]> {
  let batch: Sent[] = []
  for await (const { file, line, activities } of readActivities(reading)) {
    for (const activity of activities) {
      batch.push({ file, line, activity })
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** What a dry run knows of an activity whose type does not exist yet: it cannot be there. */
const TO_COME = 'TO_COME'

async function log(
  ctx: Context,
  source: string,
  batch: readonly Sent[],
  { typeIds, dryRun }: { readonly typeIds: ReadonlyMap<string, string>; readonly dryRun: boolean },
): Promise<(ItemResult | typeof TO_COME)[]> {
  const typed = batch.filter(({ activity }) => typeIds.has(activity.rule.type))
  const items = typed.map(({ activity: { rule, item } }) => ({
    ...item,
    activityTypeId: typeIds.get(rule.type)!,
  }))
  const { results } = await logActivities(ctx, { source, mode: 'PER_ITEM', dryRun, items })
  const byActivity = new Map(typed.map((sent, index) => [sent, results[index]!]))
  return batch.map((sent) => byActivity.get(sent) ?? TO_COME)
}

function tell(
  sent: Sent,
  result: ItemResult | typeof TO_COME,
  { dryRun, people }: Delivery,
  { tally, listener }: Told,
): void {
  const { rule, item } = sent.activity
  const [person, status] = [
    item.personReference ?? item.email ?? '',
    result === TO_COME ? 'CREATED' : result.status,
  ]
  const error = result !== TO_COME && result.status === 'REJECTED' ? refusal(sent, result.error) : null
  count(tally, rule.type, status)
  if (error) note(tally, error)
  else if (isAside(result, person, people)) countAside(tally, person)
  listener.onOutcome({
    ...{ file: sent.file, line: sent.line, type: rule.type, externalId: item.externalId, person, status },
    written: !dryRun && (status === 'CREATED' || status === 'UPDATED'),
    ...{ column: '', code: error?.code ?? '', reason: error?.reason ?? '' },
  })
}

function isAside(
  result: ItemResult | typeof TO_COME,
  person: string,
  { links, known }: PeopleOfSource,
): boolean {
  if (links.has(person)) return false
  if (result === TO_COME) return !known.has(person) && !known.has(person.toLowerCase())
  return result.status !== 'REJECTED' && result.activity.userId === null
}

function refusal({ file, line }: Sent, { code, message }: { code: string; message: string }): ImportError {
  return new ImportError(code === 'DUPLICATE' ? 'SAME_ID' : 'INVALID_VALUE', message, { file, line })
}
