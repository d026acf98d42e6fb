import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { Decimal } from '../../domain/decimal.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DecimalScalar } from '../../platform/graphql/scalars.js'
import { PeriodType } from '../calendar/calendar.type.js'
import { MetricType } from '../metric/metric.type.js'
import { LEADERBOARD_ORDERS, type LeaderboardOrder } from './leaderboard.sql.js'

export const LeaderboardOrderEnum = enumOf(LEADERBOARD_ORDERS)
registerEnumType(LeaderboardOrderEnum, {
  name: 'LeaderboardOrder',
  description: 'By what people are ranked. Where less is better (DECREASE), the least comes first.',
  valuesConfig: {
    ACTUAL: { description: 'By what there is.' },
    ATTAINMENT: { description: 'By what there is of the person’s own target.' },
  },
})

@ObjectType('LeaderboardEntry', { simpleResolvers: true, description: 'A person on a leaderboard.' })
export class LeaderboardEntryType {
  @Field(() => Int, {
    nullable: true,
    description:
      'The place, 1 being the best; equals share one, and the next comes behind all of them. Null, and last, for who has nothing to be ranked by.',
  })
  rank: number | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What the person did in the period that counts to teams that hang under the node now. Null for an average or ratio of nothing.',
  })
  actual: Decimal | null

  @Field(() => DecimalScalar, { description: 'What is counted, or divided.' })
  numerator: Decimal

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it is divided by; null for a count or sum.',
  })
  denominator: Decimal | null

  @Field(() => DecimalScalar, { nullable: true, description: 'The target of the person; null without one.' })
  target: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '`actual` of `target`, as a fraction: 0.5 is half. Null without a target above 0.',
  })
  attainment: Decimal | null
}

export const LeaderboardEntryConnection = connectionType('LeaderboardEntry', LeaderboardEntryType)

@ObjectType('Leaderboard', {
  simpleResolvers: true,
  description: 'The people of a node, ranked by what they have of one metric.',
})
export class LeaderboardType {
  @Field(() => MetricType, { description: 'By which metric.' })
  metric: MetricType

  @Field(() => PeriodType, { description: 'In which period.' })
  period: PeriodType

  @Field(() => LeaderboardOrderEnum, { description: 'By what they are ranked.' })
  by: LeaderboardOrder
}
