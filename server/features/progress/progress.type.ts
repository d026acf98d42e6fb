import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { LocalDate, Period } from '../../domain/calendar.js'
import type { Decimal } from '../../domain/decimal.js'
import { PACE_METHODS, type PaceMethod } from '../../domain/pace.js'
import { PROGRESS_STATUSES } from '../../domain/progress.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DateScalar, DecimalScalar } from '../../platform/graphql/scalars.js'
import { PeriodType } from '../calendar/calendar.type.js'

export const ProgressStatusEnum = enumOf(PROGRESS_STATUSES)
registerEnumType(ProgressStatusEnum, {
  name: 'ProgressStatus',
  description:
    'How a key metric stands to its target. For a limit (DECREASE) target / forecast counts instead of forecast / target.',
  valuesConfig: {
    ACHIEVED: { description: 'The target is reached; a limit is kept once the period is over.' },
    ON_TRACK: { description: 'It will be reached if it goes on like this.' },
    BEHIND: { description: 'At least half of it will be.' },
    AT_RISK: { description: 'Less than half of it will be.' },
    NO_TARGET: { description: 'There is none: compare with the previous period.' },
  },
})

export const PaceMethodEnum = enumOf(PACE_METHODS)
registerEnumType(PaceMethodEnum, {
  name: 'PaceMethod',
  description: 'How it is known what should have come in by now.',
  valuesConfig: {
    LINEAR: { description: 'Evenly over the period.' },
    HISTORICAL: {
      description: 'As in the periods before: with at least 4 of them, where that told them better.',
    },
  },
})

@ObjectType('KeyMetricPace', {
  simpleResolvers: true,
  description: 'What `expected` and `forecast` follow from.',
})
export class KeyMetricPaceType {
  @Field(() => PaceMethodEnum, { description: 'Which of the two methods was taken.' })
  method: PaceMethod

  @Field(() => DecimalScalar, {
    description: 'How much of what a period comes to has usually come in by now, as a fraction.',
  })
  share: Decimal

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'By how much the method would have been wrong about the past periods at this point, as a mean fraction of each: 0.1 is 10 %. Null with fewer than 4 of them, and before the period has begun.',
  })
  error: Decimal | null

  @Field(() => Int, {
    description: 'How many past periods were looked at: of the last 12 those with anything.',
  })
  periods: number
}

@ObjectType('KeyMetricPreviousPeriod', {
  simpleResolvers: true,
  description: 'The period before, to compare with.',
})
export class KeyMetricPreviousPeriodType {
  @Field(() => PeriodType, { description: 'Which one.' })
  period: Period

  @Field(() => DecimalScalar, { nullable: true, description: 'Its value as a whole; null as `actual` is.' })
  actual: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Its value after the same share of its days as have begun of the period asked for, to the nearest day, that day included.',
  })
  actualAtThisPoint: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: '`actual` of the period asked for minus `actualAtThisPoint`; null when either is.',
  })
  change: Decimal | null
}

@ObjectType('KeyMetricSeriesPoint', { simpleResolvers: true, description: 'The value up to a day.' })
export class KeyMetricSeriesPointType {
  @Field(() => DateScalar, { description: 'The day, in the company’s time zone.' })
  day: LocalDate

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'From the first day of the period to the end of this one (cumulative); null as `actual` is.',
  })
  value: Decimal | null
}

@ObjectType('KeyMetricPart', {
  simpleResolvers: true,
  description:
    'What one part of a number adds to it. Numerators and denominators add up to those of the number exactly; values of averages and ratios do not.',
})
export class KeyMetricPartType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its own value; null where nothing is divided by 0.',
  })
  value: Decimal | null

  @Field(() => DecimalScalar, { description: 'What it adds to what is counted, or divided.' })
  numerator: Decimal

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What it adds to what is divided by; null for a count or sum.',
  })
  denominator: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of the whole numerator, as a fraction; null when that is 0.',
  })
  share: Decimal | null

  @Field(() => Boolean, {
    description:
      'Whether it is all the others together: what you may not see by name, what is beyond the 100 largest, and what no part accounts for.',
  })
  isRest: boolean
}

@ObjectType('KeyMetricProgress', {
  simpleResolvers: true,
  description:
    'Where a key metric stands in a period. Numbers, and how much of the period is over, are those known now, also where the node is read as of an earlier instant. What nodes show or hide does not change what they count.',
})
export class KeyMetricProgressType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What there is: for the node all that was credited to it and below; for a person all they did. Null for an average or ratio of nothing.',
  })
  actual: Decimal | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What there should be at the end; null without a target.',
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
}
