import { Field, ObjectType } from 'type-graphql'
import { ActivityTypeType } from './activity-type.type.js'

@ObjectType('EnabledActivityType', {
  simpleResolvers: true,
  description: 'An activity type that can be logged on a node and below.',
})
export class EnabledActivityTypeType {
  @Field(() => ActivityTypeType, { description: 'Which activity type.' })
  activityType: ActivityTypeType

  @Field(() => Boolean, { description: 'Whether a node above enables it, and this one itself does not.' })
  isInherited: boolean

  enabledAt: string
  asOf: Date | null
}
