import { changeActivity, deliver, viewer } from '../../support/activity-company.js'
import { ownerOf, setMany, targetCompany, targetsOf } from '../../support/target-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)

interface Event {
  readonly topic: string
  readonly nodes: readonly string[]
  readonly people: readonly string[]
  readonly days: readonly string[]
  readonly metrics: readonly string[]
}

/** What was written since, in words, in the order of the transactions. */
async function eventsOf(work: () => Promise<unknown>): Promise<Event[]> {
  await world.database.query(`DELETE FROM change_event WHERE company_id = $1`, [acme.id])
  await work()
  const rows = await world.database.query<(Event & { settled: Date | null })[]>(
    `SELECT topic, node_ids AS nodes, user_ids AS people, days::text[] AS days, metric_ids AS metrics, settled_at AS settled
       FROM change_event WHERE company_id = $1 ORDER BY transaction, topic`,
    [acme.id],
  )
  const nameOf = namesById()
  return rows.map(({ settled, ...event }) => {
    expect(settled).toBeNull()
    const named = (ids: readonly string[]) => ids.map(nameOf).sort()
    return {
      ...{ topic: event.topic, days: [...event.days].sort() },
      ...{ nodes: named(event.nodes), people: named(event.people), metrics: named(event.metrics) },
    }
  })
}

function namesById(): (id: string) => string {
  const names = new Map<string, string>()
  for (const name of ['ACME', 'SALES', 'OSLO', 'LONDON', 'LABS']) names.set(acme.node(name), name)
  for (const name of ['pia', 'lon']) names.set(viewer(acme, name).userId, name)
  for (const key of ['REV', 'CALLS']) names.set(acme.metric(key), key)
  return (id) => names.get(id) ?? id
}

const NOTHING = { nodes: [], people: [], days: [], metrics: [] }
const call = (item: object) => ({ activityTypeId: acme.activityType('CALL'), ...item })

it('a change of the configuration is one event, which reaches all of the company', async () => {
  const events = await eventsOf(() => acme.build.metric({ key: 'NEW' }))
  expect(events).toEqual([{ topic: 'CONFIGURATION', ...NOTHING }])
})

it('activities of one delivery are one event: their people, their days, their nodes with those above', async () => {
  const items = [
    call({ email: 'pia@acme.test', occurredAt: '2026-03-01T12:00:00Z' }),
    call({ email: 'pia@acme.test', occurredAt: '2026-03-01T13:00:00Z' }),
    call({ email: 'lon@acme.test', occurredAt: '2026-02-01T12:00:00Z' }),
  ]
  const events = await eventsOf(() => deliver(world, acme.admin, { items }))
  expect(events).toEqual([
    {
      ...{ topic: 'ACTIVITIES', metrics: [], people: ['lon', 'pia'] },
      ...{ nodes: ['ACME', 'LONDON', 'OSLO', 'SALES'], days: ['2026-02-01', '2026-03-01'] },
    },
  ])
})

it('a correction tells of both: where the activity was and where it is now', async () => {
  const item = call({ userId: viewer(acme, 'lon').userId, occurredAt: '2026-03-01T12:00:00Z' })
  const { activity } = await changeActivity(world, acme.admin, 'logActivity', item)
  const { id, version } = activity!
  const input = { activityId: id, expectedVersion: version, occurredAt: '2026-03-05T12:00:00Z' }
  const events = await eventsOf(() => changeActivity(world, acme.admin, 'correctActivity', input))
  expect(events).toMatchObject([
    { topic: 'ACTIVITIES', nodes: ['ACME', 'LONDON', 'SALES'], days: ['2026-03-01', '2026-03-05'] },
  ])
})

it('targets set together are one event: their nodes, the teams of their people, their metrics and periods', async () => {
  const items = [
    { ...ownerOf(acme, 'SALES'), metricId: acme.metric('REV'), amount: '5' },
    { ...ownerOf(acme, 'pia'), metricId: acme.metric('CALLS'), amount: '7' },
  ].map((item) => ({ ...item, period: { frequency: 'MONTHLY', containing: '2026-03-04' } }))
  const events = await eventsOf(() => setMany(world, acme.admin, { mode: 'ATOMIC', items }))
  expect(events).toEqual([
    {
      ...{ topic: 'TARGETS', nodes: ['OSLO', 'SALES'], people: ['pia'] },
      ...{ days: ['2026-03-01'], metrics: ['CALLS', 'REV'] },
    },
  ])
})

it('what changes nothing, a dry run and what is refused leave no event', async () => {
  const { set } = targetsOf(world, acme)
  const period = { frequency: 'MONTHLY', containing: '2026-03-04' }
  await set('OSLO', period, '5', { expectedVersion: 0 })
  const items = [call({ email: 'pia@acme.test', externalId: 'once' })]
  await deliver(world, acme.admin, { items })
  const events = await eventsOf(async () => {
    await set('OSLO', period, '5', { expectedVersion: 1 })
    await deliver(world, acme.admin, { items })
    await deliver(world, acme.admin, { items: [call({ email: 'pia@acme.test' })], dryRun: true })
    await deliver(world, acme.admin, { mode: 'ATOMIC', items: [items[0]!, call({ email: 'no@acme.test' })] })
  })
  expect(events).toEqual([])
})

it('the id of an event’s transaction is that of the transaction', async () => {
  await eventsOf(() => acme.build.metric({ key: 'NEW' }))
  const [row] = await world.database.query<[{ same: boolean }]>(
    `SELECT xmin::text::bigint = transaction & x'ffffffff'::bigint AS same FROM change_event WHERE company_id = $1`,
    [acme.id],
  )
  expect(row.same).toBe(true)
})
