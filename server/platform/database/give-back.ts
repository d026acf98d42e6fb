import type { QueryRunner } from 'typeorm'

/**
 * Tidies the connection up and lets it go. On one that is lost there is nothing to tidy up, and what is to be told is why
 * the work before failed.
 */
export async function giveBack(runner: QueryRunner, tidy: string): Promise<void> {
  await runner.query(tidy).catch(() => undefined)
  await runner.release()
}
