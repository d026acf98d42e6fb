import { createClient, deactivateUser, hideKeyMetric, type Client } from '../../../sdk/index.js'
import { inEachTest } from '../../support/world.js'

const { world, acme: example } = inEachTest((found) => found.workedExample())
let km: Client

beforeEach(async () => {
  km = createClient({ url: `${world.url}/graphql`, token: await world.token(example.admin) })
})

it('the SDK tries a change, shows what it would do and then makes it, with the same input', async () => {
  const input = {
    nodeId: example.node('SALES'),
    metricId: example.metric('MTG'),
    expectedVersion: await example.versionOf('SALES'),
  }
  const { impact, node } = await hideKeyMetric(km, { ...input, dryRun: true })
  expect(impact?.nodes?.map(({ node, disappears }) => [node.name, disappears[0]?.before?.label])).toEqual([
    ['SALES', 'Meetings'],
    ['LONDON', 'Meetings'],
    ['OSLO', 'Meetings'],
  ])
  expect(impact?.nodes?.[1]?.goesDormant).toMatchObject([
    { effect: 'OVERRIDE', metric: { key: 'MTG' }, dormancy: { reason: 'NOTHING_TO_OVERRIDE' } },
  ])
  expect(node?.version).toBe(input.expectedVersion)

  const made = await hideKeyMetric(km, input)
  expect([made.impact, made.node?.version]).toEqual([null, input.expectedVersion + 1])
})

it('the SDK refuses a change that is tried as one that is made', async () => {
  const last = { userId: example.admin.userId, expectedVersion: 1, dryRun: true }
  await expect(deactivateUser(km, last)).rejects.toMatchObject({ userErrors: [{ code: 'LAST_ADMIN' }] })
})
