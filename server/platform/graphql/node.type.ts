import { Field, ID, InterfaceType } from 'type-graphql'
import { Shared } from './execution/sharing.js'
import { Policy, WITH_ITS_OBJECT } from './policy.js'

export function typeOfNode({ __typename }: { readonly __typename: string }): string {
  return __typename
}

/** How many things are read by their ids at once. */
export const MAX_IDS = 100

@InterfaceType('Node', {
  resolveType: typeOfNode,
  description: 'Anything that can be read again by its id alone.',
})
export abstract class NodeType {
  @Policy(WITH_ITS_OBJECT)
  @Shared()
  @Field(() => ID, { description: 'Opaque, and unique among everything there is.' })
  id: string
}
