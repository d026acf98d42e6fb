import { Field, ID, InterfaceType } from 'type-graphql'

@InterfaceType('Node', {
  resolveType: ({ __typename }: { __typename: string }) => __typename,
  description: 'Anything that can be read again by its id alone.',
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Opaque, and unique among everything there is.' })
  id: string
}
