import { loadParts } from '../../../server/features/activity/parts.loaders.js'
import type { Sums } from '../../../server/domain/metric-value.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import {
  activityCompany,
  changeActivity,
  counted,
  deliver,
  moveUser,
  viewer,
} from '../../support/activity-company.js'
import { keptSums, node, person, type Days } from '../../support/activity-sums.js'
import { keyWith, askWith } from '../../support/api-key.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await activityCompany(world)
})

afterAll(() => world.stop())

const send = async (items: readonly object[]) => {
  const all = items.map((item) => ({
    ...{
      activityTypeId: acme.activityType('CALL'),
      occurredAt: '2026-03-01T12:00:00Z',
      email: 'mia@acme.test',
    },
    ...item,
  }))
  const { results, text } = await deliver(world, acme.admin, { items: all })
  if (results.some(({ status }) => status === 'REJECTED')) throw new Error(text)
}
const MARCH = { from: '2026-03-01', to: '2026-04-01' }
const told = (sums: Sums) =>
  sums.map(({ label, quantity, amount }) => `${label ?? ''}: ${quantity}/${amount}`).sort()
const sums = async (name: string, days = MARCH) =>
  told(await keptSums(acme.build.ctx, node(acme.node(name)), days))
const parts = async (name: string, days = MARCH) => {
  const found = await loadParts(acme.build.ctx, { id: acme.node(name), ...days })
  const people = new Map(['mia', 'pia', 'lon', 'nia'].map((who) => [viewer(acme, who).userId, who]))
  const nodes = new Map(['SALES', 'OSLO', 'LONDON', 'LABS'].map((node) => [acme.node(node), node]))
  return found
    .map(({ partId, isPerson, quantity }) => `${(isPerson ? people : nodes).get(partId)} ${quantity}`)
    .sort()
}

describe('the sums of a node', () => {
  it('are by activity type and label, of the days asked for: the first of them and not the last', async () => {
    await send([
      { label: 'a', quantity: '2', amount: '0.1' },
      { label: 'a', amount: '0.2' },
      { label: 'b', occurredAt: '2026-03-31T23:59:59.999Z' },
      { label: 'b', occurredAt: '2026-04-01T00:00:00Z' },
      { label: 'a', activityTypeId: acme.activityType('DEAL'), quantity: '9', email: 'lon@acme.test' },
    ])
    expect(await sums('OSLO')).toEqual(['a: 3/0.3', 'b: 1/0'])
    expect(await sums('SALES')).toEqual(['a: 3/0.3', 'a: 9/0', 'b: 1/0'])
    expect(await sums('ACME', { from: '2026-04-01', to: '2026-04-02' })).toEqual(['b: 1/0'])
    expect(await sums('LABS')).toEqual([])
  })

  it('are of the day in the time zone of the company', async () => {
    const version = await acme.versionOf('ACME')
    await world.mutate(acme.admin, 'setCalendar', { timeZone: 'America/New_York', expectedVersion: version })
    await send([
      { occurredAt: '2026-03-02T04:59:59.999Z' },
      { occurredAt: '2026-03-02T05:00:00Z', quantity: '2' },
    ])
    expect(await sums('ACME', { from: '2026-03-01', to: '2026-03-02' })).toEqual([': 1/0'])
    expect(await sums('ACME', { from: '2026-03-02', to: '2026-03-03' })).toEqual([': 2/0'])
  })

  it('are exact, however many there are', async () => {
    await send(Array.from({ length: 1_000 }, () => ({ amount: '0.1', quantity: '0.000001' })))
    expect(await sums('ACME')).toEqual([': 0.001/100'])
  })

  it('come in one statement for any nodes and any days, and activities are not read', async () => {
    await send([{}])
    const asked = ['ACME', 'SALES', 'OSLO', 'LABS'].flatMap((name) =>
      ['2026-02-01', '2026-03-01'].map((from) => ({ id: acme.node(name), from, to: '2026-04-01' })),
    )
    const { ctx } = acme.build
    const loaders = [
      (key: Days & { id: string }) => keptSums(ctx, node(key.id), key),
      (key: (typeof asked)[number]) => loadParts(ctx, key),
    ]
    for (const load of loaders) {
      const { statements } = await recordStatements(() => Promise.all(asked.map(async (key) => load(key))))
      expect(statements).toHaveLength(1)
      expect(statements[0]).not.toMatch(/\bactivity\b/)
    }
  })
})

describe('the parts of a node', () => {
  it('are the nodes below it, and the people whose activities count to it alone', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_ACTIVITIES'])
    const nia = {
      activityTypeId: acme.activityType('CALL'),
      userId: viewer(acme, 'nia').userId,
      quantity: '5',
    }
    const document =
      'mutation ($input: LogActivityInput!) { logActivity(input: $input) { userErrors { code } } }'
    await askWith(world, secret, document, { input: { ...nia, occurredAt: '2026-03-05T00:00:00Z' } })
    await send([{}, { email: 'pia@acme.test', quantity: '2' }, { email: 'lon@acme.test', quantity: '3' }])
    expect(await parts('ACME')).toEqual(['SALES 6', 'nia 5'])
    expect(await parts('SALES')).toEqual(['LONDON 3', 'OSLO 3'])
    expect(await parts('OSLO')).toEqual(['mia 1', 'pia 2'])
  })

  it('are those of then: a team that moves takes nothing along, nor does a person', async () => {
    await send([{ quantity: '2' }])
    await acme.build.at(new Date('2026-03-10T00:00:00Z')).move(acme.node('OSLO'), acme.id)
    await moveUser(acme, viewer(acme, 'mia').userId, acme.node('LONDON'), new Date('2026-03-20T00:00:00Z'))
    await send([
      { occurredAt: '2026-03-09T23:59:59.999Z', quantity: '3' },
      { occurredAt: '2026-03-10T00:00:00Z', quantity: '10' },
      { occurredAt: '2026-03-21T00:00:00Z', quantity: '100' },
    ])
    expect(await parts('SALES')).toEqual(['LONDON 100', 'OSLO 5'])
    expect(await parts('ACME')).toEqual(['OSLO 10', 'SALES 105'])
    expect(await sums('OSLO')).toEqual([': 15/0'])
    expect(await parts('OSLO')).toEqual(['mia 15'])
    for (const node of ['ACME', 'SALES', 'OSLO', 'LONDON']) await counted(world, acme, node)
  })
})

it('the sums of a person are of all they did, for whatever team', async () => {
  const mia = viewer(acme, 'mia')
  await moveUser(acme, mia.userId, acme.node('LABS'), new Date('2026-03-10T00:00:00Z'))
  await send([
    { quantity: '2' },
    { occurredAt: '2026-03-11T00:00:00Z', quantity: '3' },
    { email: 'pia@acme.test' },
  ])
  expect(told(await keptSums(acme.build.ctx, person(mia.userId), MARCH))).toEqual([': 5/0'])
})

it('what comes to nothing is no sum', async () => {
  const input = { activityTypeId: acme.activityType('CALL'), occurredAt: '2026-03-01T12:00:00Z' }
  const { activity } = await changeActivity(world, viewer(acme, 'mia'), 'logActivity', input)
  await changeActivity(world, acme.admin, 'voidActivity', { activityId: activity!.id, expectedVersion: 1 })
  expect(await sums('ACME')).toEqual([])
})
