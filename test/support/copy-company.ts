import { randomUUID } from 'node:crypto'
import type { DataSource } from 'typeorm'
import { loadSystemContext } from '../../server/features/org/company.commands.js'
import { builder, type CompanyBuilder } from '../../server/seed/company-builder.js'

/** Makes one more company like the one it was made for, and answers who builds on it. */
export type Copier = () => Promise<CompanyBuilder>

/**
 * Copies of a company as it is now: the same rows with the same ids under another company, which takes a tenth of the time
 * that founding it takes. Ids are looked up beneath a company, so that no copy meets another.
 */
export async function copierOf(database: DataSource, companyId: string): Promise<Copier> {
  const tables = await tablesWithRows(database, companyId)
  return async () => {
    const copyId = randomUUID()
    await database.query(tables.map((table) => copyOf(table, companyId, copyId)).join(';\n'))
    const ctx = await loadSystemContext(database, copyId)
    return builder(ctx!)
  }
}

interface Table {
  readonly name: string
  readonly columns: string
}

/** The id of the company is that of its root as well, and may stand inside of a value. */
function copyOf({ name, columns }: Table, from: string, to: string): string {
  const row = `jsonb_populate_record(NULL::${name}, replace(to_jsonb(original)::text, '${from}', '${to}')::jsonb)`
  return `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
          SELECT ${columns} FROM (SELECT (${row}).* FROM ${name} original WHERE company_id = '${from}') copy`
}

/** Those that others refer to come first. */
async function tablesWithRows(database: DataSource, companyId: string): Promise<Table[]> {
  const all = await database.query<(Table & { refersTo: string[] })[]>(TABLES)
  const filled = await database.query<{ name: string }[]>(
    all
      .map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name} WHERE company_id = $1)`)
      .join(' UNION ALL '),
    [companyId],
  )
  const left = new Map(all.map((table) => [table.name, table]))
  const ordered: Table[] = []
  while (left.size > 0) {
    const next = [...left.values()].find(({ name, refersTo }) =>
      refersTo.every((other) => other === name || !left.has(other)),
    )
    if (!next)
      throw new RangeError(`These tables refer to each other in a ring: ${[...left.keys()].join(', ')}`)
    left.delete(next.name)
    if (filled.some(({ name }) => name === next.name)) ordered.push(next)
  }
  return ordered
}

const TABLES = `
  SELECT t.relname AS name,
         (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
           WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
         ARRAY(SELECT other.relname::text FROM pg_constraint c JOIN pg_class other ON other.oid = c.confrelid
                WHERE c.conrelid = t.oid AND c.contype = 'f') AS "refersTo"
    FROM pg_class t
   WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace
     AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = t.oid AND attname = 'company_id')`
