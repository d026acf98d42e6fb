import type { EntityManager, QueryRunner } from 'typeorm'

/** What is sent to the database, with its parameters. */
export type Statement = readonly [text: string, parameters: unknown[]]

/**
 * Ends the transaction, or its part of one that encloses it, in one message with its last statements: what these lock is
 * free again as soon as the database has done them, without a way there and back. Should one fail, the database refuses what
 * follows it, and nothing stays.
 */
export async function commitWith(runner: QueryRunner, last: readonly Statement[]): Promise<void> {
  if (last.length === 0) return runner.commitTransaction()
  // TypeORM ends it, so that it knows of it.
  const query = runner.query
  runner.query = (end: string) => {
    const sent = last.map(([text, parameters]) => query.call(runner, text, parameters))
    const ended = query.call(runner, end)
    return Promise.all([...sent, ended]).then(() => ended)
  }
  try {
    await runner.commitTransaction()
  } finally {
    runner.query = query
  }
}

/** Where nothing is to stay, but what would is to be seen. */
export async function sendAll(manager: EntityManager, statements: readonly Statement[]): Promise<void> {
  for (const [text, parameters] of statements) await manager.query(text, parameters)
}
