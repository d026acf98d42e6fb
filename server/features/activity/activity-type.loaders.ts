import type { ActivityTypeStatus } from '../../domain/activity-type.js'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { perVersion } from '../../platform/per-version.js'
import { assertScope } from '../org/sight.loaders.js'

export interface ActivityTypeRow {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly status: ActivityTypeStatus
  readonly version: number
}

const presentTypes = perVersion(readTypes)

async function readTypes({ manager, companyId }: Context): Promise<Map<string, ActivityTypeRow>> {
  const rows = await manager.query<ActivityTypeRow[]>(
    `SELECT t.id, t.key, t.name, t.status, t.version
       FROM activity_type t
      WHERE t.company_id = $1
      ORDER BY t.name COLLATE "C", t.key COLLATE "C"`,
    [companyId],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** All of the company, archived ones included, by id; in the order of the names. Whoever asks: for what decides. */
export function loadTypesById(ctx: Context): Eventually<ReadonlyMap<string, ActivityTypeRow>> {
  return presentTypes(ctx, null)
}

/** All of them, to be shown. @throws FORBIDDEN for an API key without the scope. */
export async function loadActivityTypes(ctx: Context): Promise<ActivityTypeRow[]> {
  assertScope(ctx, 'see the catalogue')
  return [...(await loadTypesById(ctx)).values()]
}

/** Null for an id that is not an activity type of the viewer's company. @throws as `loadActivityTypes`. */
export async function loadActivityType(ctx: Context, id: string): Promise<ActivityTypeRow | null> {
  assertScope(ctx, 'see the catalogue')
  return (await loadTypesById(ctx)).get(id) ?? null
}
