import { apiSchema } from '../../../server/app/schema.js'
import { subscribe } from '../../support/live.js'
import { mayByThePage } from '../../support/reference-policy.js'
import { rolesInAllTests, roleCompany, WHO, type Who } from '../../support/role-company.js'
import { NODE_NAMES, type NodeName } from '../../support/role-nodes.js'

const { world, acme } = rolesInAllTests()

const ITS_NODE = { selection: 'node { id }', present: (id: string): object => ({ node: { id } }) }

/** By which line of the policy each tells of a node, and what it tells of the present. */
const SUBSCRIPTIONS = [
  [
    'celebrated',
    'see numbers of nodes',
    { selection: 'changes { change }', present: () => ({ changes: [] }) },
  ],
  ['effectiveKeyMetricsChanged', 'see key metrics', ITS_NODE],
  ['progressChanged', 'see numbers of nodes', ITS_NODE],
] as const

/** Everything that is told until nothing more is, or until the first event of a node that is there. */
async function told(who: Who, field: string, selection: string, nodeId: string): Promise<string> {
  const query = `subscription ($nodeId: ID!) { ${field}(nodeId: $nodeId) { ${selection} } }`
  const asked = { url: world.url, token: await world.token(acme.person(who)), query, variables: { nodeId } }
  const subscriber = subscribe('server-sent events', asked)
  const first = JSON.stringify(await subscriber.next())
  await subscriber.end()
  return first
}

it('no subscription is missing here', () => {
  const fields = Object.keys(apiSchema().getSubscriptionType()!.getFields())
  expect(SUBSCRIPTIONS.map(([field]) => field as string).sort()).toEqual(fields.sort())
})

describe.each(SUBSCRIPTIONS)('%s', (field, action, { selection, present }) => {
  it.each(WHO)('tells a %s of exactly the nodes that the page lets them see', async (who) => {
    const sees = (node: NodeName) =>
      mayByThePage({ person: acme.person(who), action, path: acme.path(node), about: null })
    for (const node of NODE_NAMES) {
      const id = acme.company.node(node)
      const expected = sees(node) ? present(id) : null
      expect([node, await told(who, field, selection, id)]).toEqual([
        node,
        JSON.stringify({ data: { [field]: expected } }),
      ])
    }
  })

  it('answers an id of another company like one that was never issued', async () => {
    const { company } = await roleCompany(world)
    const asked = (id: string) => told('company admin', field, selection, id)
    const never = await asked('2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11')
    for (const node of NODE_NAMES) expect(await asked(company.node(node))).toBe(never)
  })
})
