import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ACTIVITY_TYPE_STATUSES, type ActivityTypeStatus } from '../../domain/activity-type.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'

export const ActivityTypeStatusEnum = enumOf(ACTIVITY_TYPE_STATUSES)
registerEnumType(ActivityTypeStatusEnum, {
  name: 'ActivityTypeStatus',
  description: 'Whether an activity type is in use.',
  valuesConfig: {
    ACTIVE: { description: 'Can be logged where it is enabled.' },
    ARCHIVED: {
      description: 'Offered nowhere, wherever it is enabled. What was logged of it is counted on.',
    },
  },
})

@ObjectType('ActivityType', {
  implements: [NodeType],
  simpleResolvers: true,
  description:
    'A kind of fact that people log, such as a call, a meeting or a deal won. It is logged where a node enables it.',
})
export class ActivityTypeType extends NodeType {
  @Field(() => String, { description: 'Stable and unique in the company, such as CALL. It never changes.' })
  key: string

  @Field(() => String, { description: 'The name as it is shown.' })
  name: string

  @Field(() => ActivityTypeStatusEnum, { description: 'Whether it is in use.' })
  status: ActivityTypeStatus

  @Field(() => Int, {
    description: 'Grows with every change of the activity type. Send it back as `expectedVersion`.',
  })
  version: number
}
