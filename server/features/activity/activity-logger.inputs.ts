import { Field, ID, InputType, Int } from 'type-graphql'

@InputType()
abstract class EnablementChange {
  @Field(() => ID, { description: 'On which node: a company, department or team.' })
  nodeId: string

  @Field(() => ID, { description: 'Which activity type of the company.' })
  activityTypeId: string

  @Field(() => Int, { description: 'The `version` of the node that you read.' })
  expectedVersion: number
}

@InputType('EnableActivityTypeInput', {
  description: 'Which activity type to offer on which node and below.',
})
export class EnableActivityTypeInput extends EnablementChange {}

@InputType('DisableActivityTypeInput', {
  description: 'Which activity type a node itself enables, and shall not any more.',
})
export class DisableActivityTypeInput extends EnablementChange {}
