import fc from 'fast-check'
import { DEFAULT_CALENDAR } from '../../../server/domain/calendar.js'
import { FREQUENCIES, type Frequency } from '../../../server/domain/metric.js'
import { localDateOf, periodAt } from '../../../server/features/calendar/period.js'
import { startWorld, type World } from '../../support/world.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

const UNIT: Record<Frequency, string> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  YEARLY: 'year',
}

// After the last clocks that went back over midnight, where PostgreSQL takes what is shown twice for two days; and
// before rules of which one of the two may have heard and the other not.
const [FROM, TO] = [new Date('2012-01-01T00:00:00Z'), new Date('2024-01-01T00:00:00Z')]

const cases = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Oslo', 'America/Sao_Paulo', ...Intl.supportedValuesOf('timeZone')),
  frequency: fc.constantFrom(...FREQUENCIES),
  instant: fc.date({ min: FROM, max: TO, noInvalidDate: true }),
})

interface Judged {
  readonly start: string
  readonly day: string
  readonly changesAtStart: boolean
  readonly changesAtEnd: boolean
}

// What the clocks of the zone show just before and just after: the boundaries are where date_trunc changes.
const JUDGE = `
  SELECT to_char(unit(c.instant), 'YYYY-MM-DD') AS start,
         to_char(c.instant AT TIME ZONE c.zone, 'YYYY-MM-DD') AS day,
         unit(c.starts_at) = unit(c.instant) AND unit(c.starts_at - interval '1 ms') < unit(c.instant) AS "changesAtStart",
         unit(c.ends_at - interval '1 ms') = unit(c.instant) AND unit(c.ends_at) > unit(c.instant) AS "changesAtEnd"
    FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
      WITH ORDINALITY AS c (zone, unit, instant, starts_at, ends_at, number)
   ORDER BY c.number`.replace(/unit\((.+?)\)/g, 'date_trunc(c.unit, ($1) AT TIME ZONE c.zone)')

it('PostgreSQL agrees where days, weeks, months, quarters and years begin and end, in every zone', async () => {
  const asked = fc.sample(cases, 5_000)
  const periods = asked.map(({ timeZone, frequency, instant }) =>
    periodAt({ ...DEFAULT_CALENDAR, timeZone }, frequency, instant),
  )
  const judged = await world.database.query<Judged[]>(JUDGE, [
    asked.map(({ timeZone }) => timeZone),
    asked.map(({ frequency }) => UNIT[frequency]),
    asked.map(({ instant }) => instant),
    periods.map(({ startsAt }) => startsAt),
    periods.map(({ endsAt }) => endsAt),
  ])
  const disagreements = judged.flatMap((by, index) => {
    const [{ timeZone, instant }, period] = [asked[index]!, periods[index]!]
    const day = localDateOf({ ...DEFAULT_CALENDAR, timeZone }, instant)
    const isAgreed = by.start === period.start && by.day === day && by.changesAtStart && by.changesAtEnd
    return isAgreed ? [] : [{ timeZone, instant, period, by }]
  })
  expect(judged).toHaveLength(5_000)
  expect(disagreements).toEqual([])
})
