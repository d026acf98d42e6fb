import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../../server/app/database.js'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { change } from '../../../server/platform/database/change.js'
import { migrate } from '../../../server/platform/database/migrate.js'
import { secureRows } from '../../../server/platform/database/row-level-security.js'
import { TenantReads } from '../../../server/platform/database/tenant-reads.js'
import { createLog } from '../../../server/platform/log.js'
import { asAppRole, tenantTables } from '../../support/as-app-role.js'
import { companyForEveryMutation } from '../../support/every-mutation.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany
let other: TestCompany

beforeAll(async () => {
  world = await startWorld(undefined, { rowLevelSecurity: 'on' })
  acme = await companyForEveryMutation(world)
  other = await companyForEveryMutation(world)
})

afterAll(() => world.stop())

const urlOf = ({ options }: DataSource) => (options as { url: string }).url
const countOf = ([row]: { count: number }[]) => row?.count
const metrics = `SELECT count(*)::int AS count FROM metric`

describe('a statement that forgets the company', () => {
  it('reads and changes the rows of its own company alone, in every table', async () => {
    const tables = await tenantTables(world.database)
    expect(tables).toEqual(expect.arrayContaining(['audit_entry', 'company', 'metric', 'org_node']))
    for (const table of tables) {
      const count = `SELECT count(*)::int AS count FROM ${table}`
      const own = countOf(await world.database.query(`${count} WHERE company_id = '${acme.id}'`))
      expect([table, countOf(await asAppRole(world.database, acme.id, count))]).toEqual([table, own])
      if (table === 'audit_entry') continue
      const update = `UPDATE ${table} SET company_id = company_id`
      const [, changed] = await asAppRole<[unknown, number]>(world.database, acme.id, update)
      expect([table, changed]).toEqual([table, own])
    }
  })

  it('finds nothing at all where no company was set', async () => {
    for (const table of await tenantTables(world.database)) {
      const rows = await asAppRole(world.database, null, `SELECT * FROM ${table}`)
      expect([table, rows]).toEqual([table, []])
    }
  })

  it('cannot put a row into another company, nor move one there', async () => {
    const insert = `INSERT INTO org_node VALUES ('${other.id}', gen_random_uuid(), 'TEAM', 'SPY')`
    const move = `UPDATE metric SET company_id = '${other.id}'`
    for (const statement of [insert, move])
      await expect(asAppRole(world.database, acme.id, statement)).rejects.toThrow(
        /violates row-level security policy/,
      )
  })

  it('would see everything without it (the tables do hold more than one company)', async () => {
    expect(countOf(await world.database.query(metrics))).toBeGreaterThanOrEqual(6)
  })
})

describe('the application that forgets the company', () => {
  it('reads its own in a request', async () => {
    const reads = new TenantReads(world.database, acme.id)
    expect(countOf(await reads.query(metrics))).toBe(3)
  })

  it('reads its own where the system itself acts for a company', async () => {
    const ctx = await loadSystemContext(world.database, acme.id)
    expect(countOf(await ctx!.manager.query(metrics))).toBe(3)
  })

  it('changes its own in a change, and the other company notices nothing', async () => {
    const { ctx } = acme.build
    await change(ctx, onCompany('configure the company'), async (tx) => {
      await tx.manager.query(`UPDATE metric SET name = 'MINE'`)
      tx.record({ action: 'updateMetric', nodeId: null, entityId: null, before: null, after: null })
    })
    const names = `SELECT DISTINCT company_id AS id FROM metric WHERE name = 'MINE'`
    expect(await world.database.query(names)).toEqual([{ id: acme.id }])
  })

  it('cannot read past it, nor write while it reads', async () => {
    const reads = new TenantReads(world.database, acme.id)
    expect(() => reads.createQueryBuilder()).toThrow('A request reads with query()')
    await expect(reads.query(`UPDATE metric SET name = 'READ'`)).rejects.toThrow('read-only transaction')
  })

  it('cannot take a company that is none', async () => {
    const reads = new TenantReads(world.database, `x'; RESET ROLE; --`)
    await expect(reads.query('SELECT 1')).rejects.toThrow('is not the id of a company')
  })
})

describe('whoever borrows the connection next', () => {
  let one: DataSource
  const self = `SELECT current_user = session_user AS "isSelf",
                       coalesce(current_setting('key_metrics.company_id', true), '') AS company`

  beforeAll(async () => {
    one = await openAppDatabase(urlOf(world.database), createLog('silent'), 1)
    await secureRows(one, 'on')
  })

  afterAll(() => one.destroy())
  afterEach(async () => {
    expect(await one.query(self)).toEqual([{ isSelf: true, company: '' }])
    expect(countOf(await new TenantReads(one, other.id).query(metrics))).toBe(3)
  })

  const reads = () => new TenantReads(one, acme.id)
  const failing = async () => {
    const ctx = { ...acme.build.ctx, manager: one.manager }
    return change(ctx, onCompany('configure the company'), (tx) => tx.manager.query<object[]>('SELECT 1 / 0'))
  }

  it.each<[string, () => Promise<unknown>]>([
    ['a read', () => reads().query(metrics)],
    ['a read that fails', () => reads().query('SELECT 1 / 0')],
    ['a statement that is none', () => reads().query('SELEKT')],
    ['a change that fails', failing],
    [
      'a read that is cancelled',
      () => reads().query(`SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(1)`),
    ],
    ['a read whose connection is lost', () => reads().query(`SELECT pg_terminate_backend(pg_backend_pid())`)],
  ])('inherits nothing after %s', async (name, work) => {
    const outcome = await work().catch((error: Error) => error)
    expect(outcome instanceof Error).toBe(name !== 'a read')
  })
})

describe('a new table', () => {
  const isProtected = async (table: string) => {
    const [row] = await world.database.query<[{ policies: number; rights: string[] | null }]>(
      `SELECT (SELECT count(*)::int FROM pg_policy WHERE polrelid = c.oid AND c.relrowsecurity) AS policies,
              (SELECT array_agg(DISTINCT privilege_type::text ORDER BY privilege_type::text)
                 FROM aclexplode(c.relacl) WHERE grantee = 'key_metrics_app'::regrole) AS rights
         FROM pg_class c WHERE c.oid = $1::regclass`,
      [table],
    )
    return row
  }
  const ALL = { policies: 1, rights: ['DELETE', 'INSERT', 'SELECT', 'UPDATE'] }

  afterAll(() => world.database.query('DROP TABLE IF EXISTS note'))

  it('is protected as all others are, without its migration remembering it', async () => {
    for (const table of await tenantTables(world.database)) {
      const expected = table === 'audit_entry' ? { policies: 1, rights: ['INSERT', 'SELECT'] } : ALL
      expect([table, await isProtected(table)]).toEqual([table, expected])
    }
    await world.database.query('CREATE TABLE note (company_id uuid, id uuid, PRIMARY KEY (company_id, id))')
    expect(await isProtected('note')).toEqual({ policies: 0, rights: null })
    await expect(secureRows(world.database, 'on')).rejects.toThrow('note would not be protected')
    await migrate(world.database)
    expect(await isProtected('note')).toEqual(ALL)
    await secureRows(world.database, 'on')
  })
})
