import { Field, ID, InterfaceType } from 'type-graphql'
import { Policy, WITH_ITS_OBJECT } from './policy.js'

@InterfaceType('Node', {
  resolveType: ({ __typename }: { __typename: string }) => __typename,
  description: 'Anything that can be read again by its id alone.',
})
export abstract class NodeType {
  @Policy(WITH_ITS_OBJECT)
  @Field(() => ID, { description: 'Opaque, and unique among everything there is.' })
  id: string
}
