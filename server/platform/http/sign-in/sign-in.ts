import { decodeJwt } from 'jose'
import type { Config } from '../../config.js'
import type { Log } from '../../log.js'
import type { Credential } from './credential.js'
import { issueToken, OWN_ISSUER, ownTokens, type TokenSubject } from './own-token.js'
import { providerTokens } from './provider-token.js'

const DEVELOPMENT_LIFETIME = '30d'

type Verify = (token: string) => Promise<Credential | null>

/** Every way to prove who asks, made once from the settings. */
export interface SignIn {
  /**
   * Whom an Authorization header speaks for; null when it is not a credential, or none that counts (any more).
   * @throws FORBIDDEN when it counts but says nobody, OVERLOADED when that cannot be found out at present.
   */
  credentialOf(authorization: string): Promise<Credential | null>
  /** Makes anybody's token without asking anything. Null in production. */
  readonly issueToken: ((subject: TokenSubject) => Promise<string>) | null
}

export function createSignIn({ mode, signIn }: Pick<Config, 'mode' | 'signIn'>, log: Log): SignIn {
  const { secret, provider } = signIn
  const byIssuer = new Map<string, Verify>()
  if (secret !== null) byIssuer.set(OWN_ISSUER, ownTokens(secret))
  if (provider !== null) byIssuer.set(provider.issuer, providerTokens(provider, log))
  return {
    credentialOf: async (authorization) => {
      const token = bearerToken(authorization)
      const verify = token === undefined ? undefined : verifierOf(token, byIssuer)
      return token !== undefined && verify ? verify(token) : null
    },
    issueToken:
      mode === 'development' && secret !== null
        ? (subject) => issueToken(secret, subject, DEVELOPMENT_LIFETIME)
        : null,
  }
}

/** What an Authorization header carries; undefined when it is not of that form. */
export function bearerToken(authorization: string): string | undefined {
  return /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization.trim())?.[1]
}

/** By the form of the token. What it says of its issuer only chooses who examines it, that very claim included. */
function verifierOf(token: string, byIssuer: ReadonlyMap<string, Verify>): Verify | undefined {
  try {
    return byIssuer.get(decodeJwt(token).iss ?? '')
  } catch {
    return undefined
  }
}
