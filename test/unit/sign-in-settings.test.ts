import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/platform/config.js'

const NODE_ENV = 'production'
const JWT_SECRET = 'a secret of at least 32 characters'
const OIDC = { OIDC_ISSUER: 'https://login.example.com/', OIDC_AUDIENCE: 'key-metrics' }
const PROVIDER = {
  issuer: 'https://login.example.com/',
  jwksUrl: null,
  audience: 'key-metrics',
  algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
  emailClaim: 'email',
  companyClaim: null,
}

let dir: string

beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'sign-in-'))))
afterEach(() => rmSync(dir, { recursive: true }))

function fileWith(content: string): string {
  const file = join(dir, 'secret')
  writeFileSync(file, content)
  return file
}

const signInOf = (env: NodeJS.ProcessEnv) => readConfig({ NODE_ENV, DATA_DIR: dir, ...env }).signIn
const refusal = (env: NodeJS.ProcessEnv) => () => readConfig({ NODE_ENV, DATA_DIR: dir, ...env })

describe('signing in', () => {
  it('can rest on a secret in a file, whose last line break is not part of it', () => {
    expect(signInOf({ JWT_SECRET_FILE: fileWith(`${JWT_SECRET}\n`) })).toEqual({
      secret: JWT_SECRET,
      provider: null,
    })
  })

  it('can rest on a provider alone: in production there is then no secret, not even one kept by development', () => {
    const { secret } = signInOf({ NODE_ENV: 'development' })
    expect(secret).toHaveLength(64)
    expect(signInOf(OIDC)).toEqual({ secret: null, provider: PROVIDER })
  })

  it('can rest on both, and take what it needs from other claims', () => {
    const env = {
      ...OIDC,
      JWT_SECRET,
      OIDC_JWKS_URL: 'https://keys.example.com/jwks',
      OIDC_EMAIL_CLAIM: 'upn',
      OIDC_COMPANY_CLAIM: 'org',
      OIDC_ALGORITHMS: 'ES384, Ed25519',
    }
    expect(signInOf(env)).toEqual({
      secret: JWT_SECRET,
      provider: {
        ...PROVIDER,
        jwksUrl: 'https://keys.example.com/jwks',
        emailClaim: 'upn',
        companyClaim: 'org',
        algorithms: ['ES384', 'Ed25519'],
      },
    })
  })

  it('is set wrongly in many ways, all named at once', () => {
    expect(
      refusal({
        JWT_SECRET,
        JWT_SECRET_FILE: join(dir, 'nowhere'),
        OIDC_ISSUER: 'http://login.example.com',
        OIDC_JWKS_URL: 'login.example.com/jwks',
        OIDC_ALGORITHMS: 'RS256,HS256',
      }),
    ).toThrow(
      new Error(`The configuration has 6 mistakes:
  JWT_SECRET_FILE: expected a file that can be read, got "${join(dir, 'nowhere')}"
  OIDC_ISSUER: expected an https:// address (http:// for localhost only), got "http://login.example.com"
  OIDC_JWKS_URL: expected an https:// address (http:// for localhost only), got "login.example.com/jwks"
  OIDC_ALGORITHMS: expected a comma separated list of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519, got "RS256,HS256"
  JWT_SECRET_FILE: set this or JWT_SECRET, not both, got "${join(dir, 'nowhere')}"
  OIDC_AUDIENCE: required with OIDC_ISSUER: what the provider writes into "aud" of tokens for this API
  Every setting is explained in .env.example.`),
    )
  })

  it('does not rest on a short secret, whose file is named and whose content is not', () => {
    expect(refusal({ JWT_SECRET_FILE: fileWith('hunter2') })).toThrow(
      /JWT_SECRET_FILE: expected a file with at least 32 characters, for example the output of: openssl rand -base64 48, got "[^"]*secret"/,
    )
    expect(refusal({ JWT_SECRET_FILE: fileWith('hunter2') })).not.toThrow(/hunter2/)
  })

  it.each(['none', 'None', 'HS256', 'HS384', 'HS512', 'rs256', 'RS256,', 'A128KW', '*', 'RS256 ES256'])(
    'never trusts a signature of %s',
    (OIDC_ALGORITHMS) => {
      expect(refusal({ ...OIDC, OIDC_ALGORITHMS })).toThrow(
        'OIDC_ALGORITHMS: expected a comma separated list',
      )
    },
  )

  it.each(['http://localhost:8080/realms/x', 'http://127.0.0.1:8080', 'http://[::1]', 'https://10.0.0.1'])(
    'takes keys from %s',
    (OIDC_ISSUER) => {
      expect(signInOf({ ...OIDC, OIDC_ISSUER }).provider?.issuer).toBe(OIDC_ISSUER)
    },
  )

  it.each(['http://localhost.example.com', 'http://127.0.0.1.example.com', 'ftp://localhost', 'key-metrics'])(
    'takes no keys from %s, where others could change them',
    (OIDC_ISSUER) => {
      expect(refusal({ ...OIDC, OIDC_ISSUER })).toThrow('OIDC_ISSUER: expected an https:// address')
    },
  )

  it.each(['OIDC_JWKS_URL', 'OIDC_AUDIENCE', 'OIDC_COMPANY_CLAIM'])('finds %s without an issuer', (name) => {
    expect(refusal({ JWT_SECRET, [name]: 'https://login.example.com' })).toThrow(
      `${name}: means nothing without OIDC_ISSUER`,
    )
  })
})
