import { SignJWT, errors, jwtVerify } from 'jose'

/** Whom a token speaks for. The tenant comes from here and from nowhere else. */
export interface Credential {
  readonly userId: string
  readonly companyId: string
}

const ALGORITHM = 'HS256'
const ISSUER = 'key-metrics'
const AUDIENCE = 'key-metrics-api'
const CLOCK_TOLERANCE = '5s'

/** `expiresIn` as jose reads it, for example '12h' or '30d'. */
export function issueToken(
  secret: string,
  { userId, companyId }: Credential,
  expiresIn: string,
): Promise<string> {
  return new SignJWT({ company: companyId })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
    .setSubject(userId)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt()
    .setExpirationTime(expiresIn)
    .sign(new TextEncoder().encode(secret))
}

/** Null for anything but a token of ours that is still valid. */
export async function verifyToken(secret: string, token: string): Promise<Credential | null> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      typ: 'at+jwt',
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['sub', 'exp', 'company'],
    })
    const { sub, company } = payload
    return typeof sub === 'string' && typeof company === 'string' ? { userId: sub, companyId: company } : null
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}
