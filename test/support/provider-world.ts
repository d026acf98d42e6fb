import { startIdentityProvider, type IdentityProvider, type ProviderKey } from './identity-provider.js'
import { runDocument } from './run-document.js'
import type { TestCompany } from './test-company.js'
import { inWorld } from './world.js'

/** A world that believes an identity provider of its own, for all tests of a file. */
export function inWorldWithProvider() {
  let provider: IdentityProvider
  let key: ProviderKey
  const world = inWorld(async () => {
    provider = await startIdentityProvider()
    key = provider.publish('key-1')
    return { provider: provider.settings }
  })
  afterAll(() => provider.stop())
  const token = (claims: object) => provider.token(key, provider.claims(claims))
  const ask = (claims: object, { url } = world) =>
    runDocument(url, { token: token(claims), document: '{ viewer { name } company { id } }' })
  return { world, settings: () => provider.settings, token, ask }
}

/** How somebody is answered for whom a token speaks. */
export const answeredTo = (name: string, { id }: TestCompany) => ({
  status: 200,
  data: { viewer: { name }, company: { id } },
})

/** How it is answered to a good token that speaks for nobody here. */
export const forbidden = (message: string) => ({
  status: 403,
  errors: [{ message, extensions: { code: 'FORBIDDEN' } }],
})
