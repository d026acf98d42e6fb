import { randomBytes, randomUUID } from 'node:crypto'
import { MAX_API_KEYS, assertExpiry, endOfOldSecret, formatApiKey, scopesOf } from '../../domain/api-key.js'
import type { AuditAction } from '../../domain/audit.js'
import { SECRET_BYTES } from '../../domain/company-token.js'
import { DomainError } from '../../domain/errors.js'
import { nameOf } from '../../domain/text.js'
import type { ApiKeyScope } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { sha256Of } from '../../platform/sha256.js'
import { nodeNotFound, onCompany } from '../org/permission.js'
import { pathOf } from '../org/tree.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { ApiKeyEntity } from './api-key.entity.js'
import { loadApiKey, type ApiKeyRow } from './api-key.loaders.js'
import { IS_ACTIVE } from './api-key.sql.js'
import { ApiKeySecretEntity } from './api-key-secret.entity.js'

export interface NewApiKey {
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
  readonly nodeId?: string | null
  readonly expiresAt?: Date | null
}

export interface MadeSecret {
  readonly apiKeyId: string
  /** In clear, for whoever asked, and kept nowhere. */
  readonly secret: string
}

/** @throws DomainError INVALID, NOT_FOUND (node), LIMIT_EXCEEDED, FORBIDDEN. */
export function createApiKey(ctx: Context, input: NewApiKey): Promise<MadeSecret> {
  const { nodeId = null, expiresAt = null } = input
  return change(ctx, onCompany('manage API keys'), async (tx) => {
    const { companyId, at } = tx
    const terms = { name: nameOf(input.name, 'name'), scopes: scopesOf(input.scopes), expiresAt }
    assertExpiry(expiresAt, at)
    if (nodeId !== null && (await pathOf(tx, nodeId)).length === 0) throw nodeNotFound('nodeId')
    await assertRoom(tx)
    const key = { id: randomUUID(), ...terms, nodeId: nodeId === companyId ? null : nodeId, version: 1 }
    const row = { ...key, companyId, createdAt: at, createdBy: selfOf(tx), revokedAt: null }
    await tx.manager.insert(ApiKeyEntity, row)
    const secret = await addSecret(tx, key.id)
    record(tx, 'createApiKey', key.id, null, { ...key, secretEndsWith: lastCharactersOf(secret) })
    return { apiKeyId: key.id, secret }
  })
}

export interface ApiKeyVersion {
  readonly apiKeyId: string
  readonly expectedVersion: number
}

export interface Rotation extends ApiKeyVersion {
  readonly oldSecretExpiresAt?: Date | null
}

/**
 * Makes a second secret beside the one so far, which ends at a given instant; one that was already to end, ends now.
 * @throws DomainError NOT_FOUND, VERSION_CONFLICT, INVALID (the key has ended, the instant), FORBIDDEN.
 */
export function rotateApiKey(ctx: Context, input: Rotation): Promise<MadeSecret> {
  const { apiKeyId, expectedVersion, oldSecretExpiresAt = null } = input
  return change(ctx, onCompany('manage API keys'), async (tx) => {
    const key = await apiKeyOf(tx, apiKeyId)
    assertVersion(titleOf(key), key.version, expectedVersion)
    assertActive(key)
    const end = endOfOldSecret(oldSecretExpiresAt, tx.at)
    await endSecrets(tx, apiKeyId, end)
    const secret = await addSecret(tx, apiKeyId)
    const version = await touch(tx, key, {})
    const after = { version, secretEndsWith: lastCharactersOf(secret), oldSecretExpiresAt: end }
    record(tx, 'rotateApiKey', apiKeyId, { version: key.version }, after)
    return { apiKeyId, secret }
  })
}

/** For ever, from the next request on. @throws DomainError NOT_FOUND, VERSION_CONFLICT, FORBIDDEN. */
export function revokeApiKey(ctx: Context, { apiKeyId, expectedVersion }: ApiKeyVersion): Promise<void> {
  return change(ctx, onCompany('manage API keys'), async (tx) => {
    const key = await apiKeyOf(tx, apiKeyId)
    if (key.revokedAt !== null) return
    assertVersion(titleOf(key), key.version, expectedVersion)
    const version = await touch(tx, key, { revokedAt: tx.at })
    const before = { version: key.version, revokedAt: null }
    record(tx, 'revokeApiKey', apiKeyId, before, { version, revokedAt: tx.at })
  })
}

async function apiKeyOf(tx: Change, id: string): Promise<ApiKeyRow> {
  const key = await loadApiKey(tx, id)
  if (key) return key
  const message = 'There is no such API key; read `company { apiKeys }` for those there are.'
  throw new DomainError('NOT_FOUND', message, ['apiKeyId'])
}

function assertActive(key: ApiKeyRow): void {
  if (key.status === 'ACTIVE') return
  const message = `${titleOf(key)} is ${key.status}: it gets no new secret. Create another key.`
  throw new DomainError('INVALID', message, ['apiKeyId'])
}

async function assertRoom({ manager, companyId }: Change): Promise<void> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM api_key k WHERE k.company_id = $1 AND ${IS_ACTIVE}`,
    [companyId],
  )
  if (row!.count < MAX_API_KEYS) return
  const message = `A company has at most ${MAX_API_KEYS} API keys that are ACTIVE; yours has ${row!.count}. Revoke one that is not used.`
  throw new DomainError('LIMIT_EXCEEDED', message)
}

async function addSecret({ manager, companyId, at }: Change, keyId: string): Promise<string> {
  const secret = formatApiKey(companyId, randomBytes(SECRET_BYTES))
  const row = { companyId, keyId, sha256: sha256Of(secret), lastCharacters: lastCharactersOf(secret) }
  await manager.insert(ApiKeySecretEntity, { ...row, createdAt: at, expiresAt: null, lastUsedAt: null })
  return secret
}

async function endSecrets({ manager, companyId, at }: Change, keyId: string, end: Date): Promise<void> {
  await manager.query(
    `UPDATE api_key_secret SET expires_at = CASE WHEN expires_at IS NULL THEN $3::timestamptz ELSE $4::timestamptz END
      WHERE company_id = $1 AND key_id = $2 AND (expires_at IS NULL OR expires_at > $4)`,
    [companyId, keyId, end, at],
  )
}

async function touch(
  tx: Change,
  { id, version }: ApiKeyRow,
  changes: Partial<ApiKeyEntity>,
): Promise<number> {
  const next = { ...changes, version: version + 1 }
  await tx.manager.update(ApiKeyEntity, { companyId: tx.companyId, id }, next)
  return next.version
}

function lastCharactersOf(secret: string): string {
  return secret.slice(-4)
}

function titleOf({ name }: ApiKeyRow): string {
  return `The API key “${name}”`
}

/** Of no node, also for a key that is bound to one: keys are a matter of the company. */
function record(
  tx: Change,
  action: AuditAction,
  entityId: string,
  before: object | null,
  after: object,
): void {
  tx.record({ action, nodeId: null, entityId, before, after })
}
