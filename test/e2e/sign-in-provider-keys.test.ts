import type { ServerResponse } from 'node:http'
import {
  startIdentityProvider,
  type IdentityProvider,
  type ProviderKey,
} from '../support/identity-provider.js'
import { runDocument } from '../support/run-document.js'
import { REFUSED } from '../support/token-workshop.js'
import { startWorld, type World } from '../support/world.js'

let email: string
let provider: IdentityProvider
let key: ProviderKey
let world: World

beforeAll(async () => {
  const founder = await startWorld()
  const acme = await founder.company()
  email = `kay@${acme.id}.test`
  await acme.build.people([{ email, name: 'Kay Keys' }])
  await founder.stop()
})

// Each test has a server of its own, which has never asked for a key.
beforeEach(async () => {
  provider = await startIdentityProvider()
  key = provider.publish('key-1', 'ES256')
  world = await startWorld(undefined, { provider: provider.settings })
})

afterEach(async () => {
  jest.useRealTimers()
  await world.stop()
  await provider.stop()
})

const ask = (by: ProviderKey = key) =>
  runDocument(world.url, {
    token: provider.token(by, provider.claims({ email })),
    document: '{ viewer { name } }',
  })
const ANSWERED = { status: 200, data: { viewer: { name: 'Kay Keys' } } }
const DISCOVERY = '/.well-known/openid-configuration'

/** Only what the clock says: whatever waits goes on waiting in its own time. */
function later(seconds: number): void {
  const now = Date.now() + seconds * 1000
  jest.useFakeTimers({
    now,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  })
}

describe('the keys of the provider', () => {
  it('are asked for once, on first use, by however many at once', async () => {
    expect(provider.asked).toEqual([])
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(provider.asked).toEqual([DISCOVERY, '/keys'])
  })

  it('are read at OIDC_JWKS_URL, where it is set, without discovery', async () => {
    const { settings } = provider
    const told = await startWorld(undefined, {
      provider: { ...settings, jwksUrl: `${settings.issuer}/keys` },
    })
    const token = provider.token(key, provider.claims({ email }))
    expect(await runDocument(told.url, { token, document: '{ viewer { name } }' })).toMatchObject(ANSWERED)
    expect(provider.asked).toEqual(['/keys'])
    await told.stop()
  })

  it('may be replaced: a new one counts half a minute later at most', async () => {
    await ask()
    const next = provider.publish('key-2', 'ES256')
    expect(await ask(next)).toMatchObject(REFUSED)
    later(31)
    expect(await ask(next)).toMatchObject(ANSWERED)
    expect(await ask(key)).toMatchObject(ANSWERED)
  })

  it('may be taken back: an old one counts ten minutes longer at most', async () => {
    await ask()
    provider.withdraw('key-1')
    provider.publish('key-2', 'ES256')
    later(601)
    expect(await ask()).toMatchObject(REFUSED)
  })

  it('that somebody makes up do not keep the provider busy', async () => {
    await ask()
    for (const kid of ['a', 'b', 'c', 'd', 'e']) expect(await ask({ ...key, kid })).toMatchObject(REFUSED)
    expect(provider.asked).toEqual([DISCOVERY, '/keys'])
  })
})

const OVERLOADED = {
  status: 503,
  errors: [
    {
      message: 'The identity provider does not answer. Send the same request again.',
      extensions: { code: 'OVERLOADED' },
    },
  ],
}

const answer = (status: number, body: string) => (response: ServerResponse) => {
  response.statusCode = status
  response.end(body)
}

describe('a provider that', () => {
  it('is not there is no fault of the caller: 503, and when to come back', async () => {
    await provider.stop()
    const refusal = await ask()
    expect(refusal).toMatchObject(OVERLOADED)
    expect(refusal.headers.get('retry-after')).toBe('1')
    provider = await startIdentityProvider()
  })

  it.each<[string, (response: ServerResponse, issuer: string) => void]>([
    ['answers 500', answer(500, '{}')],
    ['answers 404', answer(404, '{}')],
    ['answers something else than JSON', answer(200, '<html>')],
    ['answers something else than its keys', answer(200, '{"keys":"none"}')],
    [
      'is another',
      (response) => response.end('{"issuer":"https://else.test","jwks_uri":"https://else.test/keys"}'),
    ],
    [
      'sends its keys where others can change them',
      (response, issuer) => response.end(JSON.stringify({ issuer, jwks_uri: 'http://keys.example.com' })),
    ],
    ['hangs up', (response) => response.destroy()],
    ['never answers', () => undefined],
  ])('%s is waited for no longer than it takes, and asked again once it is well', async (_, how) => {
    provider.misbehave(how)
    expect(await ask()).toMatchObject(OVERLOADED)
    provider.misbehave(null)
    later(6)
    expect(await ask()).toMatchObject(ANSWERED)
  })

  it('leads elsewhere is not followed there', async () => {
    provider.misbehave((response, issuer) => {
      const isMoved = provider.asked.at(-1) === DISCOVERY
      if (isMoved) response.writeHead(302, { location: `${issuer}/elsewhere` })
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }))
    })
    expect(await ask()).toMatchObject(OVERLOADED)
    expect(provider.asked).toEqual([DISCOVERY])
  })

  it('has just failed is left in peace for five seconds', async () => {
    provider.misbehave(answer(500, '{}'))
    for (const _ of [1, 2, 3, 4, 5]) expect(await ask()).toMatchObject(OVERLOADED)
    expect(provider.asked).toEqual([DISCOVERY])
  })

  it('fails after its keys were read goes on signing in whom it signs with them', async () => {
    await ask()
    provider.misbehave(answer(500, '{}'))
    later(60)
    const unknown = { ...key, kid: 'new' }
    expect(await ask(unknown)).toMatchObject(OVERLOADED)
    expect(await ask(unknown)).toMatchObject(OVERLOADED)
    expect(await ask()).toMatchObject(ANSWERED)
    expect(provider.asked).toEqual([DISCOVERY, '/keys', '/keys'])
  })

  it('fails keeps nobody out who has a token of ours', async () => {
    provider.misbehave(answer(500, '{}'))
    const acme = await world.company()
    expect((await world.run(acme.admin, '{ viewer { name } }')).status).toBe(200)
    expect(provider.asked).toEqual([])
  })
})
