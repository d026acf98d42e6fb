import {
  correctedActivity,
  countedOf,
  isSameActivity,
  pathOfCredit,
  postingsOf,
  type Correction,
  type Credit,
} from '../../domain/activity.js'
import { DomainError } from '../../domain/errors.js'
import { can, type ActsAs, type Resource } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { append, type Change, type Permission } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { isUuid } from '../../platform/uuid.js'
import { assertCanOrHide } from '../org/permission.js'
import { assertLoggable } from './activity-permission.js'
import { loadActivity } from './activity.loaders.js'
import { ACTIVITY_COLUMNS, activityRow, type ActivityRow, type StoredActivity } from './activity.row.js'
import { eraOf, loadTerms, type Terms } from './activity-terms.js'
import { loadCredits, type Found } from './credit.loaders.js'
import { post } from './rollup.js'

const CORRECT = 'correct activities'

export interface ActivityKey {
  readonly activityId: string
  readonly expectedVersion: number
}

/**
 * What is left out stays. An activity of another instant counts to the team of that instant.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID naming the field, VERSION_CONFLICT.
 */
export function correctActivity(ctx: Context, input: ActivityKey & Correction): Promise<void> {
  const { activityId, expectedVersion, ...correction } = input
  return append(ctx, onActivity(activityId), async (tx) => {
    const before = await activityToChange(tx, activityId)
    const terms = await loadTerms(tx)
    const facts = correctedActivity(before, correction, eraOf(tx, terms))
    if (isSameActivity(before, facts)) return
    assertVersion('The activity', before.version, expectedVersion)
    assertNotVoided(before)
    const after = await credited(tx, terms, before, { ...before, ...facts, version: before.version + 1 })
    await update(tx, after)
    await post(tx, postingsOf(countedOf(before), countedOf(after)))
    record(tx, 'correctActivity', before, after)
  })
}

/** Takes it out of all sums; it is kept. Repeated, it changes nothing. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT. */
export function voidActivity(ctx: Context, { activityId, expectedVersion }: ActivityKey): Promise<void> {
  return append(ctx, onActivity(activityId), async (tx) => {
    const before = await activityToChange(tx, activityId)
    if (before.isVoided) return
    assertVersion('The activity', before.version, expectedVersion)
    const after = { ...before, isVoided: true, version: before.version + 1 }
    await update(tx, after)
    await post(tx, postingsOf(countedOf(before), null))
    record(tx, 'voidActivity', before, after)
  })
}

/** @throws DomainError NOT_FOUND for an activity out of sight, as for one that never was; FORBIDDEN for one in sight. */
function onActivity(activityId: string): Permission {
  return async (ctx) => assertMayCorrect(ctx, activityId, await readActivity(ctx, activityId, ''))
}

/** Who came first may have made it count to another team. It stays as it is until the end of the change. */
async function activityToChange(tx: Change, activityId: string): Promise<ActivityRow> {
  const activity = await readActivity(tx, activityId, 'FOR UPDATE')
  await assertMayCorrect(tx, activityId, activity)
  return activity!
}

async function readActivity(
  { manager, companyId }: Context,
  id: string,
  lock: '' | 'FOR UPDATE',
): Promise<ActivityRow | null> {
  if (!isUuid(id)) return null
  const [row] = await manager.query<StoredActivity[]>(
    `SELECT ${ACTIVITY_COLUMNS} FROM activity a WHERE a.company_id = $1 AND a.id = $2 ${lock}`,
    [companyId, id],
  )
  return row ? activityRow(row) : null
}

async function assertMayCorrect(ctx: Context, id: string, activity: ActivityRow | null): Promise<ActsAs> {
  const look = () => loadActivity(ctx, id)
  const sought = { field: 'activityId', look, absent: activityNotFound }
  return assertCanOrHide(ctx, CORRECT, activity && resourceOf(ctx, activity), sought)
}

function activityNotFound(field: string): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such activity in your company.', [field])
}

function resourceOf(
  { companyId }: Context,
  { userId, ...credit }: Credit & Pick<ActivityRow, 'userId'>,
): Resource {
  const path = pathOfCredit(companyId, credit)
  return userId === null ? { path } : { path, person: { id: userId } }
}

function assertNotVoided({ isVoided }: ActivityRow): void {
  if (!isVoided) return
  const message = 'The activity is voided: it counts nowhere and is not corrected any more. Log it anew.'
  throw new DomainError('INVALID', message, ['activityId'])
}

/**
 * Counted to the day and the team of its instant, if that is another. What stays the same is not judged again.
 * @throws DomainError FORBIDDEN, INVALID, NOT_FOUND (type).
 */
async function credited(
  tx: Change,
  terms: Terms,
  before: ActivityRow,
  corrected: ActivityRow,
): Promise<ActivityRow> {
  const isSameTime = before.occurredAt.getTime() === corrected.occurredAt.getTime()
  const found = isSameTime ? foundBefore(before) : await creditOf(tx, corrected)
  const credit = found.credit ?? { teamId: null, departmentId: null }
  const isSameCredit = before.teamId === credit.teamId && before.departmentId === credit.departmentId
  if (!isSameCredit) assertMayMove(tx, { ...corrected, ...credit })
  if (!isSameCredit || before.activityTypeId !== corrected.activityTypeId)
    assertLoggable(tx, terms, corrected.activityTypeId, found)
  return { ...corrected, ...credit, day: isSameTime ? before.day : terms.dayOf(corrected.occurredAt) }
}

/** The activity as it is may be theirs to correct: it is where it would go that is not. */
function assertMayMove(tx: Change, corrected: ActivityRow): void {
  if (can(tx.actor, CORRECT, resourceOf(tx, corrected))) return
  const at = corrected.occurredAt.toISOString()
  const message = `At ${at} the activity counts where you may not correct activities. Leave its instant as it is, choose one at which it counts where you may, or ask a company admin.`
  throw new DomainError('FORBIDDEN', message, ['occurredAt'])
}

function foundBefore({ userId, teamId, departmentId }: ActivityRow): Found {
  // Whether the person is hidden plays no part in what can be logged.
  const person = userId === null ? null : { id: userId, isHidden: false }
  return { person, credit: teamId === null ? null : { teamId, departmentId } }
}

async function creditOf(tx: Change, { userId, source, occurredAt }: ActivityRow): Promise<Found> {
  if (userId === null) return { person: null, credit: null }
  const [found] = await loadCredits(tx, source, [{ userId, reference: null, email: null, occurredAt }])
  return found!
}

async function update({ manager, companyId, at }: Change, activity: ActivityRow): Promise<void> {
  const { id, activityTypeId, label, quantity, amount, occurredAt } = activity
  const { day, note, teamId, departmentId, isVoided, version } = activity
  await manager.query(
    `UPDATE activity
        SET activity_type_id = $3, label = $4, quantity = $5, amount = $6, occurred_at = $7, day = $8, note = $9,
            team_id = $10, department_id = $11, voided_at = $12, version = $13
      WHERE company_id = $1 AND id = $2`,
    [
      ...[companyId, id, activityTypeId, label, quantity, amount, occurredAt, day, note],
      ...[teamId, departmentId, isVoided ? at : null, version],
    ],
  )
}

function record(
  tx: Change,
  action: 'correctActivity' | 'voidActivity',
  before: ActivityRow,
  after: ActivityRow,
): void {
  const fromNodeId = before.teamId === after.teamId ? null : before.teamId
  tx.record({ action, nodeId: after.teamId ?? tx.companyId, fromNodeId, entityId: after.id, before, after })
}
