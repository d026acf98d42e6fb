import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm'

/** A statement carries at most 65,535 parameters. */
const ROWS_PER_STATEMENT = 1_000

/** Inserts any number of rows, a thousand in a statement. */
export async function insertInChunks(
  manager: EntityManager,
  entity: EntityTarget<ObjectLiteral>,
  rows: readonly object[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += ROWS_PER_STATEMENT) {
    await manager.insert(entity, rows.slice(first, first + ROWS_PER_STATEMENT))
  }
}
