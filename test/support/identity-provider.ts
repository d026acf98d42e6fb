import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderSettings } from '../../server/platform/sign-in-settings.js'
import { ecdsa, forgedToken, inSeconds, rsa } from './forged-token.js'

const AUDIENCE = 'key-metrics'
const ALGORITHMS = { RS256: 'rsa', ES256: 'ec' } as const

export interface ProviderKey {
  readonly kid: string
  readonly alg: keyof typeof ALGORITHMS
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** A real OpenID Connect provider as far as a server that believes it can see: discovery, keys, tokens. */
export interface IdentityProvider {
  readonly settings: ProviderSettings
  /** The paths asked for so far. */
  readonly asked: string[]
  publish(kid: string, alg?: ProviderKey['alg']): ProviderKey
  withdraw(kid: string): void
  /** From now on it answers like this; null: as it should. */
  misbehave(how: ((response: ServerResponse, issuer: string) => void) | null): void
  claims(more?: object): object
  token(key: ProviderKey, claims: object, header?: object): string
  stop(): Promise<void>
}

export async function startIdentityProvider(port = 0): Promise<IdentityProvider> {
  const asked: string[] = []
  const keys = new Map<string, ProviderKey>()
  let answer: ((response: ServerResponse, issuer: string) => void) | null = null
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    if (answer) return answer(response, issuer)
    const documents: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer, jwks_uri: `${issuer}/keys` },
      '/keys': { keys: [...keys.values()].map(published) },
    }
    response.statusCode = documents[url] ? 200 : 404
    response.end(JSON.stringify(documents[url]))
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: settingsOf(issuer),
    asked,
    publish: (kid, alg = 'RS256') => {
      const key = { kid, alg, ...newKeyPair(alg) }
      keys.set(kid, key)
      return key
    },
    withdraw: (kid) => void keys.delete(kid),
    misbehave: (how) => void (answer = how),
    claims: (more) => ({ iss: issuer, aud: AUDIENCE, iat: inSeconds(0), exp: inSeconds(3600), ...more }),
    token: (key, claims, header) => signed(key, { typ: 'JWT', kid: key.kid, ...header }, claims),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function settingsOf(issuer: string): ProviderSettings {
  return {
    ...{ issuer, jwksUrl: null, audience: AUDIENCE, algorithms: ['RS256', 'ES256'] },
    ...{ emailClaim: 'email', companyClaim: null },
  }
}

export function newKeyPair(alg: ProviderKey['alg']): { privateKey: KeyObject; publicKey: KeyObject } {
  return ALGORITHMS[alg] === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

function published({ kid, publicKey }: ProviderKey): object {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }
}

function signed({ alg, privateKey }: ProviderKey, header: object, claims: object): string {
  return forgedToken({ alg, ...header }, claims, alg === 'RS256' ? rsa(privateKey) : ecdsa(privateKey))
}
