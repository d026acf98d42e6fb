import { createSecretKey, type KeyObject } from 'node:crypto'
import { SignJWT, errors, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { isUuid } from '../../uuid.js'
import { CLOCK_TOLERANCE, issuedAt, type UserCredential } from './credential.js'

export type TokenSubject = Pick<UserCredential, 'userId' | 'companyId'>

const ALGORITHM = 'HS256'
export const OWN_ISSUER = 'key-metrics'
const AUDIENCE = 'key-metrics-api'
const TYPE = 'at+jwt'

/** `expiresIn` as jose reads it, for example '12h' or '30d'. */
export function issueToken(
  secret: string,
  { userId, companyId }: TokenSubject,
  expiresIn: string,
): Promise<string> {
  return new SignJWT({ company: companyId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setSubject(userId)
    .setIssuer(OWN_ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(new TextEncoder().encode(secret))
}

interface Verified {
  readonly credential: UserCredential
  /** In milliseconds since 1970. */
  readonly until: number
}

const MAX_VERIFIED = 10_000

/**
 * Null for anything but a token of ours that is still valid. One that was found to be good is so until it expires: its
 * secret stays as long as the process, and what else may speak against it is asked of the database each time.
 */
export function ownTokens(secret: string): (token: string) => Promise<UserCredential | null> {
  const key = createSecretKey(secret, 'utf8')
  const known = new LRUCache<string, Verified>({ max: MAX_VERIFIED })
  return async (token) => {
    const verified = known.get(token)
    if (verified && Date.now() < verified.until) return verified.credential
    const found = await verify(key, token)
    if (found) known.set(token, found)
    return found?.credential ?? null
  }
}

async function verify(key: KeyObject, token: string): Promise<Verified | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [ALGORITHM],
      issuer: OWN_ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['sub', 'exp', 'iat', 'company'],
    })
    const [userId, companyId, since] = [payload.sub, payload.company, issuedAt(payload)]
    if (!isId(userId) || !isId(companyId) || !since) return null
    return {
      credential: { kind: 'USER', userId, companyId, issuedAt: since },
      until: payload.exp! * 1_000,
    }
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

function isId(claim: unknown): claim is string {
  return typeof claim === 'string' && isUuid(claim)
}
