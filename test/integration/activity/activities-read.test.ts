import { activityCompany, changeActivity, deliver, moveUser, viewer } from '../../support/activity-company.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { codesOf } from '../../support/run-document.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

interface Page {
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly user: { readonly name: string } | null
  }[]
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
}

const ARGUMENTS = `$first: Int! = 50, $after: String, $type: ID, $from: DateTime, $to: DateTime, $voided: Boolean! = false`
const PAGE = `activities(first: $first, after: $after, activityTypeId: $type, from: $from, to: $to, includeVoided: $voided) {
  nodes { id label user { name } } totalCount pageInfo { hasNextPage endCursor } }`
const OF_TEAM = `query ($id: ID!, ${ARGUMENTS}) { of: team(id: $id) { ${PAGE} } }`
const OF_USER = `query ($id: ID!, ${ARGUMENTS}) { of: user(id: $id) { ${PAGE} } }`

async function read(who: Viewer, document: string, id: string, variables: object = {}): Promise<Page | null> {
  const { data, text } = await world.run<{ of: { activities: Page } | null } | null>(who, document, {
    id,
    ...variables,
  })
  if (!data) throw new Error(text)
  return data.of && data.of.activities
}
const labels = (page: Page | null) => page && page.nodes.map(({ label }) => label)
const team = async (who: string, name = 'OSLO', variables = {}) =>
  labels(await read(viewer(acme, who), OF_TEAM, acme.node(name), variables))
const user = async (who: string, name: string) =>
  labels(await read(viewer(acme, who), OF_USER, viewer(acme, name).userId))

/** One activity each, labelled by name, the last named the newest. */
async function everybodyCalls(): Promise<void> {
  const items = ['hal', 'lea', 'lon', 'mia', 'pia'].map((label, hour) => ({
    ...{ label, email: `${label}@acme.test`, activityTypeId: acme.activityType('CALL') },
    occurredAt: `2026-03-01T0${hour}:00:00.000Z`,
  }))
  await deliver(world, acme.admin, { items })
}

describe('the activities of a team', () => {
  beforeEach(everybodyCalls)

  it.each<[string, string[] | null]>([
    ['ada', ['pia', 'mia', 'lea', 'hal']],
    ['dan', ['pia', 'mia', 'lea', 'hal']],
    ['lea', ['pia', 'mia', 'lea', 'hal']],
    ['mia', ['pia', 'mia', 'lea']],
    ['hal', ['pia', 'mia', 'lea', 'hal']],
    ['lon', null],
    ['nia', null],
  ])('are listed, the newest first, as far as one sees the people: %s', async (who, expected) => {
    expect(await team(who)).toEqual(expected)
  })

  it('of those one may see are counted', async () => {
    expect(await read(viewer(acme, 'mia'), OF_TEAM, acme.node('OSLO'))).toMatchObject({ totalCount: 3 })
    expect(await read(viewer(acme, 'lea'), OF_TEAM, acme.node('OSLO'))).toMatchObject({ totalCount: 4 })
  })

  it('are those that count to it: what somebody did before they came is not among them', async () => {
    await moveUser(acme, viewer(acme, 'lon').userId, acme.node('OSLO'))
    expect(await team('lea')).toEqual(['pia', 'mia', 'lea', 'hal'])
    expect(await team('ada', 'LONDON')).toEqual(['lon'])
  })

  it('are narrowed by type and by time, to the instant', async () => {
    const input = {
      activityTypeId: acme.activityType('DEAL'),
      label: 'deal',
      occurredAt: '2026-03-01T01:30:00.000Z',
    }
    await changeActivity(world, viewer(acme, 'mia'), 'logActivity', input)
    expect(await team('lea', 'OSLO', { type: acme.activityType('DEAL') })).toEqual(['deal'])
    expect(await team('lea', 'OSLO', { type: 'no id at all' })).toEqual([])
    const days = { from: '2026-03-01T01:00:00Z', to: '2026-03-01T04:00:00Z' }
    expect(await team('lea', 'OSLO', days)).toEqual(['mia', 'deal', 'lea'])
  })

  it('that were voided are listed when asked for', async () => {
    const [newest] = (await read(acme.admin, OF_TEAM, acme.node('OSLO')))!.nodes
    await changeActivity(world, acme.admin, 'voidActivity', { activityId: newest!.id, expectedVersion: 1 })
    expect(await team('lea')).toEqual(['mia', 'lea', 'hal'])
    expect(await team('lea', 'OSLO', { voided: true })).toEqual(['pia', 'mia', 'lea', 'hal'])
  })

  it('are read page by page, each once, also when they are of one instant', async () => {
    const items = Array.from({ length: 7 }, (_, index) => ({
      ...{ label: `same ${index}`, email: 'mia@acme.test', activityTypeId: acme.activityType('CALL') },
      occurredAt: '2026-03-01T03:00:00.000Z',
    }))
    await deliver(world, acme.admin, { items })
    const found: string[] = []
    let after: string | null = null
    do {
      const page: Page = (await read(acme.admin, OF_TEAM, acme.node('OSLO'), { first: 3, after }))!
      found.push(...page.nodes.map(({ id }) => id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    expect([found.length, new Set(found).size]).toEqual([11, 11])
  })

  it('take as many statements for three teams as for one', async () => {
    const ask = (where: string) =>
      world.run(
        acme.admin,
        `{ company { ${where} { teams { activities(first: 2) { nodes { label type { key } team { name } user { name } } } } } } }`,
      )
    await ask('departments')
    const { statements } = await ask('departments')
    expect(statements).toHaveLength(3)
  })

  it('need the scope of an integration', async () => {
    const variables = { id: acme.node('OSLO') }
    const without = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE'])
    expect(codesOf(await askWith(world, without.secret, OF_TEAM, variables))).toEqual(['FORBIDDEN'])
    const bound = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_NUMBERS', 'READ_PEOPLE'], 'OSLO')
    const { data } = await askWith<{ of: { activities: Page } }>(world, bound.secret, OF_TEAM, variables)
    expect(labels(data.of.activities)).toEqual(['pia', 'mia', 'lea', 'hal'])
  })
})

describe('the activities of a person', () => {
  beforeEach(everybodyCalls)

  it.each<[string, Record<string, string[] | null>]>([
    ['ada', { mia: ['mia'], hal: ['hal'], lon: ['lon'] }],
    ['dan', { mia: ['mia'], hal: ['hal'], lon: ['lon'] }],
    ['lea', { mia: ['mia'], hal: ['hal'], lon: null }],
    ['mia', { mia: ['mia'], pia: ['pia'], hal: null, lon: null }],
    ['hal', { mia: ['mia'], hal: ['hal'] }],
    ['nia', { nia: [], mia: null }],
  ])('are seen as far as the table of rights says: %s', async (who, expected) => {
    for (const [name, its] of Object.entries(expected))
      expect([name, await user(who, name)]).toEqual([name, its])
  })

  it('are all there for oneself, wherever one was; for the lead, those for the team', async () => {
    await moveUser(acme, viewer(acme, 'mia').userId, acme.node('LONDON'))
    await changeActivity(world, viewer(acme, 'mia'), 'logActivity', {
      activityTypeId: acme.activityType('CALL'),
      label: 'new',
    })
    expect(await user('mia', 'mia')).toEqual(['new', 'mia'])
    expect(await user('lon', 'mia')).toEqual(['new'])
    expect(await user('dan', 'mia')).toEqual(['new', 'mia'])
    await moveUser(acme, viewer(acme, 'mia').userId, null)
    expect(await user('mia', 'mia')).toEqual(['new', 'mia'])
  })
})

describe('an activity by its id', () => {
  const NODE = `query ($id: ID!) { node(id: $id) { ... on Activity { label type { key } user { name } team { name } } } }`

  it('is there for whoever sees it, and for nobody else, as if it had never been', async () => {
    await everybodyCalls()
    const { nodes } = (await read(acme.admin, OF_TEAM, acme.node('OSLO')))!
    const id = nodes.find(({ label }) => label === 'hal')!.id
    const ask = async (who: Viewer, asked = id) => (await world.run(who, NODE, { id: asked })).text
    const unknown = await ask(acme.admin, '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    for (const who of ['ada', 'dan', 'lea', 'hal'])
      expect(await ask(viewer(acme, who))).toBe(
        `{"data":{"node":{"label":"hal","type":{"key":"CALL"},"user":{"name":"Hal Hidden"},"team":{"name":"OSLO"}}}}\n`,
      )
    for (const who of ['mia', 'pia', 'lon', 'nia']) expect(await ask(viewer(acme, who))).toBe(unknown)
    const other = await activityCompany(world)
    expect(await ask(other.admin)).toBe(unknown)
  })
})
