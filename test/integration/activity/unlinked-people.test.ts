import {
  activityCompany,
  changeActivity,
  counted,
  deliver,
  moveUser,
  viewer,
  type BatchAnswer,
} from '../../support/activity-company.js'
import { logItems } from '../../../server/features/activity/activity-batch.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { append } from '../../../server/platform/database/change.js'
import { askWith, eventually, keyWith } from '../../support/api-key.js'
import { readAuditLog } from '../../support/audit-log.js'
import type { UserError } from '../../support/mutation.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const told = (input: object = {}) => ({
  ...{
    activityTypeId: acme.activityType('CALL'),
    occurredAt: '2026-03-01T12:00:00.000Z',
    personReference: 'Bob B.',
  },
  ...input,
})
const send = (items: readonly object[], rest: object = {}) => deliver(world, acme.admin, { items, ...rest })
const statuses = ({ results }: BatchAnswer) =>
  results.map(({ status, isUnlinked }) => `${status}${isUnlinked ? ' unlinked' : ''}`)
const rows = () => rowsOf(world.database, acme.id)

const LINK = `mutation ($input: LinkPersonInput!) { linkPerson(input: $input) { user { name } userErrors { code message path } } }`
async function link(who: Viewer, name: string, reference = 'Bob B.', source = 'crm') {
  const input = { source, reference, userId: viewer(acme, name).userId }
  const answer = await world.run<{ linkPerson: { user: { name: string } | null; userErrors: UserError[] } }>(
    who,
    LINK,
    { input },
  )
  return { ...answer, ...answer.data.linkPerson }
}

const UNLINKED = `query ($first: Int! = 50, $after: String) { company { unlinkedPeople(first: $first, after: $after) {
  nodes { source reference count firstOccurredAt lastOccurredAt } totalCount pageInfo { hasNextPage endCursor } } } }`
interface Unlinked {
  readonly nodes: readonly { readonly reference: string; readonly source: string }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}
async function unlinked(who: Viewer = acme.admin, page: object = {}): Promise<Unlinked | null> {
  const { data } = await world.run<{ company: { unlinkedPeople: Unlinked | null } }>(who, UNLINKED, page)
  return data.company.unlinkedPeople
}

describe('an activity of somebody nobody knows', () => {
  it('is kept aside and counts nowhere', async () => {
    const answer = await send([
      told({ externalId: '1' }),
      told({ personReference: null, email: 'BOB@acme.test' }),
    ])
    expect(statuses(answer)).toEqual(['CREATED unlinked', 'CREATED unlinked'])
    expect(answer.results[0]!.activity).toMatchObject({ user: null, team: null, isUnlinked: true })
    expect(await counted(world, acme, 'ACME')).toEqual([])
  })

  it('is there for those who may link it, by source and name', async () => {
    const late = told({ occurredAt: '2026-04-01T00:00:00.000Z' })
    await send([told(), late, told({ personReference: 'bob@acme.test' })])
    await send([told()], { source: 'phone' })
    expect(await unlinked()).toMatchObject({
      totalCount: 3,
      nodes: [
        {
          source: 'crm',
          reference: 'Bob B.',
          count: 2,
          firstOccurredAt: '2026-03-01T12:00:00.000Z',
          lastOccurredAt: '2026-04-01T00:00:00.000Z',
        },
        { source: 'crm', reference: 'bob@acme.test', count: 1 },
        { source: 'phone', reference: 'Bob B.', count: 1 },
      ],
    })
    for (const name of ['mia', 'lea', 'dan']) expect(await unlinked(viewer(acme, name))).toBeNull()
  })

  it('is listed page by page', async () => {
    await send(['a', 'b', 'c'].map((personReference) => told({ personReference })))
    const first = await unlinked(acme.admin, { first: 2 })
    const rest = await unlinked(acme.admin, { first: 2, after: first!.pageInfo.endCursor })
    expect([first, rest].map((page) => page!.nodes.map(({ reference }) => reference))).toEqual([
      ['a', 'b'],
      ['c'],
    ])
    expect([first, rest].map((page) => page!.pageInfo.hasNextPage)).toEqual([true, false])
  })
})

describe('a person who is linked', () => {
  it('gets what was kept aside, back in time, by the team of each instant', async () => {
    const lon = viewer(acme, 'lon')
    await moveUser(acme, lon.userId, acme.node('LABS'), new Date('2026-05-01T00:00:00.000Z'))
    const after = told({ occurredAt: '2026-05-02T12:00:00.000Z', quantity: '2' })
    const before = told({ occurredAt: '2026-01-06T12:00:00.000Z', quantity: '4', amount: '1.5' })
    await send([told(), told({ amount: '-3' }), after, before, told({ personReference: 'Eve' })])
    expect(await link(acme.admin, 'lon')).toMatchObject({ user: { name: 'Lon London' }, userErrors: [] })
    expect(await counted(world, acme, 'LONDON')).toEqual(['CALL : 2/-3'])
    expect(await counted(world, acme, 'LABS')).toEqual(['CALL : 2/0'])
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 8/-1.5'])
    expect((await unlinked())!.nodes.map(({ reference }) => reference)).toEqual(['Eve'])
  })

  it('is known by that name of that source from then on', async () => {
    await link(acme.admin, 'lon')
    expect(statuses(await send([told()]))).toEqual(['CREATED'])
    expect(statuses(await send([told()], { source: 'phone' }))).toEqual(['CREATED unlinked'])
    expect(await counted(world, acme, 'LONDON')).toEqual(['CALL : 1/0'])
  })

  it('keeps what is theirs when the name is given to somebody else', async () => {
    await send([told({ externalId: '1' })])
    await link(acme.admin, 'lon')
    await link(acme.admin, 'mia')
    expect(statuses(await send([told({ externalId: '1' }), told({ externalId: '2' })]))).toEqual([
      'UNCHANGED',
      'CREATED',
    ])
    for (const team of ['LONDON', 'OSLO']) expect(await counted(world, acme, team)).toEqual(['CALL : 1/0'])
  })

  it('gets no sums of what was voided', async () => {
    const { results } = await send([told(), told()])
    const activityId = results[0]!.activity!.id
    await changeActivity(world, acme.admin, 'voidActivity', { activityId, expectedVersion: 1 })
    await link(acme.admin, 'lon')
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 1/0'])
  })

  it('is an entry of the audit log, and none when it was so already', async () => {
    await send([told(), told()])
    await link(acme.admin, 'lon')
    const [entry] = (await readAuditLog(world, acme.admin, { first: 1 })).nodes
    expect(entry).toMatchObject({ action: 'LINK_PERSON', entityId: viewer(acme, 'lon').userId })
    expect(entry!.changes).toContainEqual({ field: 'activities', before: null, after: '2' })
    const before = await rows()
    expect((await link(acme.admin, 'lon')).userErrors).toEqual([])
    expect(await rows()).toEqual(before)
  })

  it('is a matter of company admins, and of integrations that may change the organisation', async () => {
    const before = await rows()
    expect((await link(viewer(acme, 'dan'), 'lon')).userErrors).toMatchObject([
      { code: 'FORBIDDEN', path: ['userId'] },
    ])
    expect((await link(viewer(acme, 'mia'), 'lon')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['userId'] },
    ])
    expect((await link(acme.admin, 'lon', ' ')).userErrors).toMatchObject([
      { code: 'INVALID', path: ['reference'] },
    ])
    expect(await rows()).toEqual(before)
    const { secret } = await keyWith(world, acme, ['WRITE_ORGANIZATION', 'READ_PEOPLE'])
    const input = { source: 'crm', reference: 'Bob B.', userId: viewer(acme, 'lon').userId }
    const { data } = await askWith<{ linkPerson: { userErrors: UserError[] } }>(world, secret, LINK, {
      input,
    })
    expect(data.linkPerson.userErrors).toEqual([])
  })
})

it('what was kept aside and comes again once the person is known, is given to the person', async () => {
  const items = ['1', '2', '2'].map((externalId) => told({ externalId, personReference: 'new@acme.test' }))
  await send(items)
  await world.database.query(
    `UPDATE app_user SET email = 'new@acme.test' WHERE company_id = $1 AND id = $2`,
    [...[acme.id, viewer(acme, 'lon').userId]],
  )
  const [first, ...rest] = await Promise.all([send(items), send(items), send(items)])
  expect([first, ...rest].flatMap(statuses).filter((status) => status === 'UPDATED')).toHaveLength(2)
  const again = await send(items)
  expect(statuses(again)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED'])
  expect(again.results[0]!.activity).toMatchObject({ user: { name: 'Lon London' }, version: 2 })
  expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 2/0'])
})

it('what was kept aside waits for its instant to come again: without, it is not known to which team it counts', async () => {
  const item = told({ externalId: '1', personReference: 'new@acme.test' })
  const undated = { ...item, occurredAt: null }
  await send([item])
  await world.database.query(
    `UPDATE app_user SET email = 'new@acme.test' WHERE company_id = $1 AND id = $2`,
    [...[acme.id, viewer(acme, 'lon').userId]],
  )
  await moveUser(acme, viewer(acme, 'lon').userId, acme.node('LABS'))
  expect(statuses(await send([undated]))).toEqual(['UNCHANGED unlinked'])
  expect(await counted(world, acme, 'ACME')).toEqual([])
  expect(statuses(await send([item]))).toEqual(['UPDATED'])
  expect(statuses(await send([undated]))).toEqual(['UNCHANGED'])
  expect(await counted(world, acme, 'LONDON')).toEqual(['CALL : 1/0'])
})

it('a link waits for a batch that did not know of it, and leaves nothing behind', async () => {
  const lock = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
  let linking: Promise<unknown> = Promise.resolve()
  let isLinked = false
  await append(acme.build.ctx, onCompany('log activities'), async (tx) => {
    await logItems(tx, 'crm', [{ ...told(), occurredAt: new Date('2026-03-01T12:00:00.000Z') }])
    linking = link(acme.admin, 'lon').finally(() => (isLinked = true))
    await eventually(async () => isLinked || (await world.database.query<object[]>(lock)).length > 0)
  })
  await linking
  expect(await unlinked()).toMatchObject({ totalCount: 0 })
  expect(await counted(world, acme, 'LONDON')).toEqual(['CALL : 1/0'])
})
