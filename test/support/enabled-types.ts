import { existingCompany, type TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

const TREE = `query ($asOf: DateTime) { company(asOf: $asOf) { ...E departments { ...E teams { ...E } } teams { ...E } } }
  fragment E on OrgNode { name activityTypes { activityType { key } enabledAt { name } isInherited } }`

interface Shown {
  readonly name: string
  readonly activityTypes:
    | readonly {
        readonly activityType: { readonly key: string }
        readonly enabledAt: { readonly name: string }
        readonly isInherited: boolean
      }[]
    | null
  readonly departments?: readonly Shown[]
  readonly teams?: readonly Shown[]
}

const everyNode = (node: Shown): Shown[] => [
  node,
  ...[...(node.departments ?? []), ...(node.teams ?? [])].flatMap(everyNode),
]

/** What each node offers, in the order it is answered: 'CALL @SALES', inherited ones as '(CALL @SALES)'. */
export async function enabledTypes(
  world: World,
  viewer: Viewer,
  asOf?: Date,
): Promise<Record<string, string[] | null>> {
  const { data, errors } = await world.run<{ company: Shown }>(viewer, TREE, { asOf })
  expect(errors).toEqual([])
  return Object.fromEntries(
    everyNode(data.company).map(({ name, activityTypes }) => [
      name,
      activityTypes &&
        activityTypes.map(({ activityType, enabledAt, isInherited }) => {
          const said = `${activityType.key} @${enabledAt.name}`
          return isInherited ? `(${said})` : said
        }),
    ]),
  )
}

/** ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS } with three types of activity, which are enabled nowhere. */
export async function enablementCompany(world: World): Promise<TestCompany> {
  const plan = { departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] }, teams: ['LABS'] }
  const { build } = await world.company(plan)
  for (const [key, name] of Object.entries({ CALL: 'Zebra call', MEETING: 'Meeting', DEAL: 'Deal won' })) {
    await build.activityType({ key, name })
  }
  return existingCompany(build)
}

/** What a company enables where, by the names of its nodes and the keys of its types. */
export function enablementsOf(world: World, company: TestCompany) {
  return {
    enable: (node: string, key: string) =>
      company.build.enable(company.node(node), company.activityType(key)),
    input: async (node: string, key: string) => ({
      nodeId: company.node(node),
      activityTypeId: company.activityType(key),
      expectedVersion: await company.versionOf(node),
    }),
    tree: (viewer = company.admin, asOf?: Date) => enabledTypes(world, viewer, asOf),
  }
}
