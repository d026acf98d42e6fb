import { types } from 'node:util'
import { errors, jwtVerify, type JWTPayload } from 'jose'
import { AT_THE_DOOR, requestError } from '../../graphql/request-error.js'
import type { Log } from '../../log.js'
import type { ProviderSettings } from '../../sign-in-settings.js'
import { isUuid } from '../../uuid.js'
import { CLOCK_TOLERANCE, issuedAt, type EmailCredential } from './credential.js'
import { providerKeys } from './provider-keys.js'

// Access tokens (RFC 9068) and ID tokens; the others a provider signs, such as for logging out, sign nobody in.
const TYPES = [undefined, 'jwt', 'at+jwt', 'application/at+jwt']

export type VerifyProviderToken = (token: string) => Promise<EmailCredential | null>

/**
 * Reads the tokens of an OpenID Connect provider: null for any that is not valid. @throws FORBIDDEN when a valid one
 * does not say who it is for, OVERLOADED when the provider cannot be asked for its keys.
 */
export function providerTokens(settings: ProviderSettings, log: Log): VerifyProviderToken {
  const keys = providerKeys(settings)
  const { issuer, audience, algorithms } = settings
  const options = {
    ...{ issuer, audience, algorithms: [...algorithms], clockTolerance: CLOCK_TOLERANCE },
    requiredClaims: ['exp', 'iat'],
  }
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, options)
      const since = TYPES.includes(protectedHeader.typ?.toLowerCase()) && issuedAt(payload)
      return since ? { kind: 'EMAIL', ...personIn(payload, settings), issuedAt: since } : null
    } catch (error) {
      return refused(error, log)
    }
  }
}

function refused(error: unknown, log: Log): null {
  if (error instanceof errors.JOSEError) return null
  if (error instanceof Refusal) throw requestError('FORBIDDEN', error.message, AT_THE_DOOR)
  log.warn({ reasons: reasonsOf(error) }, 'refused: the identity provider does not answer')
  throw requestError('OVERLOADED', 'The identity provider does not answer. Send the same request again.')
}

class Refusal extends Error {}

function personIn(payload: JWTPayload, { emailClaim, companyClaim }: ProviderSettings) {
  const { [emailClaim]: email, email_verified: verified = true } = payload
  if (typeof email !== 'string') {
    throw new Refusal(
      `The token has no claim "${emailClaim}" with an e-mail address. Let the provider add it, or the operator set OIDC_EMAIL_CLAIM.`,
    )
  }
  // Some providers write it as a string.
  if (verified !== true && verified !== 'true') {
    throw new Refusal(
      'The identity provider has not verified your e-mail address. Verify it there, then sign in again.',
    )
  }
  return { email, emailClaim, companyId: companyIn(payload, companyClaim) }
}

function companyIn(payload: JWTPayload, claim: string | null): string | null {
  if (claim === null) return null
  const company = payload[claim]
  if (typeof company === 'string' && isUuid(company)) return company
  throw new Refusal(`The token has no claim "${claim}" with the id of your company.`)
}

/** Every reason behind the reason: `fetch failed` alone says nothing. */
function reasonsOf(error: unknown): string[] {
  return types.isNativeError(error) ? [error.message, ...reasonsOf(error.cause)] : []
}
