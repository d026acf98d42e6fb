import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { SCHEDULED_CHANGE_STATUSES, type ScheduledChangeStatus } from './scheduled-change.entity.js'

const StatusEnum = enumOf(SCHEDULED_CHANGE_STATUSES)
registerEnumType(StatusEnum, {
  name: 'ScheduledChangeStatus',
  description: 'What became of a scheduled change.',
  valuesConfig: {
    UPCOMING: { description: 'It is to come, and can be cancelled.' },
    APPLIED: { description: 'It was made.' },
    CANCELLED: { description: 'It was given up before its time.' },
    FAILED: {
      description: 'When its time came it could not be made; `failure` says why. Nothing was changed.',
    },
  },
})

@ObjectType('ScheduledChange', {
  implements: [NodeType],
  simpleResolvers: true,
  description:
    'A mutation that is made at a later instant, by the person who scheduled it and with the rights of that person then.',
})
export class ScheduledChangeType extends NodeType {
  @Field(() => String, { description: 'The mutation, such as `moveNode`.' })
  mutation: string

  @Field(() => DateTimeScalar, { description: 'When it is made, to the second, or was to be made.' })
  effectiveAt: Date

  @Field(() => StatusEnum, { description: 'What became of it.' })
  status: ScheduledChangeStatus

  @Field(() => DateTimeScalar, { description: 'When it was scheduled.' })
  scheduledAt: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was made, cancelled or failed; null while it is to come.',
  })
  endedAt: Date | null

  @Field(() => String, { nullable: true, description: 'Why it FAILED; null otherwise.' })
  failure: string | null

  @Field(() => Int, { description: 'To be sent as `expectedVersion` with what changes it.' })
  version: number

  input: object
  scheduledBy: string
  nodeId: string | null
}

@InputType('ScheduledChangeFilter', {
  description: 'Which scheduled changes to read; each condition that is given narrows the choice.',
})
export class ScheduledChangeFilter {
  @Field(() => ID, { nullable: true, description: 'Those about this node.' })
  nodeId?: string | null

  @Field(() => [StatusEnum], {
    nullable: true,
    description: 'Those of which this became; without it those that are to come.',
  })
  statuses?: ScheduledChangeStatus[] | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Those dated no later than this: what is planned between the present and such an `asOf`.',
  })
  until?: Date | null
}

@InputType('CancelScheduledChangeInput', { description: 'Which scheduled change to give up.' })
export class CancelScheduledChangeInput {
  @Field(() => ID, { description: 'The id of the scheduled change.' })
  scheduledChangeId: string

  @Field(() => Int, { description: 'The `version` you read; another one is a VERSION_CONFLICT.' })
  expectedVersion: number
}

export const ScheduledChangeConnection = connectionType('ScheduledChange', ScheduledChangeType)
