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
