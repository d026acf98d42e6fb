import type { EntityManager, QueryRunner } from 'typeorm'

/** What is sent to the database, with its parameters. */
export type Statement = readonly [text: string, parameters: unknown[]]

/**
 * Ends the transaction, or its part of one that encloses it, right behind its last statements, without waiting for what
 * they answer: what these lock is free again as soon as the database has done them. Should one fail, the database refuses
 * what follows it, and nothing stays. @throws what failed first.
 */
export async function commitWith(runner: QueryRunner, last: readonly Statement[]): Promise<void> {
  const sent = last.map(([text, parameters]) => runner.query(text, parameters))
  const outcomes = await Promise.allSettled([...sent, runner.commitTransaction()])
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason as Error
}

/** Where nothing is to stay, but what would is to be seen. */
export async function sendAll(manager: EntityManager, statements: readonly Statement[]): Promise<void> {
  for (const [text, parameters] of statements) await manager.query(text, parameters)
}
