import {
  LessThanOrEqual,
  MoreThan,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm'
import { perRequest } from '../per-request.js'
import type { Change } from './change.js'

/** Where the intervals ended that the change has cut off, by what they are of. Null: they are open. */
const ends = perRequest(() => new Map<string, Date | null>())

export function isDatedBack(tx: Change): boolean {
  return tx.made !== undefined
}

/** Notes where the intervals end that hold at the instant of the change; one that begins just then goes. */
export async function cutOff<E extends ObjectLiteral>(
  tx: Change,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
): Promise<void> {
  const { manager, companyId, at } = tx
  const beginningBy = { companyId, ...where, validFrom: LessThanOrEqual(at), validTo: MoreThan(at) }
  const rows = await manager.findBy(entity, beginningBy)
  for (const row of rows) ends(tx).set(keyOf(tx, entity, row), row.validTo as Date | null)
  await manager.delete(entity, { companyId, ...where, validFrom: at })
}

/** Where an interval of each of `rows` has to end: where the one ended that it replaces, or the next one begins. */
export async function endsBehind<E extends ObjectLiteral>(
  tx: Change,
  entity: EntityTarget<E>,
  rows: readonly object[],
): Promise<(row: object) => Date | null> {
  const { manager, companyId, at } = tx
  const later = rows.map((row) => ({ companyId, ...lineOf(tx, entity, row), validFrom: MoreThan(at) }))
  const found = await manager.find(entity, { where: later as unknown as FindOptionsWhere<E>[] })
  const begins = new Map<string, Date>()
  for (const row of found) {
    const key = keyOf(tx, entity, row)
    const known = begins.get(key)
    if (!known || row.validFrom < known) begins.set(key, row.validFrom as Date)
  }
  return (row) => {
    const key = keyOf(tx, entity, row)
    return ends(tx).get(key) ?? begins.get(key) ?? null
  }
}

function keyOf(tx: Change, entity: EntityTarget<ObjectLiteral>, row: object): string {
  return JSON.stringify([tx.manager.connection.getMetadata(entity).tableName, lineOf(tx, entity, row)])
}

/** What an interval is of: the columns of which no two intervals end at once. */
function lineOf(tx: Change, entity: EntityTarget<ObjectLiteral>, row: object): object {
  const { name, uniques } = tx.manager.connection.getMetadata(entity)
  const oneEnd = uniques.find((unique) => unique.name.endsWith('_one_end'))
  if (!oneEnd) throw new RangeError(`${name} does not say of what its intervals are.`)
  const columns = oneEnd.columns.map(({ propertyName }) => propertyName)
  return Object.fromEntries(
    columns
      .filter((column) => column !== 'companyId' && column !== 'validTo')
      .map((column) => [column, row[column as keyof typeof row]]),
  )
}
