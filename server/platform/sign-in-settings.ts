import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { persistentSecret } from './persistent-secret.js'

/** An OpenID Connect provider whose tokens are believed. */
export interface ProviderSettings {
  /** To the character as in the `iss` of its tokens. */
  readonly issuer: string
  /** Null: the provider says it itself (discovery). */
  readonly jwksUrl: string | null
  readonly audience: string
  readonly algorithms: readonly string[]
  readonly emailClaim: string
  readonly companyClaim: string | null
}

export interface SignInSettings {
  /** Behind tokens of our own; null: there are none. */
  readonly secret: string | null
  readonly provider: ProviderSettings | null
}

export type Mistake = Pick<z.core.$ZodIssue, 'path' | 'message'>

const LEAST = 32
const MAKE_A_SECRET = 'for example the output of: openssl rand -base64 48'
// Asymmetric only: with a shared secret whoever can verify can also sign, and `none` is no signature.
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ')
const USUAL_ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA']
const WITH_AN_ISSUER = ['OIDC_JWKS_URL', 'OIDC_AUDIENCE', 'OIDC_COMPANY_CLAIM']

export const signInSettings = {
  JWT_SECRET: z.string().min(LEAST, `expected at least ${LEAST} characters, ${MAKE_A_SECRET}`).optional(),
  JWT_SECRET_FILE: z.string().transform(secretIn).optional(),
  OIDC_ISSUER: safeUrl().optional(),
  OIDC_JWKS_URL: safeUrl().optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_ALGORITHMS: z.string().transform(algorithmsIn).default(USUAL_ALGORITHMS),
  OIDC_EMAIL_CLAIM: z.string().default('email'),
  OIDC_COMPANY_CLAIM: z.string().optional(),
}

type Given = z.infer<z.ZodObject<typeof signInSettings>> & {
  readonly NODE_ENV: string
  readonly DATA_DIR: string
}

/** Without a secret given, development keeps one of its own. Production does not: replicas would not agree on it. */
export function signInOf(given: Given): SignInSettings {
  const secret = given.JWT_SECRET ?? given.JWT_SECRET_FILE
  const own = given.NODE_ENV === 'production' ? null : () => persistentSecret(given.DATA_DIR, 'jwt-secret')
  return { secret: secret ?? own?.() ?? null, provider: providerOf(given) }
}

function providerOf(given: Given): ProviderSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience } = given
  if (issuer === undefined || audience === undefined) return null
  return {
    ...{ issuer, audience, algorithms: given.OIDC_ALGORITHMS, emailClaim: given.OIDC_EMAIL_CLAIM },
    jwksUrl: given.OIDC_JWKS_URL ?? null,
    companyClaim: given.OIDC_COMPANY_CLAIM ?? null,
  }
}

/** What is wrong with the settings of signing in taken together. */
export function signInMistakes(given: NodeJS.ProcessEnv): Mistake[] {
  const has = (name: string) => given[name] !== undefined
  const isClosed = !has('JWT_SECRET') && !has('JWT_SECRET_FILE') && !has('OIDC_ISSUER')
  const mistakes: [boolean, string, string][] = [
    [
      isClosed && given.NODE_ENV === 'production',
      'JWT_SECRET',
      `this, JWT_SECRET_FILE or OIDC_ISSUER is required when NODE_ENV is production; a secret is ${MAKE_A_SECRET}`,
    ],
    [has('JWT_SECRET') && has('JWT_SECRET_FILE'), 'JWT_SECRET_FILE', 'set this or JWT_SECRET, not both'],
    [
      has('OIDC_ISSUER') && !has('OIDC_AUDIENCE'),
      'OIDC_AUDIENCE',
      'required with OIDC_ISSUER: what the provider writes into "aud" of tokens for this API',
    ],
    ...WITH_AN_ISSUER.map((name): [boolean, string, string] => [
      has(name) && !has('OIDC_ISSUER'),
      name,
      'means nothing without OIDC_ISSUER',
    ]),
  ]
  return mistakes.filter(([isMade]) => isMade).map(([, name, message]) => ({ path: [name], message }))
}

/** Over https, or not leaving this machine: whoever can change what comes back makes the keys. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isLocal)
}

function safeUrl() {
  return z.string().refine(isSafeUrl, 'expected an https:// address (http:// for localhost only)')
}

function secretIn(file: string, ctx: z.RefinementCtx): string {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= LEAST) return secret
    ctx.addIssue(`expected a file with at least ${LEAST} characters, ${MAKE_A_SECRET}`)
  } catch {
    ctx.addIssue('expected a file that can be read')
  }
  return z.NEVER
}

function algorithmsIn(list: string, ctx: z.RefinementCtx): string[] {
  const algorithms = list.split(',').map((name) => name.trim())
  if (algorithms.every((name) => ALGORITHMS.includes(name))) return algorithms
  ctx.addIssue(`expected a comma separated list of ${ALGORITHMS.join(', ')}`)
  return z.NEVER
}
