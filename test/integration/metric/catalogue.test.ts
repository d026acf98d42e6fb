import type { Mutation } from '../../support/mutation.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

const WON = { key: 'WON', name: 'Won deals', unit: 'COUNT', defaultKind: 'PRIMARY' }

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ metrics: ['REV', 'OLD'], keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

/** What the admin is told when a mutation is refused; nothing may have been written. */
async function refusal(mutation: Mutation, input: object) {
  const before = await rowsOf(world.database, acme.id)
  const { changed, userErrors } = await world.mutate(acme.admin, mutation, input)
  expect(await rowsOf(world.database, acme.id)).toEqual(before)
  expect(changed).toBeNull()
  return userErrors
}

describe('a new metric', () => {
  it('is in the catalogue, trimmed and active, and in force nowhere', async () => {
    const input = { ...WON, name: '  Won \u00a0 deals ', description: ' Signed. ', unit: 'EUR per seat' }
    expect((await world.mutate(acme.admin, 'createMetric', input)).userErrors).toEqual([])
    const document = `{
      metrics { key name description unit direction defaultKind status version }
      company { effectiveKeyMetrics { label } }
    }`
    const { data } = await world.run(acme.admin, document)
    const rest = { description: '', unit: 'COUNT', direction: 'INCREASE', status: 'ACTIVE', version: 1 }
    expect(data).toEqual({
      metrics: [
        { ...rest, key: 'OLD', name: 'OLD', defaultKind: 'SECONDARY' },
        { ...rest, key: 'REV', name: 'REV', defaultKind: 'SECONDARY' },
        { ...rest, ...WON, description: 'Signed.', unit: 'EUR per seat' },
      ],
      company: { effectiveKeyMetrics: [{ label: 'REV' }] },
    })
  })

  it('cannot take the key of another, not even of an archived one: the holder is named', async () => {
    expect(await refusal('createMetric', { ...WON, key: 'OLD' })).toEqual([
      { code: 'DUPLICATE', message: 'The key OLD belongs to “OLD”. Choose another key.', path: ['key'] },
    ])
    await acme.build.archive(acme.metric('OLD'))
    expect(await refusal('createMetric', { ...WON, key: 'OLD' })).toEqual([
      {
        code: 'DUPLICATE',
        message: 'The key OLD belongs to “OLD”. It is archived: restore it, or choose another key.',
        path: ['key'],
      },
    ])
  })

  it.each(['', 'won', '1WON', '_WON', 'WON DEALS', 'WÖN', 'WON\n', 'W'.repeat(41)])(
    'cannot have the key %j',
    async (key) => {
      expect(await refusal('createMetric', { ...WON, key })).toEqual([
        {
          code: 'INVALID',
          message:
            'key is not a metric key; expected 1 to 40 characters of A-Z, 0-9 and _, beginning with a letter, such as WON_REVENUE.',
          path: ['key'],
        },
      ])
    },
  )

  it.each([
    ['name', '', 'name is empty; give it at least one character.'],
    ['name', 'é'.repeat(121), 'name has 121 characters; at most 120 are allowed.'],
    ['unit', ' ', 'unit is empty; give it at least one character.'],
    ['unit', 'u'.repeat(121), 'unit has 121 characters; at most 120 are allowed.'],
    ['description', 'd'.repeat(2_001), 'description has 2001 characters; at most 2000 are allowed.'],
    ['description', 'a\0b', 'description holds NUL or broken Unicode; remove it.'],
  ])('cannot have a %s like %.10j', async (field, value, message) => {
    const invalid = [{ code: 'INVALID', message, path: [field] }]
    expect(await refusal('createMetric', { ...WON, [field]: value })).toEqual(invalid)
    const update = { metricId: acme.metric('REV'), expectedVersion: 1, [field]: value }
    expect(await refusal('updateMetric', update)).toEqual(invalid)
  })

  it('beyond the five hundredth is refused', async () => {
    await addMetrics(acme.id, 497)
    expect((await world.mutate(acme.admin, 'createMetric', WON)).userErrors).toEqual([])
    expect(await refusal('createMetric', { ...WON, key: 'ONE_MORE' })).toEqual([
      { code: 'LIMIT_EXCEEDED', message: 'A company has at most 500 metrics; yours has 500.', path: [] },
    ])
  })
})

describe('updating a metric', () => {
  it('changes what is given and keeps what is left out or null', async () => {
    const input = {
      metricId: acme.metric('REV'),
      expectedVersion: 1,
      name: 'Revenue',
      unit: null,
      defaultKind: 'PRIMARY',
    }
    expect((await world.mutate(acme.admin, 'updateMetric', input)).changed).toMatchObject({ version: 2 })
    const { data } = await world.run(
      acme.admin,
      'query ($id: ID!) { metric(id: $id) { key name unit defaultKind direction } company { effectiveKeyMetrics { label kind kindFrom { id } } } }',
      { id: acme.metric('REV') },
    )
    expect(data).toEqual({
      metric: { key: 'REV', name: 'Revenue', unit: 'COUNT', defaultKind: 'PRIMARY', direction: 'INCREASE' },
      company: { effectiveKeyMetrics: [{ label: 'Revenue', kind: 'PRIMARY', kindFrom: null }] },
    })
  })
})

describe('an archived metric', () => {
  it('is found by its status, and its rules wake when it is restored', async () => {
    const byStatus =
      '{ active: metrics(status: ACTIVE) { key } archived: metrics(status: ARCHIVED) { key } company { effectiveKeyMetrics { label } } }'
    const metricId = acme.metric('REV')
    await world.mutate(acme.admin, 'archiveMetric', { metricId, expectedVersion: 1 })
    expect((await world.run(acme.admin, byStatus)).data).toEqual({
      active: [{ key: 'OLD' }],
      archived: [{ key: 'REV' }],
      company: { effectiveKeyMetrics: [] },
    })
    await world.mutate(acme.admin, 'restoreMetric', { metricId, expectedVersion: 2 })
    expect((await world.run(acme.admin, byStatus)).data).toEqual({
      active: [{ key: 'OLD' }, { key: 'REV' }],
      archived: [],
      company: { effectiveKeyMetrics: [{ label: 'REV' }] },
    })
  })
})

/** As many metrics of any name, without their history. */
async function addMetrics(companyId: string, count: number): Promise<void> {
  await world.database.query(
    `WITH added AS (
       INSERT INTO metric SELECT $1, gen_random_uuid(), 'M' || n, 'M', '', 'COUNT', 'INCREASE' FROM generate_series(1, $2::int) n
       RETURNING company_id, id),
     dated AS (
       INSERT INTO metric_state SELECT company_id, id, 'ACTIVE', 'PRIMARY', 1, now() - interval '1 day', 'infinity' FROM added)
     UPDATE company SET config_version = config_version + 1 WHERE company_id = $1`,
    [companyId, count],
  )
}
