import type { DataSource } from 'typeorm'
import { loadSignedIn, type SignedIn } from '../features/people/viewer.loaders.js'
import type { Context } from '../platform/context.js'
import { refusingOverload } from '../platform/graphql/error-mask.js'
import { requestError } from '../platform/graphql/request-error.js'
import { verifyToken } from '../platform/http/token.js'
import { isUuid } from '../platform/uuid.js'

interface Request {
  readonly database: DataSource
  readonly jwtSecret: string
  readonly requestId: string
  readonly authorization: string | undefined
}

/**
 * The context of one request. A credential that is not valid is refused before the document is even parsed; without
 * one, only what needs no viewer (the schema itself) can be read.
 */
export async function requestContext({
  database,
  jwtSecret,
  requestId,
  authorization,
}: Request): Promise<Context> {
  if (authorization === undefined) return new AnonymousContext(database.manager, requestId)
  const signedIn = await refusingOverload(() => signIn(database, jwtSecret, authorization))
  if (signedIn === null) {
    throw requestError(
      'UNAUTHENTICATED',
      'The token is not valid (any more). Get a new one and send it as: Bearer <token>',
    )
  }
  const { viewer, moment } = signedIn
  return { manager: database.manager, requestId, actor: viewer, companyId: viewer.companyId, moment }
}

async function signIn(
  database: DataSource,
  jwtSecret: string,
  authorization: string,
): Promise<SignedIn | null> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization.trim()) ?? []
  const credential = token === undefined ? null : await verifyToken(jwtSecret, token)
  if (!credential || !isUuid(credential.userId) || !isUuid(credential.companyId)) return null
  return loadSignedIn(database.manager, credential)
}

/** A class, since Apollo copies the context's own properties, which would ask these before anybody does. */
export class AnonymousContext implements Context {
  constructor(
    readonly manager: Context['manager'],
    readonly requestId: string,
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
