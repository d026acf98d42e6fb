import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/platform/config.js'

const JWT_SECRET = 'a secret of at least 32 characters'

describe('the configuration', () => {
  let dataDir: string

  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'config-'))))
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('has a value for everything, so that nothing must be set in development', () => {
    expect(readConfig({ JWT_SECRET })).toEqual({
      port: 4000,
      host: 'localhost',
      mode: 'development',
      logLevel: 'warn',
      dataDir: '.data',
      databaseUrl: undefined,
      poolSize: 10,
      rowLevelSecurity: 'auto',
      rateLimit: { points: 6_000, seconds: 60 },
      trustProxy: 0,
      corsOrigins: [],
      trustedDocuments: 'off',
      execution: 'compiled',
      metricsAccess: null,
      stopDelaySeconds: 0,
      signIn: { secret: JWT_SECRET, provider: null },
    })
  })

  it('takes every value from the environment', () => {
    const env = {
      PORT: '80',
      HOST: '0.0.0.0',
      NODE_ENV: 'production',
      LOG_LEVEL: 'debug',
      DATA_DIR: '/var/lib/key-metrics',
      DATABASE_URL: 'postgres://app@db:5432/key_metrics',
      DATABASE_POOL_SIZE: '20',
      ROW_LEVEL_SECURITY: 'on',
      RATE_LIMIT_POINTS: '100',
      RATE_LIMIT_SECONDS: '10',
      TRUST_PROXY: '2',
      CORS_ORIGINS: 'https://app.example.com, http://localhost:5173',
      TRUSTED_DOCUMENTS: 'require',
      EXECUTION: 'interpreted',
      METRICS_TOKEN: 'sixteen letters.',
      STOP_DELAY_SECONDS: '20',
      JWT_SECRET,
    }
    expect(readConfig(env)).toEqual({
      port: 80,
      host: '0.0.0.0',
      mode: 'production',
      logLevel: 'debug',
      dataDir: '/var/lib/key-metrics',
      databaseUrl: 'postgres://app@db:5432/key_metrics',
      poolSize: 20,
      rowLevelSecurity: 'on',
      rateLimit: { points: 100, seconds: 10 },
      trustProxy: 2,
      corsOrigins: ['https://app.example.com', 'http://localhost:5173'],
      trustedDocuments: 'require',
      execution: 'interpreted',
      metricsAccess: 'sixteen letters.',
      stopDelaySeconds: 20,
      signIn: { secret: JWT_SECRET, provider: null },
    })
  })

  it('takes an empty value for an absent one, as in a copied .env.example', () => {
    expect(readConfig({ JWT_SECRET, PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4000 })
  })

  it('names every mistake at once and repeats no secret', () => {
    const env = {
      PORT: '70000',
      NODE_ENV: 'prod',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:hunter2@db',
      DATABASE_POOL_SIZE: 'ten',
      JWT_SECRET: 'short',
    }
    expect(() => readConfig(env)).toThrow(
      new Error(`The configuration has 6 mistakes:
  PORT: expected a whole number from 0 to 65535, got "70000"
  NODE_ENV: expected development, production or test, got "prod"
  LOG_LEVEL: expected fatal, error, warn, info, debug, trace or silent, got "loud"
  DATABASE_URL: expected postgres://user:password@host:5432/database
  DATABASE_POOL_SIZE: expected a whole number from 1 to 1000, got "ten"
  JWT_SECRET: expected at least 32 characters, for example the output of: openssl rand -base64 48
  Every setting is explained in .env.example.`),
    )
  })

  it('shows metrics to everybody in development, and to nobody in production unless a token says who may', () => {
    const production = { JWT_SECRET, NODE_ENV: 'production' }
    expect(readConfig(production).metricsAccess).toBeUndefined()
    expect(readConfig({ ...production, METRICS_TOKEN: 'sixteen letters.' }).metricsAccess).toBe(
      'sixteen letters.',
    )
    expect(() => readConfig({ ...production, METRICS_TOKEN: 'fifteen letters' })).toThrow(
      /METRICS_TOKEN: expected at least 16 characters\n/,
    )
  })

  it('gives load balancers five seconds in production to see that a server is leaving', () => {
    expect(readConfig({ JWT_SECRET, NODE_ENV: 'production' }).stopDelaySeconds).toBe(5)
  })

  it('insists on a way to sign in in production, next to any other mistake', () => {
    expect(() => readConfig({ NODE_ENV: 'production', PORT: 'http' })).toThrow(
      new Error(`The configuration has 2 mistakes:
  PORT: expected a whole number from 0 to 65535, got "http"
  JWT_SECRET: this, JWT_SECRET_FILE or OIDC_ISSUER is required when NODE_ENV is production; a secret is for example the output of: openssl rand -base64 48
  Every setting is explained in .env.example.`),
    )
  })

  it.each([
    '*',
    'https://*.example.com',
    'app.example.com',
    'https://app.example.com/',
    'https://App.example.com',
    'https://app.example.com:443',
    'https://a.example.com,null',
    'file:///etc',
  ])('takes no origin that no browser sends, such as %s', (CORS_ORIGINS) => {
    expect(() => readConfig({ JWT_SECRET, CORS_ORIGINS })).toThrow(
      `CORS_ORIGINS: expected a comma separated list of origins like https://app.example.com, got "${CORS_ORIGINS}"`,
    )
  })

  it('makes a secret once in development and keeps it where only its owner can read it', () => {
    const { secret } = readConfig({ DATA_DIR: dataDir }).signIn
    const file = join(dataDir, 'jwt-secret')
    expect(secret).toHaveLength(64)
    expect(readFileSync(file, 'utf8')).toBe(`${secret}\n`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readConfig({ DATA_DIR: dataDir }).signIn.secret).toBe(secret)
  })

  it('explains every setting in .env.example, with its default', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n')
    const settings = lines
      .filter((line) => /^\w+=/.test(line))
      .map((line) => line.split('=') as [string, string])
    const example = Object.fromEntries(settings)
    expect(Object.keys(example)).toEqual([
      'PORT',
      'HOST',
      'NODE_ENV',
      'LOG_LEVEL',
      'DATA_DIR',
      'DATABASE_URL',
      'DATABASE_POOL_SIZE',
      'ROW_LEVEL_SECURITY',
      'RATE_LIMIT_POINTS',
      'RATE_LIMIT_SECONDS',
      'TRUST_PROXY',
      'CORS_ORIGINS',
      'TRUSTED_DOCUMENTS',
      'EXECUTION',
      'METRICS_TOKEN',
      'STOP_DELAY_SECONDS',
      'JWT_SECRET',
      'JWT_SECRET_FILE',
      'OIDC_ISSUER',
      'OIDC_AUDIENCE',
      'OIDC_JWKS_URL',
      'OIDC_EMAIL_CLAIM',
      'OIDC_COMPANY_CLAIM',
      'OIDC_ALGORITHMS',
    ])
    expect(readConfig({ ...example, JWT_SECRET })).toEqual(readConfig({ JWT_SECRET }))
  })
})
