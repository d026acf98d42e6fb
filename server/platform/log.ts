import { pino, type DestinationStream, type Logger } from 'pino'
import type { LogLevel } from './config.js'

export type Log = Logger

/** Names under which a credential may reach a log line, at the top or one or two levels down. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'accessToken',
  'apiKey',
  'jwtSecret',
  'databaseUrl',
  '["set-cookie"]',
  '["x-api-key"]',
  '["proxy-authorization"]',
]

/** Writes JSON lines to standard output unless told otherwise. Credentials are replaced by `[hidden]`. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const redact = { paths: SECRET_FIELDS.flatMap(atAnyDepth), censor: '[hidden]' }
  return destination ? pino({ level, redact }, destination) : pino({ level, redact })
}

function atAnyDepth(field: string): string[] {
  const step = field.startsWith('[') ? field : `.${field}`
  return [field, `*${step}`, `*.*${step}`, `*.*.*${step}`]
}
