import { apiSchema } from '../../../server/app/schema.js'
import { changeKey } from '../../support/api-key.js'
import { companyForEveryMutation, EVERY_ID, inputOf } from '../../support/every-mutation.js'
import { dated } from '../../support/schedule.js'
import { everyQuery } from '../../support/selection.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

const CANARY = /canary/i
const SET_TARGET = `mutation ($nodeId: ID!, $metricId: ID!) {
  setTarget(input: { nodeId: $nodeId, metricId: $metricId, amount: "1" }) { userErrors { code } } }`
const RANDOM_ID = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'
const schema = apiSchema()
// What is asked of anything by its id is asked of every type at once: a level less, for the limit of a document.
const QUERIES = [
  ...everyQuery(schema, 3).filter(({ field }) => !/^nodes?$/.test(field)),
  ...everyQuery(schema, 2).filter(({ field }) => /^nodes?$/.test(field)),
]
const BY_ID = QUERIES.filter(({ document }) => document.includes('$id'))

let world: World
let acme: TestCompany
let canary: Canary

interface Canary {
  readonly company: TestCompany
  /** One id of every kind of thing, by what it is. */
  readonly ids: Readonly<Record<string, string>>
  readonly cursors: readonly string[]
}

beforeAll(async () => {
  // Off, since it would cover for a statement that forgets the company: both defences are to hold by themselves.
  world = await startWorld(undefined, { rowLevelSecurity: 'off' })
  canary = await canaryCompany()
  // The later of the two: at its present everything of the other is in force.
  acme = await companyForEveryMutation(world)
})

afterAll(() => world.stop())

/** A company in which every text says CANARY. */
async function canaryCompany(): Promise<Canary> {
  const company = await world.company({
    name: 'CANARY COMPANY',
    departments: { 'CANARY DEPARTMENT': ['CANARY TEAM'] },
    keyMetrics: ['CANARY_METRIC'],
  })
  const { build, node, metric } = company
  const type = await build.activityType({ key: 'CANARY_TYPE' })
  await build.enable(node('CANARY TEAM'), type)
  await build.formula(metric('CANARY_METRIC'), { kind: 'COUNT', activityTypeIds: [type] })
  await build.override(node('CANARY TEAM'), metric('CANARY_METRIC'), { label: 'CANARY LABEL' })
  const team = {
    teamId: node('CANARY TEAM'),
    roles: [{ role: 'MANAGER' as const, nodeId: node('CANARY TEAM') }],
  }
  const people = ['CANARY ONE', 'CANARY TWO'].map((name) => ({
    name,
    email: `${name.slice(-3)}@canary.test`,
    ...team,
  }))
  await build.people(people)
  await world.run(company.admin, SET_TARGET, {
    nodeId: node('CANARY TEAM'),
    metricId: metric('CANARY_METRIC'),
  })
  await changeKey(world, company.admin, 'createApiKey', { name: 'CANARY KEY', scopes: ['READ_PEOPLE'] })
  await dated(world, company.admin, 'createNode', {
    ...{ level: 'TEAM', parentId: company.id, name: 'CANARY LATER', effectiveAt: '2999-01-01T00:00:00Z' },
  })
  return { company, ...(await idsAndCursors(company)) }
}

interface Found {
  readonly users: {
    readonly nodes: { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string }
  }
  readonly keyMetricRules: { readonly id: string }[]
  readonly apiKeys: {
    readonly nodes: { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string }
  }
  readonly administrators: {
    readonly nodes: { readonly id: string }[]
    readonly pageInfo: { readonly endCursor: string }
  }
}

async function idsAndCursors({ admin, node, metric }: TestCompany): Promise<Omit<Canary, 'company'>> {
  const document = `{ company { keyMetricRules { id } users { nodes { id } pageInfo { endCursor } }
    administrators { nodes { id } pageInfo { endCursor } } apiKeys { nodes { id } pageInfo { endCursor } } }
    activityTypes { id } }`
  const { data, text } = await world.run<{ company: Found; activityTypes: { id: string }[] }>(admin, document)
  const { users, keyMetricRules, administrators, apiKeys } = data.company
  expect(text).not.toMatch(CANARY)
  return {
    ids: {
      ...{
        company: node('CANARY COMPANY'),
        department: node('CANARY DEPARTMENT'),
        team: node('CANARY TEAM'),
      },
      ...{ metric: metric('CANARY_METRIC'), rule: keyMetricRules[0]!.id },
      ...{ user: users.nodes[0]!.id, role: administrators.nodes[0]!.id, apiKey: apiKeys.nodes[0]!.id },
      ...{ explainKeyMetric: users.nodes[0]!.id, profile: users.nodes[1]!.id },
      activityType: data.activityTypes[0]!.id,
    },
    cursors: [users, administrators, apiKeys].map(({ pageInfo }) => pageInfo.endCursor),
  }
}

it('the canary sings to its own company, so that silence means something', async () => {
  for (const { field, document } of QUERIES) {
    const id = canary.ids[field] ?? canary.ids.team
    const { text, errors } = await world.run(canary.company.admin, document, {
      ...{ id, ids: [id], metricId: canary.ids.metric, cursor: null },
    })
    expect(errors).toEqual([])
    expect(text).toMatch(CANARY)
  }
})

describe.each(BY_ID)('asked $field with an id of another company', ({ document }) => {
  it('the answer is the same, byte for byte, as with an id never issued, and with what is no id', async () => {
    const ask = async (id: string) => {
      const { text, errors } = await world.run(acme.admin, document, {
        id,
        ids: [id],
        metricId: id,
        cursor: null,
      })
      expect(errors).toEqual([])
      return text
    }
    const unknown = await ask(RANDOM_ID)
    expect(unknown).not.toMatch(CANARY)
    expect(await ask('no id at all')).toBe(unknown)
    for (const id of Object.values(canary.ids)) expect(await ask(id)).toBe(unknown)
  })
})

describe.each(QUERIES)('asked $field with a cursor of another company', ({ document }) => {
  it('nothing of that company is answered', async () => {
    for (const cursor of canary.cursors) {
      const own = acme.node('SALES')
      const { text } = await world.run(acme.admin, document, { id: own, ids: [own], cursor })
      expect(text).not.toMatch(CANARY)
    }
  })
})

it('no mutation tells anything of an id of another company', async () => {
  for (const change of EVERY_ID) {
    const input = await inputOf(change, acme)
    for (const id of Object.values(canary.ids)) {
      const { text, userErrors } = await world.mutate(acme.admin, change.mutation, {
        ...input,
        [change.field]: id,
      })
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }])
      expect(text).not.toMatch(CANARY)
    }
  }
})

it('requests of two companies at once, over the same connections, each see their own', async () => {
  const document =
    '{ company { name departments { name teams { name members { nodes { name } } } } } metrics { key } }'
  const viewers = Array.from({ length: 60 }, (_, index) => (index % 2 ? acme.admin : canary.company.admin))
  const answers = await Promise.all(viewers.map((viewer) => world.run(viewer, document)))
  expect(answers.map(({ text }) => CANARY.test(text))).toEqual(viewers.map((_, index) => index % 2 === 0))
})

it.each(['/schema.graphql', '/healthz', '/readyz', '/playground/session.json'])(
  '%s tells of nobody',
  async (path) => {
    const response = await fetch(new URL(path, world.url))
    expect(response.status).toBe(200)
    expect(await response.text()).not.toMatch(CANARY)
  },
)
