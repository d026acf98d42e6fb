import { Field, Int, ObjectType } from 'type-graphql'
import type { Decimal } from '../../domain/decimal.js'
import type { ProgressStatus } from '../../domain/progress.js'
import { Computed } from '../../platform/graphql/computed.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { DecimalScalar } from '../../platform/graphql/scalars.js'
import { EffectiveKeyMetricType } from '../key-metric/key-metric.type.js'
import { MetricType } from '../metric/metric.type.js'
import { ProgressStatusEnum } from '../progress/progress.type.js'
import { UserType } from '../people/user.type.js'

@ObjectType({ simpleResolvers: true })
abstract class NumberOfTeamType {
  @Field(() => MetricType, { description: 'Of which key metric.' })
  metric: MetricType

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What there is for this team in the period. Null for an average or ratio of nothing.',
  })
  actual: Decimal | null

  @Field(() => DecimalScalar, {
    description: 'What it adds to what the team counts, or divides: those of all rows add up exactly.',
  })
  numerator: Decimal

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it adds to what is divided by, likewise; null for a count or sum.',
  })
  denominator: Decimal | null
}

@ObjectType('TeamNumber', {
  simpleResolvers: true,
  description: 'What one person of a team has of a key metric.',
})
export class TeamNumberType extends NumberOfTeamType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The target of the person; null without one, and for who was in another team at the end of the period, which adds it up.',
  })
  target: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What is missing to the target, or above a limit (DECREASE); negative: what is to spare. Null without a target.',
  })
  gap: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '`actual` of `target`, as a fraction: 0.5 is half. Null without a target above 0.',
  })
  attainment: Decimal | null

  @Computed()
  @Field(() => ProgressStatusEnum, { description: 'How it stands to the target.' })
  status: () => Promise<ProgressStatus>

  @Field(() => Int, {
    nullable: true,
    description:
      'The place by attainment among all whom this page names to you, on whatever page of them: 1 is the best, equals share one. Null without an attainment.',
  })
  rank: number | null
}

@ObjectType('TeamMember', {
  simpleResolvers: true,
  description: 'A person of a team, and what they have of each of its key metrics.',
})
export class TeamMemberType {
  @Field(() => UserType, { description: 'Who it is.' })
  user: UserType

  @Field(() => Boolean, {
    description: 'Whether they are in the team at present. False: they did something for it and have left.',
  })
  isMember: boolean

  @Field(() => [TeamNumberType], {
    description: 'One for each key metric that is computed, in the order of `keyMetrics`.',
  })
  numbers: readonly TeamNumberType[]
}

@ObjectType('TeamOthersNumber', {
  simpleResolvers: true,
  description: 'What all people of a team who are not named to you have of a key metric together.',
})
export class TeamOthersNumberType extends NumberOfTeamType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The sum of their targets; null without one, and for what does not add up.',
  })
  target: Decimal | null
}

@ObjectType('TeamOthers', {
  simpleResolvers: true,
  description:
    'The people of a team who are not named to you, together: those who have left your sight, those hidden from you, and with these the peer who has been in the team longest, so that nobody follows by subtraction.',
})
export class TeamOthersType {
  @Field(() => Int, { description: 'How many they are.' })
  count: number

  @Field(() => [TeamOthersNumberType], {
    description: 'One for each key metric that is computed, in the order of `keyMetrics`.',
  })
  numbers: readonly TeamOthersNumberType[]
}

@ObjectType('TeamCoverage', {
  simpleResolvers: true,
  description: 'How many people of a team have anything in the period, of those who are named to you.',
})
export class TeamCoverageType {
  @Field(() => Int, {
    description: 'How many were in the team at the end of the period, or are in it while that lies ahead.',
  })
  members: number

  @Field(() => Int, { description: 'How many of them have anything in one of the key metrics.' })
  withNumbers: number

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '`withNumbers` / `members`, as a fraction; null where there are none.',
  })
  share: Decimal | null
}

@ObjectType('TeamKeyMetric', {
  simpleResolvers: true,
  description: 'A key metric of a team, with the total that all rows of its page add up to.',
})
export class TeamKeyMetricType {
  @Field(() => EffectiveKeyMetricType, { description: 'What is in force.' })
  keyMetric: EffectiveKeyMetricType

  @Field(() => Int, { description: 'How many of the people named to you have anything of it.' })
  withNumbers: number
}

export const TeamMemberConnection = connectionType('TeamMember', TeamMemberType)

@ObjectType('TeamPage', {
  simpleResolvers: true,
  description: 'A team, its key metrics and what each of its people has of them.',
})
export class TeamPageType {
  @Field(() => [TeamKeyMetricType], { description: 'The key metrics in force, in display order.' })
  keyMetrics: readonly TeamKeyMetricType[]

  @Field(() => TeamOthersType, {
    nullable: true,
    description: 'All people who are not named to you, together; null where all are.',
  })
  others: TeamOthersType | null

  @Field(() => TeamCoverageType, { description: 'How many of the people have anything.' })
  coverage: TeamCoverageType
}
