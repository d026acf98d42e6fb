import type { Mutation } from '../../support/mutation.js'
import { unwritten } from '../../support/rows.js'
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

/** What the admin is told when a mutation is refused. */
const refusal = (mutation: Mutation, input: object) =>
  unwritten(world, acme, () => world.mutate(acme.admin, mutation, input))

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

describe('deleting a metric', () => {
  const DELETE = `mutation ($input: DeleteMetricInput!) { deleteMetric(input: $input) {
    deletedMetric { key version } metric { key }
    obstacle { nodes { name } ruleCount hasFormula ratios { key } targetCount celebrationCount choices }
    userErrors { code message path } } }`
  const remove = async (key: string) => {
    const input = { metricId: acme.metric(key), expectedVersion: await acme.versionOf(key) }
    return (await world.run<{ deleteMetric: object }>(acme.admin, DELETE, { input })).data.deleteMetric
  }
  const keys = async (asOf: Date | null = null) => {
    const document = 'query ($asOf: DateTime) { metrics(asOf: $asOf) { key } }'
    const { data } = await world.run<{ metrics: { key: string }[] }>(acme.admin, document, { asOf })
    return data.metrics.map(({ key }) => key)
  }

  it('to which nothing refers takes it out of the catalogue of the present, and not of the past', async () => {
    const before = acme.build.ctx.moment.at
    expect(await remove('OLD')).toMatchObject({
      deletedMetric: { key: 'OLD', version: 2 },
      userErrors: [],
    })
    expect(await keys()).toEqual(['REV'])
    expect(await keys(before)).toEqual(['OLD', 'REV'])
  })

  it('that is in use is refused: what refers to it is listed, and what can be done instead', async () => {
    const call = await acme.build.activityType({ key: 'CALL' })
    await acme.build.formula(acme.metric('REV'), { kind: 'COUNT', activityTypeIds: [call] })
    await acme.build.formula(acme.metric('OLD'), {
      ...{ kind: 'RATIO', numeratorMetricId: acme.metric('REV'), denominatorMetricId: acme.metric('REV') },
    })
    expect(await remove('REV')).toEqual({
      ...{ deletedMetric: null, metric: { key: 'REV' } },
      obstacle: {
        ...{ nodes: [{ name: 'ACME' }], ruleCount: 1, hasFormula: true, ratios: [{ key: 'OLD' }] },
        ...{ targetCount: 0, celebrationCount: 0, choices: ['ARCHIVE'] },
      },
      userErrors: [
        {
          code: 'IN_USE',
          message:
            'REV cannot be deleted: there are 1 rule of a node, 1 formula, 1 ratio (OLD), now or in the past. Archive it instead, which can be undone.',
          path: ['metricId'],
        },
      ],
    })
  })

  it('of which only the past knows is refused as well: the past has to resolve', async () => {
    await acme.build.remove(acme.id, acme.metric('REV'))
    await acme.build.archive(acme.metric('REV'))
    expect(await remove('REV')).toMatchObject({
      obstacle: { nodes: [], ruleCount: 1, choices: [] },
      userErrors: [
        { code: 'IN_USE', message: expect.stringContaining('there is 1 rule of a node') as string },
      ],
    })
  })

  it('and creating one with its key takes it up again, under the id it had', async () => {
    await remove('OLD')
    const { changed, userErrors } = await world.mutate(acme.admin, 'createMetric', { ...WON, key: 'OLD' })
    expect(userErrors).toEqual([])
    expect(changed).toEqual({ id: acme.metric('OLD'), version: 3 })
    expect(await keys()).toEqual(['OLD', 'REV'])
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
