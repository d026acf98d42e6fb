import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../../../server/app/migrate.js'
import { emptyDatabaseUrl } from '../../support/database.js'
import { rowsOf } from '../../support/rows.js'
import { codesOf, runDocument } from '../../support/run-document.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

// A database of this file's own: its tables are taken away.
beforeAll(async () => {
  const url = await emptyDatabaseUrl('faults')
  await migrate(url)
  world = await startWorld(url)
  acme = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

/** Does `work` while a table is not there. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  await world.database.query(`ALTER TABLE ${table} RENAME TO gone`)
  try {
    return await work()
  } finally {
    await world.database.query(`ALTER TABLE gone RENAME TO ${table}`)
  }
}

const told = (requestId: string) => ({
  message: `Something went wrong on our side. Tell us the request id ${requestId}.`,
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
})

const LEAK = /relation|gone|does not exist|SELECT|node_modules|\.ts|\.js|stack/i

describe('a fault of ours is told as the request id and nothing more', () => {
  const request = async (document: string) => {
    const [token, requestId] = [await world.token(acme.admin), randomUUID()]
    return {
      requestId,
      answer: await runDocument(world.url, { document, token, headers: { 'x-request-id': requestId } }),
    }
  }

  it('in a field: the others are answered', async () => {
    const document = '{ viewer { name } company { inheritsKeyMetrics users { totalCount } } }'
    const { requestId, answer } = await without('key_metric_inheritance', () => request(document))
    expect(answer.data).toEqual({
      viewer: { name: 'Ada Admin' },
      company: { inheritsKeyMetrics: null, users: { totalCount: 2 } },
    })
    expect(answer.errors).toEqual([
      { ...told(requestId), path: ['company', 'inheritsKeyMetrics'], locations: [{ line: 1, column: 29 }] },
    ])
    expect(answer.text).not.toMatch(LEAK)
  })

  it('while signing in', async () => {
    const { requestId, answer } = await without('app_user', () => request('{ viewer { name } }'))
    expect(answer.status).toBe(500)
    expect(answer.errors).toEqual([told(requestId)])
    expect(answer.text).not.toMatch(LEAK)
  })

  it('in a mutation', async () => {
    const document = `mutation { archiveMetric(input: { metricId: "${acme.metric('REV')}", expectedVersion: 1 }) { userErrors { code } } }`
    const { requestId, answer } = await without('metric_state', () => request(document))
    expect(answer.errors).toMatchObject([told(requestId)])
    expect(answer.text).not.toMatch(LEAK)
  })
})

describe('a change and its audit entry are one: neither is there', () => {
  it.each([
    ['the entry', 'audit_entry', `action <> 'hideKeyMetric'`],
    ['the next version of the company', 'company', 'config_version < 0'],
  ])('when %s cannot be written', async (_, table, check) => {
    const company = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
    const before = await rowsOf(world.database, company.id)
    const input = { nodeId: company.node('OSLO'), metricId: company.metric('REV'), expectedVersion: 1 }
    await world.database.query(`ALTER TABLE ${table} ADD CONSTRAINT full_up CHECK (${check}) NOT VALID`)
    const refused = await world.mutate(company.admin, 'hideKeyMetric', input)
    await world.database.query(`ALTER TABLE ${table} DROP CONSTRAINT full_up`)
    expect(codesOf(refused)).toEqual(['INTERNAL_SERVER_ERROR'])
    expect(await rowsOf(world.database, company.id)).toEqual(before)
    expect((await world.mutate(company.admin, 'hideKeyMetric', input)).userErrors).toEqual([])
  })
})

it('what fails once is not remembered: the same request is answered as soon as it can be', async () => {
  const { admin } = await world.company({ keyMetrics: ['REV'] })
  const document = '{ company { effectiveKeyMetrics { label } trackingFrequencies { kind } } }'
  const failed = await without('tracking_frequency', () => world.run(admin, document))
  expect(codesOf(failed)).toContain('INTERNAL_SERVER_ERROR')
  expect((await world.run(admin, document)).errors).toEqual([])
})

describe('while somebody else holds the company', () => {
  /** Holds the company's lock for as long as `work` takes. */
  async function holding<T>(work: (release: () => Promise<unknown>) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: (world.database.options as { url: string }).url })
    await client.connect()
    await client.query('BEGIN')
    await client.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [acme.id])
    try {
      return await work(() => client.query('ROLLBACK'))
    } finally {
      await client.end()
    }
  }

  const create = (key: string) => {
    const input = { key, name: 'x', unit: 'COUNT', defaultKind: 'PRIMARY' }
    return world.mutate(acme.admin, 'createMetric', input)
  }

  it('a change waits two seconds, then is OVERLOADED, and nothing was changed', async () => {
    const { errors, changed } = await holding(() => create('LATE'))
    expect(changed).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'OVERLOADED' } }])
    expect((await create('LATE')).userErrors).toEqual([])
  })

  it('a change whose connection is lost is OVERLOADED, and is made when it is sent again', async () => {
    const { errors } = await holding(async () => {
      const changed = create('CUT')
      await waiting(world)
      await world.database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return changed
    })
    expect(errors).toMatchObject([{ extensions: { code: 'OVERLOADED' } }])
    expect((await create('CUT')).userErrors).toEqual([])
  })

  it('a change that was made, but could not be read back in time, is not said to be undone', async () => {
    await world.run(acme.admin, '{ company { name } }')
    const runner = world.database.createQueryRunner()
    await runner.startTransaction()
    await runner.query('LOCK TABLE org_node_placement IN ACCESS EXCLUSIVE MODE')
    const version = await acme.versionOf('ACME')
    const input = { nodeId: acme.id, metricId: acme.metric('REV'), kind: 'PRIMARY', expectedVersion: version }
    const outcome = await world.mutate(acme.admin, 'overrideKeyMetric', input)
    await runner.rollbackTransaction()
    await runner.release()
    expect(codesOf(outcome)).toEqual(['OVERLOADED'])
    expect(await acme.versionOf('ACME')).toBe(version + 1)
    expect(outcome.errors[0]?.message).toBe(
      'The server could not do it in time. Send it again: a mutation with the same Idempotency-Key; without one, read first what there is.',
    )
  })

  it('reading does not wait, and neither does another company', async () => {
    await holding(async () => {
      expect((await world.run(acme.admin, '{ company { name } }')).data).toEqual({
        company: { name: 'ACME' },
      })
      const other = await world.company({ keyMetrics: ['REV'] })
      expect(await other.versionOf('ACME')).toBe(2)
    })
  })

  it('many changes that wait leave the connections to other companies', async () => {
    const other = await world.company({ keyMetrics: ['REV'] })
    await holding(async (release) => {
      const all = Array.from({ length: 30 }, (_, index) => create(`MANY${index}`))
      await waiting(world)
      const reads = await Promise.all(
        Array.from({ length: 30 }, () => world.run(other.admin, '{ company { users { totalCount } } }')),
      )
      expect(reads.flatMap(codesOf)).toEqual([])
      await release()
      await Promise.all(all)
    })
  })

  it('a server that is told to stop finishes the change, and takes no more', async () => {
    const second = await startWorld((world.database.options as { url: string }).url)
    await holding(async (release) => {
      const input = { key: 'LAST', name: 'x', unit: 'COUNT', defaultKind: 'PRIMARY' }
      const inFlight = second.mutate(acme.admin, 'createMetric', input)
      await waiting(second)
      const stopped = second.server.close()
      await seconds(0.1)
      await expect(fetch(new URL('/healthz', second.url))).rejects.toThrow('fetch failed')
      await release()
      expect((await inFlight).userErrors).toEqual([])
      const inTime = await Promise.race([stopped.then(() => true), seconds(2).then(() => false)])
      second.server.server.closeAllConnections()
      expect(inTime).toBe(true)
    })
    await second.database.destroy()
  })
})

function seconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count * 1_000).unref())
}

/** Until somebody waits for a lock in this database. */
async function waiting({ database }: World): Promise<void> {
  const query = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await database.query<unknown[]>(query)).length === 0) await seconds(0.01)
}

it('/readyz says no while the database is away, and /healthz still answers', async () => {
  const other = await startWorld((world.database.options as { url: string }).url)
  await other.database.destroy()
  const ready = await fetch(new URL('/readyz', other.url))
  expect([ready.status, await ready.text()]).toEqual([503, '{"status":"not ready"}'])
  expect((await fetch(new URL('/healthz', other.url))).status).toBe(200)
  await other.server.close()
})
