import { SignJWT, errors, jwtVerify } from 'jose'
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

/** Null for anything but a token of ours that is still valid. */
export async function verifyOwnToken(secret: string, token: string): Promise<UserCredential | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: [ALGORITHM],
      issuer: OWN_ISSUER,
      audience: AUDIENCE,
      typ: TYPE,
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['sub', 'exp', 'iat', 'company'],
    })
    const [userId, companyId, since] = [payload.sub, payload.company, issuedAt(payload)]
    return isId(userId) && isId(companyId) && since
      ? { kind: 'USER', userId, companyId, issuedAt: since }
      : null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

function isId(claim: unknown): claim is string {
  return typeof claim === 'string' && isUuid(claim)
}
