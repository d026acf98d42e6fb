import { correctActivity } from '../../../server/features/activity/correct-activity.commands.js'
import { revokeRole } from '../../../server/features/people/role.commands.js'
import { viewer } from '../../support/activity-company.js'
import { settle } from '../../support/celebrations.js'
import { subscribe, TRANSPORTS, type Answered, type Subscriber, type Transport } from '../../support/live.js'
import { log, progressCompany, setTarget } from '../../support/progress-company.js'
import { inEachTest, inWorld } from '../../support/world.js'

const { world, acme } = inEachTest(progressCompany, inWorld({ live: { pollMs: 20, recheckMs: 300 } }))

const now = () => new Date().toISOString()
const DOCUMENT = `subscription ($nodeId: ID!, $after: String) { celebrated(nodeId: $nodeId, after: $after) {
  cursor changes { change celebration { node { name } user { name } } } } }`

interface News {
  readonly cursor: string
  readonly changes: readonly {
    readonly change: string
    readonly celebration: {
      readonly node: { readonly name: string } | null
      readonly user: { readonly name: string } | null
    }
  }[]
}
type Answer = Answered<{ celebrated: News | null }>

const open: Subscriber<Answer>[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()))
})

async function listen(
  who: string,
  node: string,
  after?: string,
  transport: Transport = 'server-sent events',
) {
  const token = await world.token(viewer(acme, who))
  const variables = { nodeId: acme.node(node), after }
  const subscriber = subscribe<{ celebrated: News | null }>(transport, {
    ...{ url: world.url, token, query: DOCUMENT, variables },
  })
  open.push(subscriber)
  return {
    /** What happened, as 'MADE Mia Member', and the cursor. */
    next: async (): Promise<[string[], string]> => {
      const { data, errors } = await subscriber.next()
      const news = data?.celebrated
      if (!news) throw new Error(JSON.stringify(errors ?? 'GONE'))
      const told = news.changes.map(
        ({ change, celebration: { node, user } }) => `${change} ${(node ?? user)?.name}`,
      )
      return [told.sort(), news.cursor]
    },
    rest: async () =>
      (await subscriber.rest()).map(({ data, errors }) => errors?.[0]?.extensions?.code ?? data),
  }
}

const target = (who: string, amount: string) =>
  setTarget(world, acme, 'CALLS', { from: now().slice(0, 10), amount, userId: viewer(acme, who).userId })

async function call(who: string, quantity: string): Promise<void> {
  await log(acme, [who, 'CALL', now(), quantity])
  await settle(acme)
}

async function correctLatest(quantity: string): Promise<void> {
  const [key] = await world.database.query<[{ activityId: string; expectedVersion: number }]>(
    `SELECT id AS "activityId", version AS "expectedVersion" FROM activity WHERE company_id = $1
      ORDER BY recorded_at DESC LIMIT 1`,
    [acme.id],
  )
  await correctActivity({ ...acme.build.ctx }, { ...key, quantity })
  await settle(acme)
}

const SALES_TOO = ['MADE Mia Member', 'MADE OSLO', 'MADE SALES']

describe.each(TRANSPORTS)('by %s', (transport) => {
  it('what is made and withdrawn is told, from now on', async () => {
    await target('mia', '10')
    await target('lon', '10')
    await call('lon', '10')
    const sales = await listen('dan', 'SALES', undefined, transport)
    expect((await sales.next())[0]).toEqual([])
    await call('mia', '10')
    expect((await sales.next())[0]).toEqual(SALES_TOO)
    await correctLatest('9')
    expect((await sales.next())[0]).toEqual(SALES_TOO.map((text) => text.replace('MADE', 'WITHDRAWN')))
  })
})

it('who comes back with the last cursor has missed nothing, in the order in which it happened', async () => {
  await target('mia', '10')
  const before = await listen('lea', 'OSLO')
  const [, cursor] = await before.next()
  await Promise.all(open.splice(0).map((one) => one.end()))
  await call('mia', '10')
  await correctLatest('9')
  await correctLatest('11')
  const after = await listen('lea', 'OSLO', cursor)
  const [missed, latest] = await after.next()
  const each = (change: string, times: number) =>
    ['Mia Member', 'OSLO'].flatMap((name) => Array<string>(times).fill(`${change} ${name}`))
  expect(missed).toEqual([...each('MADE', 2), ...each('WITHDRAWN', 1)].sort())
  await call('mia', '1')
  expect((await (await listen('lea', 'OSLO', latest)).next())[0]).toEqual([])
})

it('more than can be told at once is told in several events', async () => {
  await settle(acme)
  await world.database.query(
    `WITH told AS (
       INSERT INTO celebration (company_id, id, metric_id, user_id, frequency, period_start, actual, target, reached_at, made_number)
       SELECT $1, gen_random_uuid(), $2, $3, 'DAILY', '2026-01-01'::date + n, 1, 1, now(), n FROM generate_series(1, 150) n)
     UPDATE celebration_state SET latest_number = 150 WHERE company_id = $1`,
    [acme.id, acme.metric('CALLS'), viewer(acme, 'mia').userId],
  )
  const first = Buffer.from('celebrated 0').toString('base64url')
  const all = await listen('lea', 'OSLO', first)
  expect([(await all.next())[0].length, (await all.next())[0].length]).toEqual([100, 50])
})

it('a peer is not told of who is hidden, and a team not of another', async () => {
  const [pia, lea, lon] = [
    await listen('pia', 'OSLO'),
    await listen('lea', 'OSLO'),
    await listen('lon', 'LONDON'),
  ]
  for (const one of [pia, lea, lon]) expect((await one.next())[0]).toEqual([])
  for (const who of ['hal', 'lon']) await target(who, '5')
  await call('hal', '5')
  expect((await lea.next())[0]).toEqual(['MADE Hal', 'MADE OSLO'])
  expect((await pia.next())[0]).toEqual(['MADE OSLO'])
  await call('lon', '5')
  expect((await lon.next())[0]).toEqual(['MADE LONDON', 'MADE Lon'])
})

it('who loses the node is told so, and nothing more', async () => {
  const sales = await listen('dan', 'SALES')
  await sales.next()
  const { userId } = viewer(acme, 'dan')
  await revokeRole({ ...acme.build.ctx }, { userId, nodeId: acme.node('SALES'), role: 'MANAGER' })
  expect(await sales.rest()).toEqual([{ celebrated: null }])
})

it('a cursor that is none is refused by name', async () => {
  expect(await (await listen('lea', 'OSLO', 'nonsense')).rest()).toEqual(['BAD_USER_INPUT'])
})
