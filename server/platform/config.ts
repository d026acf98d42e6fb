import { existsSync } from 'node:fs'
import { z } from 'zod'
import { ROW_LEVEL_SECURITY, type RowLevelSecurity } from './database/row-level-security.js'
import {
  signInMistakes,
  signInOf,
  signInSettings,
  type Mistake,
  type SignInSettings,
} from './sign-in-settings.js'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const SECRETS = ['DATABASE_URL', 'JWT_SECRET', 'METRICS_TOKEN']

export type Mode = 'development' | 'production'
/** off: any document is answered; log: those that are not known are noted; require: they are refused. */
const TRUSTED_DOCUMENTS = ['off', 'log', 'require'] as const
export type TrustedDocuments = (typeof TRUSTED_DOCUMENTS)[number]
/** compiled: queries in the fastest way there is; interpreted: everything by graphql-js. The answers are the same. */
const EXECUTIONS = ['compiled', 'interpreted'] as const
export type Execution = (typeof EXECUTIONS)[number]
/** Who may read the metrics: whoever sends this token; null: everybody; absent: nobody, as if there were none. */
export type MetricsAccess = string | null | undefined
export type LogLevel = (typeof LOG_LEVELS)[number]

export interface Config {
  port: number
  host: string
  mode: Mode
  logLevel: LogLevel
  dataDir: string
  /** Absent: the server runs a PostgreSQL of its own inside `dataDir`. */
  databaseUrl?: string
  poolSize: number
  rowLevelSecurity: RowLevelSecurity
  rateLimit: { points: number; seconds: number }
  trustProxy: number
  corsOrigins: readonly string[]
  trustedDocuments: TrustedDocuments
  metricsAccess: MetricsAccess
  execution: Execution
  stopDelaySeconds: number
  signIn: SignInSettings
}

const settings = z.object({
  PORT: wholeNumber(0, 65_535).default(4000),
  // Fastify answers on 127.0.0.1 and on ::1 for this name, so http://localhost:4000 works everywhere.
  HOST: z.string().default('localhost'),
  NODE_ENV: oneOf(['development', 'production', 'test']).default('development'),
  LOG_LEVEL: oneOf(LOG_LEVELS).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'expected postgres://user:password@host:5432/database')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1000).default(10),
  ROW_LEVEL_SECURITY: oneOf(ROW_LEVEL_SECURITY).default('auto'),
  RATE_LIMIT_POINTS: wholeNumber(1, 1_000_000).default(6_000),
  RATE_LIMIT_SECONDS: wholeNumber(1, 86_400).default(60),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  CORS_ORIGINS: z.string().transform(originsIn).default([]),
  TRUSTED_DOCUMENTS: oneOf(TRUSTED_DOCUMENTS).default('off'),
  EXECUTION: oneOf(EXECUTIONS).default('compiled'),
  METRICS_TOKEN: z.string().min(16, 'expected at least 16 characters').optional(),
  STOP_DELAY_SECONDS: wholeNumber(0, 60).optional(),
  ...signInSettings,
})

/** Reads every setting, or names every mistake at once. An empty value counts as absent. */
export function readConfig(env: NodeJS.ProcessEnv = environment()): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const { data, error } = settings.safeParse(given)
  const mistakes = [...(error?.issues ?? []), ...signInMistakes(given)].map((mistake) =>
    described(mistake, given),
  )
  if (!data || mistakes.length > 0) throw new Error(summary(mistakes))
  return {
    port: data.PORT,
    host: data.HOST,
    mode: data.NODE_ENV === 'production' ? 'production' : 'development',
    logLevel: data.LOG_LEVEL ?? (data.NODE_ENV === 'production' ? 'info' : 'warn'),
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    poolSize: data.DATABASE_POOL_SIZE,
    rowLevelSecurity: data.ROW_LEVEL_SECURITY,
    rateLimit: { points: data.RATE_LIMIT_POINTS, seconds: data.RATE_LIMIT_SECONDS },
    trustProxy: data.TRUST_PROXY,
    corsOrigins: data.CORS_ORIGINS,
    trustedDocuments: data.TRUSTED_DOCUMENTS,
    metricsAccess: data.METRICS_TOKEN ?? (data.NODE_ENV === 'production' ? undefined : null),
    execution: data.EXECUTION,
    stopDelaySeconds: data.STOP_DELAY_SECONDS ?? (data.NODE_ENV === 'production' ? 5 : 0),
    signIn: signInOf(data),
  }
}

/** Variables already set win over those in the file `.env`. */
function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

function described({ path, message }: Mistake, given: NodeJS.ProcessEnv): string {
  const name = path.join('.')
  const value = given[name]
  return value === undefined || SECRETS.includes(name)
    ? `${name}: ${message}`
    : `${name}: ${message}, got "${value}"`
}

function summary(mistakes: string[]): string {
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`
  return [`The configuration has ${count}:`, ...mistakes, 'Every setting is explained in .env.example.'].join(
    '\n  ',
  )
}

function wholeNumber(least: number, most: number) {
  const error = `expected a whole number from ${least} to ${most}`
  return z
    .string()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .refine((value) => value >= least && value <= most, error)
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return z.enum(names, { error: `expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}` })
}

function originsIn(list: string, ctx: z.RefinementCtx): string[] {
  const origins = list.split(',').map((origin) => origin.trim())
  if (origins.every(isOrigin)) return origins
  ctx.addIssue('expected a comma separated list of origins like https://app.example.com')
  return z.NEVER
}

/** As a browser sends it: no path, no capital letters, no port that goes without saying. */
function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function isPostgresUrl(value: string): boolean {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
}
