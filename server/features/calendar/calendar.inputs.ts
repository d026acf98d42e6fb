import { ArgsType, Field, InputType, Int } from 'type-graphql'
import type { LocalDate, Weekday } from '../../domain/calendar.js'
import type { Frequency } from '../../domain/metric.js'
import { DateScalar } from '../../platform/graphql/scalars.js'
import { WeekdayEnum } from './calendar.type.js'
import { FrequencyEnum } from './frequency.enum.js'
import { MAX_PERIODS } from './period.js'

const KEEP = 'Left out or null: it stays as it is.'
const CONTAINING = 'A day it holds, in the company’s time zone, from 1900 to 2199. Left out or null: today.'
const OFFSET = `So many periods later, or earlier when negative: -1 is the one before; -${MAX_PERIODS} to ${MAX_PERIODS}.`

@InputType('SetCalendarInput', { description: 'What the periods of the company follow from, from now on.' })
export class SetCalendarInput {
  @Field(() => String, { nullable: true, description: `A time zone of IANA, such as Europe/Oslo. ${KEEP}` })
  timeZone: string | null

  @Field(() => WeekdayEnum, { nullable: true, description: `The day on which weeks begin. ${KEEP}` })
  weekStart: Weekday | null

  @Field(() => Int, {
    nullable: true,
    description: `The month in which years and quarters begin, 1 (January) to 12. ${KEEP}`,
  })
  fiscalYearStartMonth: number | null

  @Field(() => String, { nullable: true, description: `A code of ISO 4217, such as EUR. ${KEEP}` })
  currency: string | null

  @Field(() => Int, { description: 'The `version` of the company that you read.' })
  expectedVersion: number
}

@InputType('PeriodInput', { description: 'Which period. With nothing given: the one that is running.' })
export class PeriodInput {
  @Field(() => FrequencyEnum, {
    nullable: true,
    description: 'How long it is. Left out or null: as often as the kind of the key metric is tracked.',
  })
  frequency: Frequency | null

  @Field(() => DateScalar, { nullable: true, description: CONTAINING })
  containing: LocalDate | null

  @Field(() => Int, { nullable: true, defaultValue: 0, description: OFFSET })
  offset: number | null
}

@ArgsType()
export class PeriodsArgs {
  @Field(() => FrequencyEnum, { description: 'How long they are.' })
  frequency: Frequency

  @Field(() => DateScalar, { description: 'A day of the first one, from 1900 to 2199.' })
  from: LocalDate

  @Field(() => DateScalar, { description: 'A day of the last one, from 1900 to 2199.' })
  to: LocalDate
}

@ArgsType()
export class PeriodArgs {
  @Field(() => FrequencyEnum, { description: 'How long it is.' })
  frequency: Frequency

  @Field(() => DateScalar, { nullable: true, description: CONTAINING })
  containing: LocalDate | null

  @Field(() => Int, { nullable: true, defaultValue: 0, description: OFFSET })
  offset: number | null
}
