import { METRICS_TOKEN, metricsOf } from '../support/metrics.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld(undefined, { metricsAccess: METRICS_TOKEN })
  acme = await world.company()
})
afterAll(() => world.stop())

/** The value of a series; 0 when there is none yet. */
async function valueOf(series: string): Promise<number> {
  const line = (await metricsOf(world)).split('\n').find((line) => line.startsWith(`${series} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}

/** By how much each series grows while `work` is done. */
async function growthOf(series: readonly string[], work: () => Promise<unknown>): Promise<number[]> {
  const values = () => Promise.all(series.map(valueOf))
  const before = await values()
  await work()
  return (await values()).map((value, n) => value - before[n]!)
}

describe('/metrics counts', () => {
  it('requests by route and status, whatever address was asked for', async () => {
    const series = [
      'key_metrics_http_requests_total{route="/graphql",status="200"}',
      'key_metrics_http_requests_total{route="/graphql",status="401"}',
      'key_metrics_http_requests_total{route="none",status="404"}',
      'key_metrics_http_request_duration_seconds_count{route="/graphql"}',
    ]
    const asked = async () => {
      await world.run(acme.admin, '{ viewer { name } }')
      await world.run(null, '{ viewer { name } }')
      await fetch(new URL('/made/up?by=a-client', world.url))
    }
    expect(await growthOf(series, asked)).toEqual([1, 1, 1, 2])
    expect(await metricsOf(world)).not.toContain('made')
  })

  it('operations by their type and errors by their code, and names neither', async () => {
    const series = [
      'key_metrics_graphql_operations_total{type="query"}',
      'key_metrics_graphql_operations_total{type="mutation"}',
      'key_metrics_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"}',
      'key_metrics_graphql_errors_total{code="UNAUTHENTICATED"}',
    ]
    const asked = async () => {
      await world.run(acme.admin, 'query Mine { viewer { name } }')
      await world.run(
        acme.admin,
        'mutation Mine { archiveMetric(input: { metricId: "x", expectedVersion: 1 }) { userErrors { code } } }',
      )
      await world.run(acme.admin, '{ made_up }')
      await world.run(null, '{ viewer { name } }')
    }
    expect(await growthOf(series, asked)).toEqual([1, 1, 1, 1])
    expect(await metricsOf(world)).not.toMatch(/Mine|made_up/)
  })

  it('SQL statements, connections, and what a process has beside', async () => {
    const { statements } = await world.run(acme.admin, '{ viewer { name } }')
    const series = ['key_metrics_sql_statements_total{which="sent"}']
    const [sent] = await growthOf(series, () => world.run(acme.admin, '{ viewer { name } }'))
    expect(sent).toBe(statements.length)
    const text = await metricsOf(world)
    expect(text).toMatch(/^key_metrics_database_connections\{state="idle"\} \d+$/m)
    expect(text).toMatch(/^key_metrics_database_connections\{state="waiting"\} 0$/m)
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m)
    expect(text).toMatch(/^process_resident_memory_bytes \d/m)
  })

  it('with labels of which there are few: no ids, no names, no tokens', async () => {
    const text = await metricsOf(world)
    const names = [...text.matchAll(/[{,](\w+)="/g)].map(([, name]) => name)
    expect([...new Set(names)].sort()).toEqual(
      [
        'code',
        'kind',
        'le',
        'major',
        'minor',
        'patch',
        'route',
        'space',
        'state',
        'status',
        'type',
        'version',
        'which',
      ].sort(),
    )
    for (const secret of [METRICS_TOKEN, acme.id, acme.admin.userId, 'ACME'])
      expect(text).not.toContain(secret)
  })
})

describe('/metrics is', () => {
  it.each(['', 'Bearer', 'Bearer x', `Basic ${METRICS_TOKEN}`, `Bearer ${METRICS_TOKEN}x`])(
    'refused to whoever sends %j instead of the token',
    async (authorization) => {
      const response = await fetch(new URL('/metrics', world.url), { headers: { authorization } })
      expect([response.status, await response.text()]).toEqual([401, ''])
    },
  )

  it('not there where no token is set, as in production unless it is', async () => {
    const other = await startWorld()
    expect((await fetch(new URL('/metrics', other.url))).status).toBe(404)
    await other.stop()
  })

  it('open to everybody in development', async () => {
    const other = await startWorld(undefined, { metricsAccess: null })
    const response = await fetch(new URL('/metrics', other.url))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    await other.stop()
  })
})
