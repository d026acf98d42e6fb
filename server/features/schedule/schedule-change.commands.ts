import { randomUUID } from 'node:crypto'
import { DomainError } from '../../domain/errors.js'
import { capacitiesOf, SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change, type Change, type Permission } from '../../platform/database/change.js'
import { loadPlannedPlace } from './planned-place.loaders.js'
import { ScheduledChangeEntity } from './scheduled-change.entity.js'
import type { ScheduledChangeRow } from './scheduled-change.loaders.js'
import { loadUpcoming, play, takenBack, type Perform, type Planned, type Stage } from './timeline.js'

/** More than anybody plans; each is played whenever one more is scheduled. */
export const MAX_UPCOMING = 100

export interface ToSchedule {
  readonly mutation: string
  readonly input: object
  readonly effectiveAt: Date
}

/**
 * Plans a mutation for a later instant, if it can be made then: all that is to come is played in a transaction that is
 * taken back. Answers its id; null for a dry run. @throws DomainError as the mutation itself, VERSION_CONFLICT among them;
 * SCHEDULE_CONFLICT when something planned for later could not be made any more; LIMIT_EXCEEDED; FORBIDDEN for an API key.
 */
export async function scheduleChange(
  ctx: Context,
  asked: ToSchedule,
  perform: Perform,
): Promise<string | null> {
  const planned = { ...asked, scheduledBy: personOf(ctx) }
  const { rehearsal, ...rest } = ctx
  // Played, and looked on at, is what is planned; of the planning nothing is to stay either.
  const planner = rehearsal ? { ...rest, rehearsal: UNWATCHED } : ctx
  return change(planner, asWhoever, async (tx) => {
    const upcoming = await loadUpcoming(tx)
    assertRoom(upcoming)
    const stage = { ctx: tx, runner: tx.manager.queryRunner!, perform }
    await assertAsRead(stage, planned)
    await takenBack(stage, () => playWith(stage, upcoming, planned, rehearsal))
    return rehearsal ? null : plan(tx, planned)
  })
}

const UNWATCHED = { before: async () => undefined, after: async () => undefined }

/** Whether the person may is asked where it is played. */
const asWhoever: Permission = async ({ actor }) => {
  if (actor === SYSTEM) return SYSTEM
  return actor.kind === 'API_KEY' ? 'API_KEY' : capacitiesOf(actor)[0]!.capacity
}

function personOf({ actor }: Context): string {
  if (actor !== SYSTEM && actor.kind === 'PERSON') return actor.userId
  const message =
    'No API key may schedule a change: it is made with the rights of a person. Make it now or at a past date, or have a person schedule it.'
  throw new DomainError('FORBIDDEN', message, ['effectiveAt'])
}

function assertRoom(upcoming: readonly unknown[]): void {
  if (upcoming.length < MAX_UPCOMING) return
  const message = `${MAX_UPCOMING} changes are scheduled already, which is the limit. Cancel one, or wait for one to be made.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['effectiveAt'])
}

/**
 * What is to come before it makes versions that nobody can have read, so the present ones count. Whatever else is wrong is
 * found when all is played. @throws DomainError VERSION_CONFLICT
 */
async function assertAsRead(stage: Stage, planned: Planned): Promise<void> {
  await takenBack(stage, () => play(stage, planned, { versions: 'AS_SENT' })).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code === 'VERSION_CONFLICT') throw error
  })
}

/** In the order of their dates; of one date, in the order in which they were planned. */
async function playWith(
  stage: Stage,
  upcoming: readonly ScheduledChangeRow[],
  planned: Planned,
  rehearsal: Context['rehearsal'],
): Promise<void> {
  const before = upcoming.filter(({ effectiveAt }) => effectiveAt <= planned.effectiveAt)
  for (const one of before) await play(stage, one).catch(whatFailsAnyway)
  const fails = await failuresOf(stage, upcoming.slice(before.length))
  await play(stage, planned, { rehearsal })
  for (const one of upcoming.slice(before.length)) {
    await play(stage, one).catch((error: unknown) => {
      if (!fails.has(one.id)) throw conflict(one, error)
    })
  }
}

/** Those that could not be made as things are, whatever is planned now. */
async function failuresOf(stage: Stage, later: readonly ScheduledChangeRow[]): Promise<ReadonlySet<string>> {
  const failed = new Set<string>()
  await takenBack(stage, async () => {
    for (const one of later)
      await play(stage, one).catch((error: unknown) => failed.add(whatFailsAnyway(error) ?? one.id))
  })
  return failed
}

/** What cannot be made is told of when its time comes. */
function whatFailsAnyway(error: unknown): undefined {
  if (!(error instanceof DomainError)) throw error
}

function conflict({ mutation, effectiveAt }: ScheduledChangeRow, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  const message = `Then ${mutation}, scheduled for ${effectiveAt.toISOString()}, could not be made: ${error.message} Cancel that one first, or choose another date.`
  return new DomainError('SCHEDULE_CONFLICT', message, ['effectiveAt'])
}

async function plan(tx: Change, { mutation, input, effectiveAt, scheduledBy }: Planned): Promise<string> {
  const { manager, companyId, at: scheduledAt } = tx
  const id = randomUUID()
  const { nodeId, ends = { nodeId } } = await loadPlannedPlace(tx, input)
  const row = { companyId, id, mutation, input, effectiveAt, scheduledBy, scheduledAt, nodeId }
  await manager.insert(ScheduledChangeEntity, { ...row, status: 'UPCOMING', version: 1 })
  const after = { mutation, effectiveAt, input }
  tx.record({ action: 'scheduleChange', ...ends, entityId: id, before: null, after })
  return id
}
