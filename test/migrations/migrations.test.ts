import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../server/app/database.js'
import { migrations } from '../../server/app/entities.js'
import { migrate, rollBack } from '../../server/platform/database/migrate.js'
import { createLog } from '../../server/platform/log.js'
import { emptyDatabaseUrl } from '../support/database.js'

let database: DataSource

beforeEach(async () => {
  database = await openAppDatabase(await emptyDatabaseUrl('migrations'), createLog('silent'), 3)
})

afterEach(() => database.destroy())

/** Everything there is in the schema: tables, columns, constraints, indexes, sequences, functions, types. */
async function schemaOf({ query }: { query: DataSource['query'] }): Promise<unknown[]> {
  const [row] = await query<[{ objects: unknown[] }]>(`
    SELECT json_agg(o ORDER BY o::text) AS objects FROM (
      SELECT 'column' AS sort, attrelid::regclass::text AS name, attname::text AS part,
             format_type(atttypid, atttypmod) || ' ' || attnotnull AS definition
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped AND c.relkind = 'r'
      UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
      UNION ALL SELECT 'function', proname, '', prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'type', typname, typtype::text, '' FROM pg_type
       WHERE typnamespace = 'public'::regnamespace AND typtype <> 'b'
      UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
    ) o
    WHERE name NOT IN ('migration', 'migration_id_seq')`)
  return row.objects ?? []
}

const schema = () => schemaOf({ query: database.query.bind(database) })
const drift = async () =>
  (await database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query)

describe('the migrations', () => {
  it('up, down and up again leave no difference, at each step', async () => {
    const empty = await schema()
    expect(await migrate(database)).toHaveLength(migrations.length)
    const full = await schema()
    const steps: unknown[][] = []
    for (const _ of migrations) {
      steps.push(await schema())
      await rollBack(database)
    }
    expect(steps[0]).toEqual(full)
    expect(await schema()).toEqual(empty)
    expect(await rollBack(database)).toBeNull()

    await migrate(database)
    expect(await schema()).toEqual(full)
    expect(full.length).toBeGreaterThan(100)
  })

  it('applied again do nothing', async () => {
    await migrate(database)
    expect(await migrate(database)).toEqual([])
  })

  it('applied by two servers that start at once are applied once', async () => {
    const second = await openAppDatabase((database.options as { url: string }).url, createLog('silent'), 3)
    const applied = await Promise.all([migrate(database), migrate(second)])
    expect(applied.map(({ length }) => length).sort()).toEqual([0, migrations.length])
    await second.destroy()
  })

  it('make what the entities describe', async () => {
    await migrate(database)
    expect(await drift()).toEqual([])
  })

  it.each([
    ['a column', 'ALTER TABLE metric DROP COLUMN unit'],
    ['a column too many', 'ALTER TABLE metric ADD COLUMN colour text'],
    ['a type', 'ALTER TABLE org_node_version ALTER COLUMN version TYPE bigint'],
    ['whether a column may be empty', 'ALTER TABLE app_user ALTER COLUMN name DROP NOT NULL'],
    ['a check', 'ALTER TABLE metric DROP CONSTRAINT metric_direction'],
    ['a unique key', 'ALTER TABLE app_user DROP CONSTRAINT app_user_email'],
    ['a foreign key', 'ALTER TABLE membership DROP CONSTRAINT membership_user'],
    ['an index', 'DROP INDEX membership_by_team'],
  ])('and the entities, where they differ in %s, are caught', async (_, planted) => {
    await migrate(database)
    await database.query(planted)
    expect(await drift()).not.toEqual([])
  })
})

describe('every table of the product', () => {
  it('has the company in its primary key and in each of its unique and foreign keys', async () => {
    await migrate(database)
    expect(await tables()).toHaveLength(database.entityMetadatas.length)
    expect(await keysWithoutCompany()).toEqual([])
  })

  it('is found out when it has not', async () => {
    await migrate(database)
    await database.query('ALTER TABLE metric ADD CONSTRAINT metric_name UNIQUE (name)')
    await database.query('CREATE TABLE note (id uuid PRIMARY KEY, company_id uuid)')
    await database.query('CREATE TABLE log (at timestamptz)')
    await database.query('CREATE UNIQUE INDEX app_user_name ON app_user (name)')
    expect(await keysWithoutCompany()).toEqual([
      'app_user: app_user_name',
      'log: no primary key',
      'metric: metric_name',
      'note: note_pkey',
    ])
  })
})

const TABLES = `pg_class t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'migration'`

function tables(): Promise<unknown[]> {
  return database.query(`SELECT relname FROM ${TABLES}`)
}

async function keysWithoutCompany(): Promise<string[]> {
  const rows = await database.query<{ key: string }[]>(`
    WITH product AS (SELECT t.oid, t.relname FROM ${TABLES}),
    key AS (
      SELECT conrelid AS oid, conname AS name, conkey AS columns FROM pg_constraint WHERE contype IN ('p', 'u', 'f')
      UNION
      SELECT indrelid, indexrelid::regclass::name, indkey::int2[] FROM pg_index WHERE indisunique)
    SELECT p.relname || ': ' || k.name AS key
      FROM product p JOIN key k ON k.oid = p.oid
     WHERE NOT EXISTS (SELECT FROM pg_attribute a
                        WHERE a.attrelid = p.oid AND a.attname = 'company_id' AND a.attnum = ANY(k.columns))
    UNION
    SELECT p.relname || ': no primary key' FROM product p
     WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = p.oid AND c.contype = 'p')
     ORDER BY key`)
  return rows.map(({ key }) => key)
}
