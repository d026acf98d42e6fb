import type { ApiKeyStatus } from '../../domain/api-key.js'
import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { countOf } from '../../platform/database/count.js'
import { connectionOf, type Connection, type Position } from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import type { ApiKeyEntity } from './api-key.entity.js'
import { IS_ACTIVE, IS_LIVE_SECRET } from './api-key.sql.js'
import type { ApiKeySecretEntity } from './api-key-secret.entity.js'

export interface ApiKeyRow extends Omit<ApiKeyEntity, 'companyId'> {
  readonly status: ApiKeyStatus
  readonly lastUsedAt: Date | null
}

export type ApiKeySecretRow = Omit<ApiKeySecretEntity, 'companyId' | 'sha256'>

const SELECT = `SELECT k.id, k.name, k.scopes, k.node_id AS "nodeId", k.created_at AS "createdAt", k.created_by AS "createdBy",
       k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.version,
       CASE WHEN k.revoked_at IS NOT NULL THEN 'REVOKED' WHEN ${IS_ACTIVE} THEN 'ACTIVE' ELSE 'EXPIRED' END AS status,
       (SELECT max(s.last_used_at) FROM api_key_secret s
         WHERE s.company_id = k.company_id AND s.key_id = k.id) AS "lastUsedAt"
  FROM api_key k`
const BY_NAME = `k.name COLLATE "C", k.id`

const apiKeys = batchLoader<Dated, ApiKeyRow>(async (ctx, ids) => {
  const rows = await ctx.manager.query<ApiKeyRow[]>(
    `${SELECT} WHERE k.company_id = $1 AND k.id = ANY($2::uuid[])`,
    [ctx.companyId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
})

const liveSecrets = batchLoader<Dated, ApiKeySecretRow[]>(async (ctx, keyIds) => {
  const rows = await ctx.manager.query<ApiKeySecretRow[]>(
    `SELECT s.key_id AS "keyId", s.last_characters AS "lastCharacters", s.created_at AS "createdAt",
            s.expires_at AS "expiresAt", s.last_used_at AS "lastUsedAt"
       FROM api_key_secret s
       JOIN api_key k ON k.company_id = s.company_id AND k.id = s.key_id
      WHERE s.company_id = $1 AND s.key_id = ANY($2::uuid[]) AND ${IS_LIVE_SECRET} AND ${IS_ACTIVE}
      ORDER BY s.created_at DESC`,
    [ctx.companyId, keyIds],
  )
  return groupBy(rows, ({ keyId }) => keyId)
})

/** Null for an id that is no key, and for who may not manage keys. */
export async function loadApiKey(ctx: Context, id: string): Promise<ApiKeyRow | null> {
  return isUuid(id) && mayManage(ctx) ? ((await apiKeys(ctx).load({ id, asOf: null })) ?? null) : null
}

/** All there ever were, by name. Null for who may not manage keys. */
export async function loadApiKeys(
  ctx: Context,
  page: { readonly first: number; readonly after: Position },
): Promise<Connection<ApiKeyRow> | null> {
  if (!mayManage(ctx)) return null
  const { manager, companyId } = ctx
  const [name, id] = page.after ?? [null, null]
  const rows = await manager.query<ApiKeyRow[]>(
    `${SELECT} WHERE k.company_id = $1 AND ($2::text IS NULL OR (${BY_NAME}) > ($2, $3::uuid))
      ORDER BY ${BY_NAME} LIMIT $4`,
    [companyId, name, id, page.first + 1],
  )
  const count = () => countOf(manager, 'FROM api_key WHERE company_id = $1', [companyId])
  return connectionOf(rows, page, (row) => [row.name, row.id], count)
}

/** With which the key can be used at present, the newest first: one or two; none of a key that has ended. */
export async function loadLiveSecrets(ctx: Context, keyId: string): Promise<ApiKeySecretRow[]> {
  return (await liveSecrets(ctx).load({ id: keyId, asOf: null })) ?? []
}

function mayManage({ actor, companyId }: Context): boolean {
  return can(actor, 'manage API keys', { path: [companyId] }) !== null
}
