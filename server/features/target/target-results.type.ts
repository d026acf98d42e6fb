import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { ITEM_STATUSES, type ItemStatus } from '../../platform/database/batch.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import { MetricType } from '../metric/metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { UserType } from '../people/user.type.js'
import { TargetType } from './target.type.js'

const SetTargetStatusEnum = enumOf(ITEM_STATUSES)
registerEnumType(SetTargetStatusEnum, {
  name: 'SetTargetStatus',
  description: 'What became of a target among many.',
  valuesConfig: {
    CREATED: { description: 'Nothing was set for that very period before.' },
    UPDATED: { description: 'It replaces what was set for that period.' },
    UNCHANGED: { description: 'It was set so already.' },
    REJECTED: { description: 'It cannot be set; its `userErrors` say why.' },
  },
})

@ObjectType('SetTargetsResult', { simpleResolvers: true, description: 'What became of one target.' })
export class SetTargetsResultType {
  @Field(() => SetTargetStatusEnum, {
    description: 'What became of it, or would have become of it where nothing is written.',
  })
  status: ItemStatus

  @Field(() => TargetType, {
    nullable: true,
    description:
      'As it is now. Null when it is rejected, when nothing is written, and when you may not read it.',
  })
  target: object | null

  @Field(() => [UserErrorType], { description: 'Why it is rejected; empty when it is not.' })
  userErrors: readonly UserErrorType[]
}

@ObjectType('SetTargetsPayload', { simpleResolvers: true, description: 'What came of setTargets.' })
export class SetTargetsPayload {
  @Field(() => [SetTargetsResultType], {
    description: 'One for each item, in their order. Empty when the call as a whole was refused.',
  })
  results: readonly SetTargetsResultType[]

  @Field(() => Boolean, {
    description:
      'Whether what `results` says was done: not for a dry run, nor for an ATOMIC call with a rejected item.',
  })
  isWritten: boolean

  @Field(() => [UserErrorType], {
    description:
      'Why nothing was written; `path` leads to the first item at fault. Empty when it was, and for a PER_ITEM call of which only items are rejected.',
  })
  userErrors: readonly UserErrorType[]
}

@ObjectType('CopiedTarget', { simpleResolvers: true, description: 'A target that a copy set.' })
export class CopiedTargetType {
  @Field(() => MetricType, { description: 'Of which metric.' })
  metric: object

  @Field(() => OrgNodeType, { nullable: true, description: 'Of which node; null when it is of a person.' })
  node: object | null

  @Field(() => UserType, {
    nullable: true,
    description: 'Of which person; null when it is of a node, and for a person you do not see.',
  })
  user: object | null

  @Field(() => TargetType, { nullable: true, description: 'As it is now; null when you may not read it.' })
  target: object | null
}

@ObjectType('CopyTargetsPayload', { simpleResolvers: true, description: 'What came of copyTargets.' })
export class CopyTargetsPayload {
  @Field(() => [CopiedTargetType], {
    description: 'What was set; empty when all of it was so already, and when the call was refused.',
  })
  targets: readonly CopiedTargetType[]

  @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
  userErrors: readonly UserErrorType[]
}
