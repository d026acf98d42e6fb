import { encoded, inSeconds } from '../support/forged-token.js'
import { openTokenWorkshop, OWN_HEADER, REFUSED, type TokenWorkshop } from '../support/token-workshop.js'
import type { TestCompany } from '../support/test-company.js'

let workshop: TokenWorkshop
let other: TestCompany

beforeAll(async () => {
  workshop = await openTokenWorkshop()
  other = await workshop.world.company()
})

afterAll(() => workshop.stop())

describe('a token made by hand', () => {
  it.each<[string, () => string, string]>([
    ['like ours', () => workshop.own(), 'Ada Admin'],
    ['of ours, expired 4 seconds ago', () => workshop.own({ exp: inSeconds(-4) }), 'Ada Admin'],
    ['of ours, for several audiences', () => workshop.own({ aud: ['crm', 'key-metrics-api'] }), 'Ada Admin'],
    ['of the provider, by RSA', () => workshop.fromProvider({}), 'Tess Tokens'],
    [
      'of the provider, by elliptic curve',
      () => workshop.fromProvider({}, {}, workshop.ecKey),
      'Tess Tokens',
    ],
    [
      'of the provider, expired 4 seconds ago',
      () => workshop.fromProvider({}, { exp: inSeconds(-4) }),
      'Tess Tokens',
    ],
    ['of the provider, an access token', () => workshop.fromProvider({ typ: 'at+jwt' }), 'Tess Tokens'],
  ])('%s is answered: the attacks below differ from it in what they name', async (_, make, name) => {
    expect(await workshop.ask(make())).toMatchObject({ status: 200, data: { viewer: { name } } })
  })
})

describe('refused with 401 is a token', () => {
  it.each<[string, () => string]>([
    ['for another issuer', () => workshop.own({ iss: 'someone-else' })],
    ['of no issuer', () => workshop.own({ iss: undefined })],
    ['of an issuer that is a list', () => workshop.own({ iss: ['key-metrics'] })],
    [
      'of the provider, whose issuer has one letter more',
      () => workshop.fromProvider({}, { iss: `${workshop.provider.settings.issuer}/` }),
    ],
    ['for another audience', () => workshop.own({ aud: 'crm' })],
    ['for a longer audience', () => workshop.own({ aud: 'key-metrics-api-internal' })],
    ['for a shorter audience', () => workshop.own({ aud: 'key-metrics' })],
    ['for no audience', () => workshop.own({ aud: undefined })],
    ['of the provider, for our own audience', () => workshop.fromProvider({}, { aud: 'key-metrics-api' })],
    ['of the provider, for no audience', () => workshop.fromProvider({}, { aud: undefined })],
    ['of another type', () => workshop.own({}, { ...OWN_HEADER, typ: 'JWT' })],
    ['of no type', () => workshop.own({}, { alg: 'HS256' })],
    ['of the provider, made for logging out', () => workshop.fromProvider({ typ: 'logout+jwt' })],
    ['of the provider, made for an event', () => workshop.fromProvider({ typ: 'secevent+jwt' })],
    ['that never expires', () => workshop.own({ exp: undefined })],
    ['of the provider, that never expires', () => workshop.fromProvider({}, { exp: undefined })],
    ['that expires in words', () => workshop.own({ exp: 'never' })],
    ['that expired 6 seconds ago', () => workshop.own({ exp: inSeconds(-6) })],
    ['of the provider, that expired 6 seconds ago', () => workshop.fromProvider({}, { exp: inSeconds(-6) })],
    ['not valid before the next minute', () => workshop.own({ nbf: inSeconds(60) })],
    [
      'of the provider, not valid before the next minute',
      () => workshop.fromProvider({}, { nbf: inSeconds(60) }),
    ],
    ['that was never issued, so that it could not be taken back', () => workshop.own({ iat: undefined })],
    ['issued in the future, where no revocation reaches it', () => workshop.own({ iat: inSeconds(60) })],
    ['of the provider, issued in the future', () => workshop.fromProvider({}, { iat: inSeconds(60) })],
    ['issued before there was time', () => workshop.own({ iat: -1e300 })],
    ['of nobody', () => workshop.own({ sub: undefined })],
    ['of no person', () => workshop.own({ sub: 'admin' })],
    ['of a person as a list', () => workshop.own({ sub: [workshop.acme.admin.userId] })],
    ['of a person who never was', () => workshop.own({ sub: '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11' })],
    ['of no company', () => workshop.own({ company: undefined })],
    ['of something that is no company', () => workshop.own({ company: "' OR 1 = 1 --" })],
    ['of a person in the name of another company', () => workshop.own({ company: other.id })],
  ])('%s', async (_, make) => {
    expect(await workshop.ask(make())).toMatchObject(REFUSED)
  })

  it.each<[string, (parts: [string, string, string]) => string]>([
    [
      'another payload',
      ([h, , s]) => [h, encoded(workshop.ours({ sub: workshop.acme.member.userId })), s].join('.'),
    ],
    [
      'one more claim at the end',
      ([h, p, s]) => [h, encoded(withTwice(p, workshop.acme.member.userId)), s].join('.'),
    ],
    ['another header', ([, p, s]) => [encoded({ ...OWN_HEADER, extra: 1 }), p, s].join('.')],
    [
      'two algorithms',
      ([, p, s]) => [encoded('{"alg":"none","alg":"HS256","typ":"at+jwt"}'), p, s].join('.'),
    ],
    ['no signature', ([h, p]) => `${h}.${p}.`],
    ['no third part', ([h, p]) => `${h}.${p}`],
    ['half a signature', ([h, p, s]) => [h, p, s.slice(0, 20)].join('.')],
    ['a signature one byte short', ([h, p, s]) => [h, p, s.slice(0, -2)].join('.')],
    ['a signature one byte long', ([h, p, s]) => [h, p, `${s}AA`].join('.')],
    ['a signature of zeros', ([h, p]) => [h, p, Buffer.alloc(32).toString('base64url')].join('.')],
    ['a part too many', (parts) => [...parts, 'x'].join('.')],
    ['five parts, as if encrypted', (parts) => [...parts, 'x', 'y'].join('.')],
    ['two dots in a row', ([h, p, s]) => `${h}..${p}.${s}`],
    ['a dot at the end', (parts) => `${parts.join('.')}.`],
    ['a payload that is no object', ([h, , s]) => [h, encoded('null'), s].join('.')],
    ['a header that is no JSON', ([, p, s]) => [encoded('{'), p, s].join('.')],
    ['12,000 letters', ([h, p]) => `${h}.${p}.${'A'.repeat(12_000)}`],
    ['1,000 dots', () => '.'.repeat(1_000)],
  ])('of ours, with %s', async (_, tamper) => {
    const parts = workshop.own().split('.') as [string, string, string]
    expect(await workshop.ask(tamper(parts))).toMatchObject(REFUSED)
  })
})

/** The payload with a second `sub`, which readers of JSON believe. */
function withTwice(payload: string, sub: string): string {
  return Buffer.from(payload, 'base64url').toString().replace(/\}$/, `,"sub":"${sub}"}`)
}

it('a refusal says how to sign in, by the rules of HTTP', async () => {
  const { headers } = await workshop.ask('nonsense')
  expect(headers.get('www-authenticate')).toBe('Bearer')
})
