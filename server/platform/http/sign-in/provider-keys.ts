import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type FetchImplementation,
  type JWTVerifyGetKey,
  type RemoteJWKSet,
} from 'jose'
import { z } from 'zod'
import { isSafeUrl, type ProviderSettings } from '../../sign-in-settings.js'

const TIMEOUT = 3_000
/** How long a key that nobody knows is not asked for again: whoever invents keys would keep the provider busy. */
const COOLDOWN = 30_000
const REST_AFTER_FAILURE = 5_000

const MEANS_THE_TOKEN = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported]

/**
 * The keys the provider signs with, found on first use. What a token's header says of keys chooses among these and
 * leads nowhere else. @throws an error of jose when the fault is the token's, any other when it is the provider's.
 */
export function providerKeys({
  issuer,
  jwksUrl,
}: Pick<ProviderSettings, 'issuer' | 'jwksUrl'>): JWTVerifyGetKey {
  const ask = restingFetch()
  let keys: Promise<RemoteJWKSet> | undefined
  const find = async () =>
    createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer, ask))), {
      timeoutDuration: TIMEOUT,
      cooldownDuration: COOLDOWN,
      [customFetch]: ask,
    })
  const found = () =>
    (keys ??= find().catch((error: unknown) => {
      keys = undefined
      throw error
    }))
  return async (header, token) => {
    try {
      return await (
        await found()
      )(header, token)
    } catch (error) {
      if (MEANS_THE_TOKEN.some((kind) => error instanceof kind)) throw error
      throw new Error('The keys of the identity provider could not be read.', { cause: error })
    }
  }
}

/** One that does not answer is left in peace for a while, and nobody waits for it meanwhile. */
function restingFetch(): FetchImplementation {
  let restsUntil = 0
  return async (url, options) => {
    if (Date.now() < restsUntil) throw new Error(`${url} failed a moment ago`)
    try {
      const response = await fetch(url, options)
      if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
      return response
    } catch (error) {
      restsUntil = Date.now() + REST_AFTER_FAILURE
      throw error
    }
  }
}

const discovered = z.object({ issuer: z.string(), jwks_uri: z.string() })

async function discover(issuer: string, ask: FetchImplementation): Promise<string> {
  const response = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    method: 'GET',
    headers: new Headers({ accept: 'application/json' }),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const said = discovered.parse(await response.json())
  if (said.issuer !== issuer) throw new Error(`OIDC_ISSUER is ${issuer}, the provider says ${said.issuer}`)
  if (!isSafeUrl(said.jwks_uri)) throw new Error(`The provider's jwks_uri is not https: ${said.jwks_uri}`)
  return said.jwks_uri
}
