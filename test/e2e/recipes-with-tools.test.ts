import { QueryClient } from '@tanstack/query-core'
import * as sdk from '../../sdk/index.js'
import {
  createClient,
  getTeam,
  getViewer,
  hideKeyMetric,
  listMembers,
  listUsers,
  type Client,
  type TypedDocumentString,
} from '../../sdk/index.js'
import * as live from '../../sdk/live.js'
import * as tanstack from '../../sdk/tanstack.js'
import { keysOf, mutationOptions, queryOptions } from '../../sdk/tanstack.js'
import * as testing from '../../sdk/testing.js'
import { fault, given, mockClient } from '../../sdk/testing.js'
import { regionsOf, samplesOf } from '../support/recipes.js'
import { inEachTest } from '../support/world.js'

const { world, acme } = inEachTest((world) =>
  world.company({ departments: { SALES: ['OSLO'] }, metrics: ['REV'], keyMetrics: ['REV'] }),
)
let km: Client
let shown: unknown[]
const show = (...what: unknown[]) => void shown.push(...what)

beforeEach(async () => {
  shown = []
  km = createClient({ url: `${world.url}/graphql`, token: await world.token(acme.admin) })
})

describe('the recipe', () => {
  it('reads long lists as far as somebody looks', async () => {
    const nodeId = acme.node('OSLO')
    const names = ['Bo', 'Cy']
    await acme.build.people(names.map((name) => ({ email: `${name}@acme.test`, name, teamId: nodeId })))
    // #region pages
    for await (const { name } of listMembers(km, { nodeId })) show(name) // a request every 50
    const some = await listUsers(km, {}).toArray({ limit: 250 }) // no more than that, ever
    for await (const { nodes } of listMembers(km, { nodeId, first: 2 }).pages()) show(nodes.length)
    // #endregion
    expect(shown).toEqual(['Bo', 'Cy', 'Mia Member', 2, 1])
    expect(some).toHaveLength(4)
  })

  it('asks what no function asks', async () => {
    const nodeId = acme.node('OSLO')
    // #region own
    type NamesOfPath = TypedDocumentString<{ orgNode: { path: { name: string }[] } | null }, { id: string }>
    const NAMES_OF_PATH = 'query NamesOfPath($id: ID!) { orgNode(id: $id) { path { name } } }' as NamesOfPath

    const { orgNode } = await km.run(NAMES_OF_PATH, { id: nodeId })
    show(orgNode?.path.map(({ name }) => name).join(' / '))
    // #endregion
    expect(shown).toEqual(['ACME / SALES / OSLO'])
  })

  it('keeps answers with TanStack Query', async () => {
    const [queryClient, nodeId] = [new QueryClient(), acme.node('OSLO')]
    // #region tanstack
    const team = await queryClient.fetchQuery(queryOptions(km, getTeam, { id: nodeId })) // useQuery takes the same
    const { mutationFn } = mutationOptions(km, hideKeyMetric) // so does useMutation

    await mutationFn({ nodeId, metricId: acme.metric('REV'), expectedVersion: team!.version })
    await queryClient.invalidateQueries({ queryKey: keysOf(getTeam) })
    // #endregion
    const after = await queryClient.fetchQuery(queryOptions(km, getTeam, { id: nodeId }))
    expect(after?.version).toBe(team!.version + 1)
    queryClient.clear()
  })

  it('tests what uses the client', async () => {
    // #region mock
    async function greeting(client: Client) {
      const viewer = await getViewer(client).catch(() => null)
      return viewer ? `Hello ${viewer.name}` : 'Please sign in'
    }

    const stranger = mockClient(given(getViewer, fault('UNAUTHENTICATED')))
    expect(await greeting(stranger)).toBe('Please sign in')
    expect(stranger.variablesOf(getViewer)).toHaveLength(1)
    // #endregion
    expect(await greeting(km)).toBe('Hello Ada Admin')
  })
})

describe('the page of recipes', () => {
  const samples = samplesOf('sdk/RECIPES.md')
  const MODULES: Record<string, object> = {
    '@keymetrics/sdk': sdk,
    '@keymetrics/sdk/live': live,
    '@keymetrics/sdk/tanstack': tanstack,
    '@keymetrics/sdk/testing': testing,
  }

  it('has all of the code above, and no other', () => {
    const tests = ['test/e2e/recipes.test.ts', 'test/e2e/recipes-with-tools.test.ts']
    const regions = tests.flatMap((file) => [...regionsOf(file).values()])
    expect(samples.map(({ code }) => code)).toEqual(regions)
    expect(regions).toHaveLength(12)
  })

  it('imports what there is, from where it is', () => {
    const taken = samples.flatMap(({ imports }) => imports)
    expect(taken.length).toBeGreaterThanOrEqual(samples.length)
    for (const { names, from } of taken)
      for (const name of names.filter((each) => !each.startsWith('type ')))
        expect(MODULES[from]).toHaveProperty(name)
  })
})
