import type { EntityManager } from 'typeorm'
import { apiKeyCredential, loadSignedInApiKey, noteUse } from '../features/api-key/viewer.loaders.js'
import type { Context } from '../platform/context.js'
import { TenantReads } from '../platform/database/tenant-reads.js'
import { refusingOverload } from '../platform/graphql/error-mask.js'
import { bearerToken } from '../platform/http/sign-in/sign-in.js'
import type { Log } from '../platform/log.js'
import { notSignedIn } from './not-signed-in.js'

interface Request {
  readonly manager: EntityManager
  readonly requestId: string
  readonly authorization: string
  readonly log: Log
}

/**
 * The context of an integration that sends its API key; null when it sends something else, or a key with a slip of the
 * pen. @throws UNAUTHENTICATED for a key that has ended or was never made.
 */
export async function apiKeyContext(request: Request): Promise<Context | null> {
  const { manager, requestId, authorization, log } = request
  const credential = apiKeyCredential(bearerToken(authorization) ?? '')
  if (credential === null) return null
  const signedIn = await refusingOverload(() => loadSignedInApiKey(manager, credential))
  if (signedIn === null) throw notSignedIn('NOT_VALID')
  const { viewer, moment, isUnnoted } = signedIn
  // Nobody waits for it: the answer is right without it.
  if (isUnnoted)
    noteUse(manager, credential).catch((error: unknown) => {
      log.warn({ requestId, reason: String(error) }, 'the use of an API key was not noted')
    })
  return {
    manager: new TenantReads(manager.connection, viewer.companyId),
    ...{ requestId, actor: viewer, companyId: viewer.companyId, moment },
    identify: async (tx) => (await loadSignedInApiKey(tx, credential))?.viewer ?? null,
  }
}
