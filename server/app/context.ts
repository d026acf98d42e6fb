import type { DataSource } from 'typeorm'
import { loadSignedIn, type SignedIn } from '../features/people/viewer.loaders.js'
import type { Context } from '../platform/context.js'
import { TenantReads } from '../platform/database/tenant-reads.js'
import { refusingOverload } from '../platform/graphql/error-mask.js'
import { requestError } from '../platform/graphql/request-error.js'
import type { Credential } from '../platform/http/sign-in/credential.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import type { Log } from '../platform/log.js'
import { apiKeyContext } from './api-key-context.js'
import { notSignedIn } from './not-signed-in.js'

interface Request {
  readonly database: DataSource
  readonly signIn: SignIn
  readonly log: Log
  readonly requestId: string
  readonly authorization: string | undefined
}

/**
 * The context of one request. A credential that is not valid is refused before the document is even parsed; without
 * one, only what needs no viewer (the schema itself) can be read.
 */
export async function requestContext(request: Request): Promise<Context> {
  const { database, signIn, log, requestId, authorization } = request
  const { manager } = database
  if (authorization === undefined)
    return new AnonymousContext(manager, requestId, signIn.issueToken ?? undefined)
  const integration = await apiKeyContext({ manager, requestId, authorization, log })
  if (integration) return integration
  const credential = await signIn.credentialOf(authorization)
  if (credential === null) throw notSignedIn('NOT_VALID')
  const signedIn = await refusingOverload(() => loadSignedIn(manager, credential))
  if (typeof signedIn === 'string') throw notSignedIn(signedIn, credential)
  const { viewer, moment } = signedIn
  return {
    manager: new TenantReads(database, viewer.companyId),
    ...{ requestId, actor: viewer, companyId: viewer.companyId, moment },
    identify: async (tx) => {
      const found = await loadSignedIn(tx, settled(credential, signedIn))
      return typeof found === 'string' ? null : found.viewer
    },
  }
}

/** Once found, it is the same person to the end of the request, to whomever an e-mail address may pass meanwhile. */
function settled({ issuedAt }: Credential, { viewer: { userId, companyId } }: SignedIn): Credential {
  return { kind: 'USER', userId, companyId, issuedAt }
}

/** A class, since Apollo copies the context's own properties, which would ask these before anybody does. */
export class AnonymousContext implements Context {
  readonly isAnonymous = true

  constructor(
    readonly manager: Context['manager'],
    readonly requestId: string,
    readonly issueToken?: Context['issueToken'],
  ) {}

  get actor(): never {
    return refuse()
  }

  get companyId(): never {
    return refuse()
  }

  get moment(): never {
    return refuse()
  }

  set moment(_: unknown) {
    refuse()
  }
}

function refuse(): never {
  throw signInFirst()
}

export function signInFirst(): Error {
  return requestError('UNAUTHENTICATED', 'Sign in first: send the header Authorization: Bearer <token>')
}
