import { ArgsType, Field, ID, ObjectType } from 'type-graphql'
import type { Period } from '../../domain/calendar.js'
import type { Decimal } from '../../domain/decimal.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { PeriodType } from '../calendar/calendar.type.js'
import type { Question } from '../diagnosis/diagnosis.loaders.js'
import { KeyMetricKindEnum, MetricType } from '../metric/metric.type.js'
import { TeamType } from '../org/org-node.type.js'
import { MAX_STAYS } from '../people/stays.loaders.js'
import { UserType } from '../people/user.type.js'
import { PageKeyMetricType } from './page-key-metric.type.js'
import type { SeenStay } from './seen-stays.loaders.js'

@ArgsType()
export class ProfileArgs {
  @Field(() => ID, { description: 'Whose page: yourself, or somebody whose numbers you see.' })
  userId: string

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Which period, one for all key metrics. Left out or null: the one that runs; without a `frequency` as often as PRIMARY is tracked.',
  })
  period: PeriodInput | null
}

@ObjectType('ProfileNumber', {
  simpleResolvers: true,
  description: 'What somebody did for one key metric while in one team.',
})
export class ProfileNumberType {
  @Field(() => MetricType, { description: 'The entry of the catalogue.' })
  metric: MetricType

  @Field(() => String, {
    description: 'What it was called on the team; on the page, where it was not there.',
  })
  label: string

  @Field(() => KeyMetricKindEnum, { description: 'Its kind on the team; on the page, likewise.' })
  kind: KeyMetricKind

  @Field(() => Boolean, {
    description: 'Whether it was in force on the team. False: it is here so that the parts add up.',
  })
  isInForce: boolean

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its value; null without a formula, and for an average or ratio of nothing.',
  })
  value: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was counted, or divided: over all parts it adds up. Null without a formula.',
  })
  numerator: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it was divided by: over all parts it adds up. Null for a count or sum.',
  })
  denominator: Decimal | null
}

@ObjectType('ProfilePart', {
  simpleResolvers: true,
  description: 'What of the period belongs to one stay in a team: what counts to that team, for ever.',
})
export class ProfilePartType {
  @Field(() => TeamType, {
    nullable: true,
    description: 'The team, as it was at the end of the stay or of the period; null for the rest.',
  })
  team: TeamType | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when; it may be before the period. Null for the rest.',
  })
  from: Date | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when; it may be after the period. Null while it goes on, and for the rest.',
  })
  to: Date | null

  @Field(() => Boolean, {
    description: `Whether it is all else: what was done in no team, in a team that you do not see, and before the ${MAX_STAYS} latest stays.`,
  })
  isRest: boolean

  @Field(() => [ProfileNumberType], {
    description:
      'The key metrics that were in force on the team in the end, then the other ones of the page. Of the rest: those of the page.',
  })
  keyMetrics: ProfileNumberType[]
}

@ObjectType('ProfilePage', {
  simpleResolvers: true,
  description:
    'The page of a person in a period: their team and its key metrics of that time, and what they did.',
})
export class ProfilePageType {
  @Field(() => UserType, { description: 'Whose page it is.' })
  user: UserType

  @Field(() => PeriodType, { description: 'Which period.' })
  period: Period

  @Field(() => TeamType, {
    nullable: true,
    description:
      'The team at the end of the period, or at present: the last in which you see their numbers. Null: `notice` says why.',
  })
  team: TeamType | null

  @Field(() => [PageKeyMetricType], {
    description:
      'The key metrics that were in force on that team, in display order, with all that the person did in the period, for whatever team. Empty: `notice` says why.',
  })
  keyMetrics: PageKeyMetricType[]

  stays: readonly SeenStay[]
  question: Question
}
