import { DomainError } from '../../domain/errors.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change, type Permission } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { onCompany, onNode } from '../org/permission.js'
import { selfOf } from '../people/people-sight.js'
import { end } from './carry-out.commands.js'
import { loadScheduledChange, type ScheduledChangeRow } from './scheduled-change.loaders.js'

export interface ScheduledChangeKey {
  readonly scheduledChangeId: string
  readonly expectedVersion: number
}

/**
 * Gives up what is to come: by whoever scheduled it, and by who administers the node. Repeated, it changes nothing.
 * @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, INVALID for one that was made or has failed.
 */
export function cancelScheduledChange(
  ctx: Context,
  { scheduledChangeId, expectedVersion }: ScheduledChangeKey,
): Promise<void> {
  return change(ctx, onScheduled(scheduledChangeId), async (tx) => {
    const planned = await found(tx, scheduledChangeId)
    if (planned.status === 'CANCELLED') return
    assertUpcoming(planned)
    assertVersion('The scheduled change', planned.version, expectedVersion)
    await end(tx, planned, 'CANCELLED', null)
  })
}

function onScheduled(id: string): Permission {
  return async (ctx) => {
    const { scheduledBy, nodeId } = await found(ctx, id)
    if (ctx.actor === SYSTEM) return SYSTEM
    if (scheduledBy === selfOf(ctx)) return 'MEMBER'
    return (nodeId ? onNode('organise nodes', nodeId, 'scheduledChangeId') : onCompany('manage people'))(ctx)
  }
}

async function found(ctx: Context, id: string): Promise<ScheduledChangeRow> {
  const row = await loadScheduledChange(ctx, id)
  if (row) return row
  throw new DomainError('NOT_FOUND', 'There is no such scheduled change in your company.', [
    'scheduledChangeId',
  ])
}

function assertUpcoming({ status, endedAt, mutation }: ScheduledChangeRow): void {
  if (status === 'UPCOMING') return
  const what = status === 'APPLIED' ? 'was made' : 'could not be made'
  const message = `${mutation} ${what} at ${endedAt!.toISOString()}: it cannot be cancelled any more. Change it back instead.`
  throw new DomainError('INVALID', message, ['scheduledChangeId'])
}
