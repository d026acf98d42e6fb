import { randomUUID } from 'node:crypto'
import { MAX_ACTIVITY_TYPES, type ActivityTypeStatus } from '../../domain/activity-type.js'
import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import { assertMetricKey } from '../../domain/metric.js'
import { nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { onCompany } from '../org/permission.js'
import { ActivityTypeEntity } from './activity-type.entity.js'
import { loadTypesById, type ActivityTypeRow } from './activity-type.loaders.js'

export interface NewActivityType {
  readonly key: string
  readonly name: string
}

/** @throws DomainError INVALID, DUPLICATE naming the holder of the key, LIMIT_EXCEEDED, FORBIDDEN. Answers its id. */
export function createActivityType(ctx: Context, input: NewActivityType): Promise<string> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    assertMetricKey(input.key)
    const name = nameOf(input.name, 'name')
    await assertRoomFor(tx, input.key)
    const type = { id: randomUUID(), key: input.key, name, status: 'ACTIVE' as const, version: 1 }
    await tx.manager.insert(ActivityTypeEntity, { companyId: tx.companyId, ...type })
    recordType(tx, 'createActivityType', null, type)
    return type.id
  })
}

export interface ActivityTypeKey {
  readonly activityTypeId: string
  readonly expectedVersion: number
}

/** @throws DomainError NOT_FOUND, INVALID, VERSION_CONFLICT, FORBIDDEN. */
export function updateActivityType(
  ctx: Context,
  { name, ...key }: ActivityTypeKey & { readonly name: string },
): Promise<void> {
  return replace(ctx, 'updateActivityType', key, () => ({ name: nameOf(name, 'name') }))
}

/** Archives or restores. @throws DomainError NOT_FOUND, VERSION_CONFLICT, FORBIDDEN. */
export function setActivityTypeStatus(
  ctx: Context,
  key: ActivityTypeKey,
  status: ActivityTypeStatus,
): Promise<void> {
  const action = status === 'ARCHIVED' ? 'archiveActivityType' : 'restoreActivityType'
  return replace(ctx, action, key, () => ({ status }))
}

/** The type as the change found it. @throws DomainError NOT_FOUND naming the input field. */
export async function typeOf(tx: Change, id: string, path = ['activityTypeId']): Promise<ActivityTypeRow> {
  const type = (await loadTypesById(tx)).get(id)
  if (type) return type
  const message = 'There is no such activity type; read `activityTypes` for those there are.'
  throw new DomainError('NOT_FOUND', message, path)
}

/** Changes nothing, and asks for no version, when it is so already. */
function replace(
  ctx: Context,
  action: AuditAction,
  { activityTypeId, expectedVersion }: ActivityTypeKey,
  valid: () => Partial<Pick<ActivityTypeRow, 'name' | 'status'>>,
): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const before = await typeOf(tx, activityTypeId)
    const { id, key, ...after } = { ...before, ...valid(), version: before.version + 1 }
    if (after.name === before.name && after.status === before.status) return
    assertVersion(`Activity type ${key}`, before.version, expectedVersion)
    await tx.manager.update(ActivityTypeEntity, { companyId: tx.companyId, id }, after)
    recordType(tx, action, before, { id, key, ...after })
  })
}

async function assertRoomFor(tx: Change, key: string): Promise<void> {
  const types = [...(await loadTypesById(tx)).values()]
  const holder = types.find((type) => type.key === key)
  if (holder) {
    const hint = holder.status === 'ARCHIVED' ? 'It is archived: restore it, or choose' : 'Choose'
    const message = `The key ${key} belongs to “${holder.name}”. ${hint} another key.`
    throw new DomainError('DUPLICATE', message, ['key'])
  }
  if (types.length < MAX_ACTIVITY_TYPES) return
  throw new DomainError(
    'LIMIT_EXCEEDED',
    `A company has at most ${MAX_ACTIVITY_TYPES} activity types; yours has ${types.length}.`,
  )
}

function recordType(
  tx: Change,
  action: AuditAction,
  before: ActivityTypeRow | null,
  after: ActivityTypeRow,
): void {
  tx.record({ action, nodeId: null, entityId: after.id, before, after })
}
