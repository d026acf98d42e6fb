import { Field, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../platform/graphql/connection.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars.js'

@ObjectType('Activity', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'One logged fact: somebody did something, so much of it, at an instant.',
})
export class ActivityType extends NodeType {
  @Field(() => DecimalScalar, { description: 'How much of it; 1 unless it says otherwise.' })
  quantity: string

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What it is worth, in the currency of the company or in a number; negative for a credit note. Null: nothing.',
  })
  amount: string | null

  @Field(() => String, { description: 'What tells it apart from others of its type; empty for none.' })
  label: string

  @Field(() => DateTimeScalar, { description: 'When it happened: that decides the period and the team.' })
  occurredAt: Date

  @Field(() => DateTimeScalar, { description: 'When it was logged.' })
  recordedAt: Date

  @Field(() => String, { description: 'Where it comes from: the name of a system.' })
  source: string

  @Field(() => String, {
    nullable: true,
    description:
      'What its source calls it: the same id of one source is the same activity. Null: the source has none.',
  })
  externalId: string | null

  @Field(() => String, { description: 'What whoever logged it says of it; empty for nothing.' })
  note: string

  @Field(() => Boolean, { description: 'Whether it was taken back: it is kept, and counts nowhere.' })
  isVoided: boolean

  @Field(() => Int, {
    description: 'Grows with every change of the activity. Send it back as `expectedVersion`.',
  })
  version: number
}

export const ActivityConnection = connectionType('Activity', ActivityType)

@ObjectType('UnlinkedPerson', {
  simpleResolvers: true,
  description:
    'Somebody a source speaks of whom nobody knows yet: what they did counts nowhere until they are linked.',
})
export class UnlinkedPersonType {
  @Field(() => String, { description: 'The system that speaks of the person.' })
  source: string

  @Field(() => String, { description: 'What it calls the person.' })
  reference: string

  @Field(() => Int, { description: 'How many activities are kept aside.' })
  count: number

  @Field(() => DateTimeScalar, { description: 'When the first of them happened.' })
  firstOccurredAt: Date

  @Field(() => DateTimeScalar, { description: 'When the last of them happened.' })
  lastOccurredAt: Date
}

export const UnlinkedPersonConnection = connectionType('UnlinkedPerson', UnlinkedPersonType)
