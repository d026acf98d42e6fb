import type { EntityManager } from 'typeorm'
import { companyOfApiKey } from '../../domain/api-key.js'
import type { ApiKey, ApiKeyScope } from '../../domain/viewer.js'
import type { Moment } from '../../platform/context.js'
import { prepared } from '../../platform/database/client.js'
import { sha256Of } from '../../platform/sha256.js'
import { IS_ACTIVE, IS_LIVE_SECRET } from './api-key.sql.js'

/** A key that was sent, as far as it proves itself: whose it says to be, and what it is looked up by. */
export interface ApiKeyCredential {
  readonly companyId: string
  readonly sha256: Buffer
}

export interface SignedInApiKey {
  readonly viewer: ApiKey
  readonly moment: Moment
  /** Whether its use was last noted so long ago that it should be noted again. */
  readonly isUnnoted: boolean
}

interface Row {
  readonly keyId: string
  readonly scopes: readonly ApiKeyScope[]
  readonly nodeId: string
  readonly version: string
  readonly at: Date
  readonly isUnnoted: boolean
}

const IS_UNNOTED = `(s.last_used_at IS NULL OR s.last_used_at <= statement_timestamp() - interval '1 minute')`

const WHOSE = prepared(
  `SELECT k.id AS "keyId", k.scopes, coalesce(k.node_id, k.company_id) AS "nodeId",
          c.config_version AS version, c.changed_at AS at, ${IS_UNNOTED} AS "isUnnoted"
     FROM api_key_secret s
     JOIN api_key k ON k.company_id = s.company_id AND k.id = s.key_id
     JOIN company c ON c.company_id = s.company_id
    WHERE s.company_id = $1 AND s.sha256 = $2 AND ${IS_LIVE_SECRET} AND ${IS_ACTIVE}`,
)

/** Null for what is no key, or mistyped: that takes no statement. */
export function apiKeyCredential(token: string): ApiKeyCredential | null {
  const companyId = companyOfApiKey(token)
  return companyId === null ? null : { companyId, sha256: sha256Of(token) }
}

/**
 * The key behind a credential and the state of the company, in one statement: every request of an integration pays
 * this one, so that what was revoked is gone in the next request. Null when it was never made, has ended, or its node has.
 */
export async function loadSignedInApiKey(
  manager: EntityManager,
  { companyId, sha256 }: ApiKeyCredential,
): Promise<SignedInApiKey | null> {
  const [row] = await manager.query<Row[]>(WHOSE, [companyId, sha256])
  if (!row) return null
  const { keyId, scopes, nodeId, version, at, isUnnoted } = row
  return {
    viewer: { kind: 'API_KEY', keyId, companyId, scopes, nodeId },
    moment: { version: Number(version), at },
    isUnnoted,
  }
}

/** Notes that the key was used, at most once a minute. It waits for nobody's change and makes no version. */
export async function noteUse(
  manager: EntityManager,
  { companyId, sha256 }: ApiKeyCredential,
): Promise<void> {
  await manager.query(
    `UPDATE api_key_secret s SET last_used_at = statement_timestamp()
      WHERE s.company_id = $1 AND s.sha256 = $2 AND ${IS_UNNOTED}`,
    [companyId, sha256],
  )
}
