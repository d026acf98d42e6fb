import type { DataSource } from 'typeorm'
import type { Pool } from 'pg'

/** How many connections there are, and how many wait for one. */
export function poolOf({ driver }: DataSource): Readonly<Record<'used' | 'idle' | 'waiting', number>> {
  const { totalCount, idleCount, waitingCount } = (driver as unknown as { master: Pool }).master
  return { used: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
}
