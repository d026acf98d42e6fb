import type { DataSource } from 'typeorm'

/** By how many ms the clock of the database is ahead of that of this process, as it was when they were last compared. */
const ahead = new WeakMap<DataSource, number>()
/** A difference that the time an answer takes may explain is none. */
const SAME_MS = 1_000

/** To be done now and then: the clocks of servers differ, and what they say of one company must not. */
export async function compareClocks(database: DataSource): Promise<void> {
  const asked = Date.now()
  const [row] = await database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now')
  const difference = row.now.getTime() - (asked + Date.now()) / 2
  ahead.set(database, Math.abs(difference) < SAME_MS ? 0 : difference)
}

/** What time it is by the clock of the database, within a second, without asking it. */
export function timeOf(database: DataSource): Date {
  return new Date(Date.now() + (ahead.get(database) ?? 0))
}
