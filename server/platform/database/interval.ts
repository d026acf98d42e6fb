import {
  Column,
  PrimaryColumn,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  type ValueTransformer,
} from 'typeorm'
import type { Change } from './change.js'
import { cutOff, endsBehind, isDatedBack } from './dated-back.js'
import { insertInChunks } from './insert.js'

/** An open interval ends at 'infinity' in the database (to the driver: Infinity), so that one comparison serves all rows. */
const openEnd: ValueTransformer = {
  to: (value: Date | null | undefined) => (value === null ? Infinity : value),
  from: (value: Date | number | null) => (value instanceof Date ? value : null),
}

/** The half-open interval [validFrom, validTo) in which a row holds. Rows are closed and reopened, never edited. */
export abstract class Interval {
  @PrimaryColumn('timestamp with time zone', { precision: 3 })
  validFrom: Date

  @Column('timestamp with time zone', { precision: 3, transformer: openEnd })
  validTo: Date | null
}

/** SQL condition for the rows of `alias` that hold at the instant in `parameter`. */
export function holdsAt(alias: string, parameter: string): string {
  return `${alias}.valid_from <= ${parameter} AND ${parameter} < ${alias}.valid_to`
}

/** Ends, at the instant of the change, the intervals that hold then and that `where` names. */
export async function close<E extends ObjectLiteral>(
  tx: Change,
  entity: EntityTarget<E>,
  where: FindOptionsWhere<E>,
): Promise<void> {
  const { manager, companyId, at } = tx
  if (isDatedBack(tx)) await cutOff(tx, entity, where)
  await manager
    .createQueryBuilder()
    .update(entity)
    .set({ validTo: at } as never)
    .where({ companyId, ...where })
    .andWhere(isDatedBack(tx) ? 'valid_from < :at AND :at < valid_to' : `valid_to = 'infinity'`, { at })
    .execute()
}

/**
 * Opens, at the instant of the change, an interval for each of `rows`. One that is dated back ends where what was
 * recorded of the same thing goes on: it is put into the history, and throws none of it away.
 */
export async function open<E extends ObjectLiteral>(
  tx: Change,
  entity: EntityTarget<E>,
  rows: readonly Omit<E, 'companyId' | 'validFrom' | 'validTo'>[],
): Promise<void> {
  const { manager, companyId, at: validFrom } = tx
  const endOf = isDatedBack(tx) ? await endsBehind(tx, entity, rows) : () => null
  await insertInChunks(
    manager,
    entity,
    rows.map((row) => ({ companyId, validFrom, validTo: endOf(row), ...row })),
  )
}
