import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let example: TestCompany

beforeAll(async () => {
  world = await startWorld()
  example = await world.workedExample()
})

afterAll(() => world.stop())

it('a node shows its own rules by metric key, each with what it states and why it sleeps', async () => {
  const document = `query ($id: ID!) { orgNode(id: $id) { inheritsKeyMetrics keyMetricRules {
    effect kind label position reach locks metric { key } node { name } dormancy { reason lock by { name } }
  } } }`
  const nothing = { kind: null, label: null, position: null, reach: 'NODE_AND_BELOW', locks: [] }
  const { data } = await world.run(example.admin, document, { id: example.node('OSLO') })
  expect(data).toEqual({
    orgNode: {
      inheritsKeyMetrics: true,
      keyMetricRules: [
        { ...nothing, effect: 'ADD', metric: { key: 'REN' }, node: { name: 'OSLO' }, dormancy: null },
        {
          ...nothing,
          ...{ effect: 'HIDE', metric: { key: 'REV' }, node: { name: 'OSLO' } },
          dormancy: { reason: 'LOCKED_BY', lock: 'HIDE', by: { name: 'ACME' } },
        },
      ],
    },
  })
  const labs = await world.run(example.admin, 'query ($id: ID!) { team(id: $id) { inheritsKeyMetrics } }', {
    id: example.node('LABS'),
  })
  expect(labs.data).toEqual({ team: { inheritsKeyMetrics: false } })
})

it('a rule is read again by its id, and is gone when it was taken back', async () => {
  const company = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
  const rules = '{ company { keyMetricRules { id } } }'
  const { data } = await world.run<{ company: { keyMetricRules: [{ id: string }] } }>(company.admin, rules)
  const [{ id }] = data.company.keyMetricRules
  const node = 'query ($id: ID!) { node(id: $id) { __typename ... on KeyMetricRule { metric { key } } } }'
  expect((await world.run(company.admin, node, { id })).data).toEqual({
    node: { __typename: 'KeyMetricRule', metric: { key: 'REV' } },
  })
  await company.build.remove(company.id, company.metric('REV'))
  expect((await world.run(company.admin, node, { id })).data).toEqual({ node: null })
})
