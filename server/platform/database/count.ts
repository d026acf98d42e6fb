import type { EntityManager } from 'typeorm'

/** How many rows there are; `from` is what a statement says from FROM on. */
export async function countOf(
  manager: EntityManager,
  from: string,
  parameters: readonly unknown[],
): Promise<number> {
  const [row] = await manager.query<[{ count: number }]>(`SELECT count(*)::int AS count ${from}`, [
    ...parameters,
  ])
  return row.count
}
