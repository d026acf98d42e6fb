import pg from 'pg'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let other: World
let acme: TestCompany

// Two servers, each with a pool and a memory of its own, on one database.
beforeAll(async () => {
  world = await startWorld()
  other = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV', 'CALLS'] })
})

afterAll(() => Promise.all([world.stop(), other.stop()]))

const servers = () => [world, other]
const override = (position: number, expectedVersion: number) => ({
  ...{ nodeId: acme.node('OSLO'), metricId: acme.metric('REV') },
  ...{ position, expectedVersion },
})

const READ = 'query ($id: ID!) { team(id: $id) { version effectiveKeyMetrics { metric { key } position } } }'

interface Team {
  readonly team: {
    version: number
    effectiveKeyMetrics: { metric: { key: string }; position: number | null }[]
  }
}

async function read(server: World): Promise<{ version: number; shown: string[] }> {
  const { data } = await server.run<Team>(acme.admin, READ, { id: acme.node('OSLO') })
  const { version, effectiveKeyMetrics } = data.team
  return { version, shown: effectiveKeyMetrics.map(({ metric, position }) => `${metric.key} ${position}`) }
}

describe('twenty changes at once, at two servers,', () => {
  it('of one version: exactly one wins, and the others are told the version it made', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        servers()[n % 2]!.mutate(acme.admin, 'overrideKeyMetric', override(n, 1)),
      ),
    )
    const won = outcomes.flatMap(({ userErrors }, n) => (userErrors.length === 0 ? [n] : []))
    expect(won).toHaveLength(1)
    for (const { userErrors, changed } of outcomes) {
      expect(changed?.version).toBe(2)
      if (userErrors.length > 0) expect(userErrors).toMatchObject([{ code: 'VERSION_CONFLICT' }])
    }
    expect((await read(world)).shown).toEqual([`REV ${won[0]}`, 'CALLS null'])
    expect(await acme.audit()).toEqual(['overrideKeyMetric'])
  })

  it('each tried again until it is in: none is lost, and versions only grow', async () => {
    const seen: number[] = []
    const untilIn = async (server: World, key: string) => {
      const metricId = ids.get(key)
      for (let version = 1; ;) {
        const input = { nodeId: acme.node('OSLO'), metricId, expectedVersion: version }
        const { changed, userErrors } = await server.mutate(acme.admin, 'addKeyMetric', input)
        version = changed!.version
        if (userErrors.length === 0) return seen.push(version)
      }
    }
    const keys = Array.from({ length: 20 }, (_, n) => `M${n}`)
    const ids = new Map<string, string>()
    for (const key of keys) ids.set(key, await acme.build.metric({ key }))
    await Promise.all(keys.map((key, n) => untilIn(servers()[n % 2]!, key)))
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 2))
    for (const server of servers()) {
      const { version, shown } = await read(server)
      expect({ version, count: shown.length }).toEqual({ version: 21, count: 22 })
    }
  })

  it('make as many versions of the company, each at a later instant', async () => {
    const create = (n: number) => {
      const input = { key: `K${n}`, name: 'x', unit: 'COUNT', defaultKind: 'PRIMARY' }
      return servers()[n % 2]!.mutate(acme.admin, 'createMetric', input)
    }
    const [before] = await versions()
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => create(n)))
    expect(outcomes.flatMap(({ userErrors }) => userErrors)).toEqual([])
    const [after] = await versions()
    expect(after!.version - before!.version).toBe(20)
    const rows = await world.database.query<{ at: Date }[]>(
      `SELECT at FROM audit_entry WHERE company_id = $1 AND action = 'createMetric'`,
      [acme.id],
    )
    expect(new Set(rows.map(({ at }) => at.getTime())).size).toBe(rows.length)
  })

  const versions = () =>
    world.database.query<{ version: number }[]>(
      'SELECT config_version::int AS version FROM company WHERE company_id = $1',
      [acme.id],
    )
})

describe('a change through one server', () => {
  it('is seen by the very next request through the other, which has read the tree before', async () => {
    for (let version = 1; version <= 20; version++) {
      const [writer, reader] = version % 2 ? [world, other] : [other, world]
      expect((await read(reader)).version).toBe(version)
      await writer.mutate(acme.admin, 'overrideKeyMetric', override(version, version))
      expect(await read(reader)).toEqual({ version: version + 1, shown: [`REV ${version}`, 'CALLS null'] })
    }
  })

  it('made while the other reads: who saw the old state cannot pass for one who saw the new', async () => {
    // The writer knows the tree and need not read it again; the reader does, and is held up there.
    await read(world)
    const release = await holding('org_node_placement')
    const reading = read(other)
    await until(
      `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%org_node_placement%'`,
    )
    const hide = { nodeId: acme.node('OSLO'), metricId: acme.metric('REV'), expectedVersion: 1 }
    const hiding = world.mutate(acme.admin, 'hideKeyMetric', hide)
    await until(`SELECT FROM audit_entry WHERE company_id = '${acme.id}' AND action = 'hideKeyMetric'`)
    await release()
    expect((await hiding).userErrors).toEqual([])

    const { version, shown } = await reading
    const sawTheNew = !shown.includes('REV null')
    const late = { ...hide, metricId: acme.metric('CALLS'), expectedVersion: version }
    const { userErrors } = await other.mutate(acme.admin, 'hideKeyMetric', late)
    expect(userErrors.map(({ code }) => code)).toEqual(sawTheNew ? [] : ['VERSION_CONFLICT'])
  })
})

/** Keeps everybody out of a table until the answer is called. */
async function holding(table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: (world.database.options as { url: string }).url })
  await client.connect()
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
  return async () => {
    await client.query('COMMIT')
    await client.end()
  }
}

/** Until the statement finds something. */
async function until(statement: string): Promise<void> {
  while ((await world.database.query<unknown[]>(statement)).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
}
