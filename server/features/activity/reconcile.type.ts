import { Field, ObjectType } from 'type-graphql'
import type { LocalDate } from '../../domain/calendar.js'
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars.js'

@ObjectType('ActivityTotal', { simpleResolvers: true, description: 'A sum of activities.' })
export class ActivityTotalType {
  @Field(() => DecimalScalar, { description: 'The sum of their quantities.' })
  quantity: string

  @Field(() => DecimalScalar, { description: 'The sum of their amounts; what has none counts as 0.' })
  amount: string
}

@ObjectType('ReconciledSum', {
  simpleResolvers: true,
  description: 'One number, told in three ways that have nothing in common.',
})
export class ReconciledSumType {
  @Field(() => String, { description: 'Of which label; empty for none.' })
  label: string

  @Field(() => ActivityTotalType, { description: 'From the activities, one by one.' })
  raw: ActivityTotalType

  @Field(() => ActivityTotalType, { description: 'From the sums that are kept for the node.' })
  rollup: ActivityTotalType

  @Field(() => ActivityTotalType, {
    description:
      'From the sums that are kept for what it is made of: the nodes that hung under it on those days, and people whose activities count to it alone.',
  })
  parts: ActivityTotalType

  @Field(() => Boolean, { description: 'Whether all three are the same. If not, tell the operator.' })
  agrees: boolean
}

@ObjectType('Reconciliation', {
  simpleResolvers: true,
  description: 'Whether the sums of a node are those of its activities and those of its parts.',
})
export class ReconciliationType {
  @Field(() => DateScalar, { description: 'The first day.' })
  from: LocalDate

  @Field(() => DateScalar, { description: 'The day after the last one.' })
  to: LocalDate

  @Field(() => Boolean, { description: 'Whether all of them agree.' })
  agrees: boolean

  @Field(() => [ReconciledSumType], { description: 'One for each activity type and label there is.' })
  sums: ReconciledSumType[]
}
