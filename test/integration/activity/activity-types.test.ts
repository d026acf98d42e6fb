import { askWith, keyWith } from '../../support/api-key.js'
import { readAuditLog } from '../../support/audit-log.js'
import type { Mutation } from '../../support/mutation.js'
import { unwritten } from '../../support/rows.js'
import { codesOf } from '../../support/run-document.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest((world) => world.company({ teams: ['OSLO'] }))
let call: string

const MEETING = { key: 'MEETING', name: 'Meeting held' }

beforeEach(async () => {
  call = await acme.build.activityType({ key: 'CALL', name: 'Call made' })
})

const LIST = `{ all: activityTypes { key } active: activityTypes(status: ACTIVE) { key }
  archived: activityTypes(status: ARCHIVED) { key } }`
type Lists = Record<'all' | 'active' | 'archived', { key: string }[]>

/** The keys in the order they are answered. */
async function lists(viewer: Viewer = acme.member) {
  const { data } = await world.run<Lists>(viewer, LIST)
  return Object.fromEntries(Object.entries(data).map(([list, types]) => [list, types.map(({ key }) => key)]))
}

/** What the admin is told when a mutation is refused. */
const refusal = (mutation: Mutation, input: object) =>
  unwritten(world, acme, () => world.mutate(acme.admin, mutation, input))

describe('a new activity type', () => {
  it('is of the company, trimmed and active, and enabled nowhere', async () => {
    const input = { key: 'MEETING', name: '  Meeting   held ' }
    const { changed, userErrors } = await world.mutate(acme.admin, 'createActivityType', input)
    expect(userErrors).toEqual([])
    const document = `query ($id: ID!) {
      activityType(id: $id) { ...All } node(id: $id) { __typename ... on ActivityType { ...All } }
      company { activityTypes { isInherited } teams { activityTypes { isInherited } activityLogger { key } } }
    } fragment All on ActivityType { id key name status version }`
    const { data } = await world.run(acme.admin, document, { id: changed!.id })
    const type = { id: changed!.id, ...MEETING, status: 'ACTIVE', version: 1 }
    expect(data).toEqual({
      activityType: type,
      node: { __typename: 'ActivityType', ...type },
      company: { activityTypes: [], teams: [{ activityTypes: [], activityLogger: [] }] },
    })
  })

  it('cannot take the key of another, not even of an archived one: the holder is named', async () => {
    expect(await refusal('createActivityType', { ...MEETING, key: 'CALL' })).toEqual([
      {
        code: 'DUPLICATE',
        message: 'The key CALL belongs to “Call made”. Choose another key.',
        path: ['key'],
      },
    ])
    await acme.build.archiveType(call)
    expect(await refusal('createActivityType', { ...MEETING, key: 'CALL' })).toEqual([
      {
        code: 'DUPLICATE',
        message: 'The key CALL belongs to “Call made”. It is archived: restore it, or choose another key.',
        path: ['key'],
      },
    ])
  })

  it('may have a key and a name that another company, or a metric, has', async () => {
    const other = await world.company({ metrics: ['MEETING'] })
    await acme.build.activityType(MEETING)
    expect((await world.mutate(other.admin, 'createActivityType', MEETING)).userErrors).toEqual([])
    expect(await lists(other.admin)).toMatchObject({ all: ['MEETING'] })
  })

  it.each(['', 'call', '1CALL', 'CALL MADE', 'C'.repeat(41)])('cannot have the key %j', async (key) => {
    expect(await refusal('createActivityType', { ...MEETING, key })).toMatchObject([
      { code: 'INVALID', path: ['key'] },
    ])
  })

  it.each([
    ['', 'name is empty; give it at least one character.'],
    ['é'.repeat(121), 'name has 121 characters; at most 120 are allowed.'],
    ['a\0b', 'name holds control characters or broken Unicode; remove them.'],
  ])('cannot have a name like %.10j, nor be given it', async (name, message) => {
    const invalid = [{ code: 'INVALID', message, path: ['name'] }]
    expect(await refusal('createActivityType', { ...MEETING, name })).toEqual(invalid)
    const update = { activityTypeId: call, expectedVersion: 1, name }
    expect(await refusal('updateActivityType', update)).toEqual(invalid)
  })

  it('beyond the two hundredth is refused, archived ones counted', async () => {
    await addTypes(198)
    expect((await world.mutate(acme.admin, 'createActivityType', MEETING)).userErrors).toEqual([])
    await acme.build.archiveType(call)
    expect(await refusal('createActivityType', { ...MEETING, key: 'ONE_MORE' })).toEqual([
      {
        code: 'LIMIT_EXCEEDED',
        message: 'A company has at most 200 activity types; yours has 200.',
        path: [],
      },
    ])
  })
})

describe('an activity type', () => {
  it('is renamed for good, in the past as well, and its key stays', async () => {
    const asOf = acme.build.ctx.moment.at
    await acme.build.enable(acme.id, call)
    const enabledAt = acme.build.ctx.moment.at
    const input = { activityTypeId: call, expectedVersion: 1, name: 'Phone call' }
    expect((await world.mutate(acme.admin, 'updateActivityType', input)).changed).toEqual({
      id: call,
      version: 2,
    })
    const document = `query ($asOf: DateTime, $id: ID!) { activityType(id: $id) { key name }
      company(asOf: $asOf) { activityTypes { activityType { name } } } }`
    const ask = async (at: Date) => (await world.run(acme.admin, document, { id: call, asOf: at })).data
    const activityType = { key: 'CALL', name: 'Phone call' }
    const enabled = [{ activityType: { name: 'Phone call' } }]
    expect(await ask(asOf)).toEqual({ activityType, company: { activityTypes: [] } })
    expect(await ask(enabledAt)).toEqual({ activityType, company: { activityTypes: enabled } })
  })

  it('is listed by name, in whatever order they were made, and found by its status', async () => {
    await acme.build.activityType({ key: 'ZZZ', name: 'Agreed' })
    await acme.build.activityType({ key: 'AAA', name: 'Won' })
    await acme.build.archiveType(call)
    expect(await lists()).toEqual({
      all: ['ZZZ', 'CALL', 'AAA'],
      active: ['ZZZ', 'AAA'],
      archived: ['CALL'],
    })
  })

  it('is answered as one that never was to another company, and to an API key that may not read', async () => {
    const other = await world.company()
    const document = 'query ($id: ID!) { activityType(id: $id) { key } node(id: $id) { id } }'
    const { text } = await world.run(other.admin, document, { id: call })
    expect(text).toBe('{"data":{"activityType":null,"node":null}}\n')
    const { secret } = await keyWith(world, acme, ['READ_PEOPLE'])
    const answer = await askWith(world, secret, '{ activityTypes { key } }')
    expect(codesOf(answer)).toEqual(['FORBIDDEN'])
    const reader = await keyWith(world, acme, ['READ_ORGANIZATION'])
    expect((await askWith(world, reader.secret, '{ activityTypes { key } }')).data).toEqual({
      activityTypes: [{ key: 'CALL' }],
    })
  })

  it('costs one statement beside the viewer, and none when the version was read before', async () => {
    await addTypes(150)
    const first = await world.run(acme.member, LIST)
    expect(first.statements).toHaveLength(2)
    expect((await world.run(acme.member, LIST)).statements).toHaveLength(1)
  })
})

describe('an archived activity type', () => {
  beforeEach(async () => {
    await acme.build.enable(acme.id, call)
  })

  const OFFERED = `query ($asOf: DateTime) { company(asOf: $asOf) {
    activityTypes { activityType { key } } teams { activityTypes { activityType { key } } activityLogger { key } } } }`
  const offered = async (asOf?: Date) => (await world.run(acme.member, OFFERED, { asOf })).data
  const everywhere = (...keys: string[]) => {
    const types = keys.map((key) => ({ key }))
    const enabled = types.map((activityType) => ({ activityType }))
    return {
      company: { activityTypes: null, teams: [{ activityTypes: enabled, activityLogger: types }] },
    }
  }

  it('is offered nowhere, also of the past, and everywhere again when it is restored', async () => {
    const asOf = acme.build.ctx.moment.at
    expect(await offered()).toEqual(everywhere('CALL'))
    const input = { activityTypeId: call, expectedVersion: 1 }
    await world.mutate(acme.admin, 'archiveActivityType', input)
    expect(await offered()).toEqual(everywhere())
    expect(await offered(asOf)).toEqual(everywhere())
    await world.mutate(acme.admin, 'restoreActivityType', { ...input, expectedVersion: 2 })
    expect(await offered()).toEqual(everywhere('CALL'))
  })

  it('is in the audit log: who archived what', async () => {
    await world.mutate(acme.admin, 'archiveActivityType', { activityTypeId: call, expectedVersion: 1 })
    const { nodes } = await readAuditLog(world, acme.admin, { first: 1 })
    expect(nodes).toMatchObject([
      {
        action: 'ARCHIVE_ACTIVITY_TYPE',
        actor: { name: 'Ada Admin' },
        changes: [
          { field: 'status', before: 'ACTIVE', after: 'ARCHIVED' },
          { field: 'version', before: '1', after: '2' },
        ],
      },
    ])
  })
})

/** As many active types of any name. */
async function addTypes(count: number): Promise<void> {
  await world.database.query(
    `WITH added AS (
       INSERT INTO activity_type SELECT $1, gen_random_uuid(), 'T' || n, 'T', 'ACTIVE', 1 FROM generate_series(1, $2::int) n)
     UPDATE company SET config_version = config_version + 1 WHERE company_id = $1`,
    [acme.id, count],
  )
}
