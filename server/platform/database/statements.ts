import type { Logger } from 'typeorm'
import type { Log } from '../log.js'

const recordings = new Set<string[]>()
const counts = { sent: 0, failed: 0, slow: 0 }

/** How many statements this process has sent since it started, and how many of them failed or took over a second. */
export function statementCounts(): Readonly<typeof counts> {
  return counts
}

/**
 * Runs `work` and returns beside its result every SQL statement this process sent meanwhile, in order; without those
 * that begin and end a read, which nobody waits for.
 */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = []
  recordings.add(statements)
  try {
    return { result: await work(), statements }
  } finally {
    recordings.delete(statements)
  }
}

/** Feeds `recordStatements`, and the log with what is slow or fails. Parameters are never logged: they are people's. */
export class StatementLogger implements Logger {
  constructor(private readonly sink: Log) {}

  logQuery(statement: string): void {
    counts.sent++
    for (const statements of recordings) statements.push(statement)
  }

  logQueryError(error: string | Error, statement: string): void {
    counts.failed++
    this.sink.debug({ reason: error instanceof Error ? error.message : error, statement }, 'statement failed')
  }

  logQuerySlow(milliseconds: number, statement: string): void {
    counts.slow++
    this.sink.warn({ milliseconds, statement }, 'slow statement')
  }

  logSchemaBuild(message: string): void {
    this.sink.debug(message)
  }

  logMigration(message: string): void {
    this.sink.debug(message)
  }

  log(level: 'log' | 'info' | 'warn', message: unknown): void {
    this.sink[level === 'warn' ? 'warn' : 'debug'](String(message))
  }
}
