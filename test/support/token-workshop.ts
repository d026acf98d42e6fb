import { forgedToken, hmac, inSeconds } from './forged-token.js'
import { startIdentityProvider, type IdentityProvider, type ProviderKey } from './identity-provider.js'
import { runDocument, type Answer } from './run-document.js'
import type { TestCompany } from './test-company.js'
import { JWT_SECRET, startWorld, type World } from './world.js'

export const OWN_HEADER = { alg: 'HS256', typ: 'at+jwt' }

/** How any bad credential is answered: nothing in it says what was wrong, or whether anybody is there. */
export const REFUSED = {
  status: 401,
  errors: [
    {
      message: 'The token is not valid (any more). Get a new one and send it as: Bearer <token>',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
}

/** Makes good tokens of both sorts, and as bad ones as one likes. Ours is Ada Admin's, the provider's Tess Tokens's. */
export interface TokenWorkshop {
  readonly world: World
  readonly acme: TestCompany
  readonly provider: IdentityProvider
  readonly rsaKey: ProviderKey
  readonly ecKey: ProviderKey
  /** The claims but for what is named; what is undefined is left out. */
  ours(more?: object): object
  theirs(more?: object): object
  own(more?: object, header?: object): string
  fromProvider(header?: object, more?: object, key?: ProviderKey): string
  ask(token: string): Promise<Answer<unknown>>
  stop(): Promise<void>
}

export async function openTokenWorkshop(): Promise<TokenWorkshop> {
  const provider = await startIdentityProvider()
  const [rsaKey, ecKey] = [provider.publish('rsa-1'), provider.publish('ec-1', 'ES256')]
  const world = await startWorld(undefined, { provider: provider.settings })
  const acme = await world.company()
  const email = `tess@${acme.id}.test`
  await acme.build.people([{ email, name: 'Tess Tokens' }])
  const ours = (more: object = {}) => ({
    ...{ iss: 'key-metrics', aud: 'key-metrics-api', sub: acme.admin.userId, company: acme.id },
    ...{ iat: inSeconds(0), exp: inSeconds(3600), ...more },
  })
  const theirs = (more: object = {}) => provider.claims({ email, email_verified: true, ...more })
  return {
    ...{ world, acme, provider, rsaKey, ecKey, ours, theirs },
    own: (more = {}, header = OWN_HEADER) => forgedToken(header, ours(more), hmac(JWT_SECRET)),
    fromProvider: (header = {}, more = {}, key = rsaKey) => provider.token(key, theirs(more), header),
    ask: (token) => runDocument(world.url, { token, document: '{ viewer { name } }' }),
    stop: async () => {
      await world.stop()
      await provider.stop()
    },
  }
}
