import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ecdsa, encoded, forgedToken, hmac, rsa } from '../support/forged-token.js'
import { newKeyPair } from '../support/identity-provider.js'
import { openTokenWorkshop, OWN_HEADER, REFUSED, type TokenWorkshop } from '../support/token-workshop.js'
import { JWT_SECRET } from '../support/world.js'

const attacker = newKeyPair('RS256')
const nothing = () => Buffer.alloc(0)
const theirHeader = (header: object = {}) => ({ alg: 'RS256', typ: 'JWT', kid: 'rsa-1', ...header })

let workshop: TokenWorkshop

/** A server of the attacker that would hand out keys. */
let trap: Server
let trapUrl: string
let trapped = 0

beforeAll(async () => {
  workshop = await openTokenWorkshop()
  trap = createServer((_, response) => {
    trapped += 1
    response.end(
      JSON.stringify({ keys: [{ ...attacker.publicKey.export({ format: 'jwk' }), kid: 'rsa-1' }] }),
    )
  })
  await new Promise<void>((listening) => trap.listen(0, '127.0.0.1', listening))
  trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/keys`
})

afterAll(async () => {
  await workshop.stop()
  await new Promise((closed) => trap.close(closed))
})

describe('refused with 401 is a token', () => {
  it.each<[string, () => string]>([
    [
      'without a signature, of algorithm none',
      () => forgedToken({ ...OWN_HEADER, alg: 'none' }, workshop.ours(), nothing),
    ],
    ['of algorithm None', () => forgedToken({ ...OWN_HEADER, alg: 'None' }, workshop.ours(), nothing)],
    ['of algorithm nOnE', () => forgedToken({ ...OWN_HEADER, alg: 'nOnE' }, workshop.ours(), nothing)],
    ['of algorithm none, with a signature', () => workshop.own({}, { ...OWN_HEADER, alg: 'none' })],
    [
      'of the provider, of algorithm none',
      () => forgedToken(theirHeader({ alg: 'none' }), workshop.theirs(), nothing),
    ],
    ['of no algorithm', () => workshop.own({}, { typ: 'at+jwt' })],
    ['of an algorithm that is a list', () => workshop.own({}, { ...OWN_HEADER, alg: ['HS256'] })],
    [
      'signed with our secret by a stronger algorithm than ours',
      () => forgedToken({ ...OWN_HEADER, alg: 'HS512' }, workshop.ours(), hmac(JWT_SECRET, 'sha512')),
    ],
    [
      'signed with the key of the provider by an algorithm it does not use',
      () =>
        forgedToken(
          theirHeader({ alg: 'RS512' }),
          workshop.theirs(),
          rsa(workshop.rsaKey.privateKey, 'sha512'),
        ),
    ],
    [
      'of ours, signed by the provider',
      () => forgedToken(theirHeader({ typ: 'at+jwt' }), workshop.ours(), rsa(workshop.rsaKey.privateKey)),
    ],
    [
      'of the provider, signed with our secret',
      () => forgedToken(OWN_HEADER, workshop.theirs(), hmac(JWT_SECRET)),
    ],
    ['of ours, signed with nothing', () => forgedToken(OWN_HEADER, workshop.ours(), hmac(''))],
  ])('%s', async (_, make) => {
    expect(await workshop.ask(make())).toMatchObject(REFUSED)
  })

  it.each<[string, () => string | Buffer]>([
    ['PEM', () => workshop.rsaKey.publicKey.export({ format: 'pem', type: 'spki' })],
    [
      'PEM without line break',
      () => String(workshop.rsaKey.publicKey.export({ format: 'pem', type: 'spki' })).trim(),
    ],
    ['PKCS #1', () => workshop.rsaKey.publicKey.export({ format: 'pem', type: 'pkcs1' })],
    ['DER', () => workshop.rsaKey.publicKey.export({ format: 'der', type: 'spki' })],
    ['JWK', () => JSON.stringify(workshop.rsaKey.publicKey.export({ format: 'jwk' }))],
  ])('signed with the public key of the provider as if it were a secret, as %s', async (_, secret) => {
    for (const alg of ['HS256', 'RS256']) {
      const token = forgedToken(theirHeader({ alg }), workshop.theirs(), hmac(secret()))
      expect(await workshop.ask(token)).toMatchObject(REFUSED)
    }
  })

  it.each<[string, () => object]>([
    ['in itself', () => ({ jwk: attacker.publicKey.export({ format: 'jwk' }) })],
    [
      'in itself, with a kid of its own',
      () => ({ jwk: attacker.publicKey.export({ format: 'jwk' }), kid: 'x' }),
    ],
    ['at an address', () => ({ jku: trapUrl })],
    ['at an address, with no kid', () => ({ jku: trapUrl, kid: undefined })],
    ['in a certificate at an address', () => ({ x5u: trapUrl, kid: 'x' })],
    [
      'in a certificate',
      () => ({ x5c: [attacker.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')] }),
    ],
    ['by the thumbprint of a certificate', () => ({ x5t: 'x', 'x5t#S256': 'x' })],
    ['in a file', () => ({ kid: '../../../../../../dev/null' })],
    ['in a file by address', () => ({ kid: 'file:///etc/passwd' })],
    ['in a table', () => ({ kid: "x' UNION SELECT 'key' --" })],
    ['by address', () => ({ kid: trapUrl })],
    ['in the prototype', () => ({ kid: '__proto__' })],
    ['as another of the provider', () => ({ kid: 'ec-1' })],
    ['as a number', () => ({ kid: 1 })],
  ])('that names its key %s', async (_, header) => {
    const before = trapped
    const token = forgedToken(theirHeader(header()), workshop.theirs(), rsa(attacker.privateKey))
    expect(await workshop.ask(token)).toMatchObject(REFUSED)
    const withOurs = forgedToken({ ...OWN_HEADER, ...header() }, workshop.ours(), hmac(''))
    expect(await workshop.ask(withOurs)).toMatchObject(REFUSED)
    expect(trapped).toBe(before)
  })

  it('of the provider, with the signature that satisfies a careless check of any elliptic curve', async () => {
    const header = { alg: 'ES256', typ: 'JWT', kid: 'ec-1' }
    const zeros = forgedToken(header, workshop.theirs(), () => Buffer.alloc(64))
    const asOpenSsl = forgedToken(header, workshop.theirs(), () => Buffer.from('3006020100020100', 'hex'))
    const ofAnother = forgedToken(header, workshop.theirs(), ecdsa(newKeyPair('ES256').privateKey))
    for (const token of [zeros, asOpenSsl, ofAnother])
      expect(await workshop.ask(token)).toMatchObject(REFUSED)
  })

  it.each<[string, object]>([
    ['nobody knows', { crit: ['http://example.com/unknown'], 'http://example.com/unknown': 1 }],
    ['it does not have', { crit: ['exp'] }],
    ['that are none', { crit: [] }],
    ['in no list', { crit: 'b64', b64: true }],
    ['that leave the payload as it is', { crit: ['b64'], b64: false }],
  ])('that demands extensions %s', async (_, demand) => {
    expect(await workshop.ask(workshop.own({}, { ...OWN_HEADER, ...demand }))).toMatchObject(REFUSED)
    expect(await workshop.ask(workshop.fromProvider(demand))).toMatchObject(REFUSED)
  })

  it('whose payload is signed as it is, unencoded', async () => {
    const header = encoded({ ...OWN_HEADER, crit: ['b64'], b64: false })
    const signature = hmac(JWT_SECRET)(`${header}.${JSON.stringify(workshop.ours())}`).toString('base64url')
    expect(await workshop.ask(`${header}.${encoded(workshop.ours())}.${signature}`)).toMatchObject(REFUSED)
  })
})
