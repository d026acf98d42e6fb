import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { WEEKDAYS, type LocalDate, type Weekday } from '../../domain/calendar.js'
import type { Frequency } from '../../domain/metric.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js'
import { FrequencyEnum } from './frequency.enum.js'

export const WeekdayEnum = enumOf(WEEKDAYS)
registerEnumType(WeekdayEnum, {
  name: 'Weekday',
  description: 'A day of the week.',
  valuesConfig: {
    MONDAY: { description: 'Monday, as ISO 8601 has it.' },
    TUESDAY: { description: 'Tuesday.' },
    WEDNESDAY: { description: 'Wednesday.' },
    THURSDAY: { description: 'Thursday.' },
    FRIDAY: { description: 'Friday.' },
    SATURDAY: { description: 'Saturday.' },
    SUNDAY: { description: 'Sunday.' },
  },
})

@ObjectType('CompanyCalendar', {
  simpleResolvers: true,
  description: 'What the periods of a company follow from. The past is told in the present calendar as well.',
})
export class CompanyCalendarType {
  @Field(() => String, {
    description: 'Where its days begin and end: a time zone of IANA, such as Europe/Oslo.',
  })
  timeZone: string

  @Field(() => WeekdayEnum, { description: 'The day on which its weeks begin.' })
  weekStart: Weekday

  @Field(() => Int, { description: 'The month in which its years and quarters begin; 1 is January.' })
  fiscalYearStartMonth: number

  @Field(() => String, { description: 'The currency of its amounts: a code of ISO 4217, such as EUR.' })
  currency: string
}

@ObjectType('Period', {
  simpleResolvers: true,
  description: 'A day, week, month, quarter or year of the company’s calendar.',
})
export class PeriodType {
  @Field(() => FrequencyEnum, { description: 'How long it is.' })
  frequency: Frequency

  @Field(() => DateScalar, { description: 'Its first day in the company’s time zone.' })
  start: LocalDate

  @Field(() => DateScalar, { description: 'The first day that is not of it any more.' })
  end: LocalDate

  @Field(() => DateTimeScalar, { description: 'Its first instant.' })
  startsAt: Date

  @Field(() => DateTimeScalar, { description: 'The first instant that is not of it any more.' })
  endsAt: Date

  @Field(() => String, {
    description:
      'What to show, in English: 2026-11-22, 2026-W47 (Week of 2026-11-22 where weeks do not begin on Monday), November 2026, Q4 2026, 2026. A fiscal year that does not begin in January is named by the year in which it begins: Q3 FY 2026, FY 2026.',
  })
  label: string
}
