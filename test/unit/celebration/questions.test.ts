import { DEFAULT_CALENDAR as calendar } from '../../../server/domain/calendar.js'
import { endedPeriods, withinReach } from '../../../server/features/celebration/ended-periods.js'
import {
  merged,
  openDays,
  questionsOn,
  type Question,
  type Tracked,
} from '../../../server/features/celebration/question.js'

const CALLS: Tracked = { metricId: 'CALLS', frequency: 'WEEKLY' }
const REV: Tracked = { metricId: 'REV', frequency: 'MONTHLY' }

const told = (questions: readonly Question[]) =>
  questions.map(({ metricId, period: { frequency, start }, owners }) =>
    [metricId, frequency, start, ...(owners === null ? ['ALL'] : [...owners])].join(' '),
  )
const on = (tracked: readonly Tracked[], days: string[], ...owners: string[]) =>
  questionsOn(calendar, tracked, days, owners.length > 0 ? new Set(owners) : null)

describe('what is asked', () => {
  it('of some days is each metric once in each of its periods that hold one of them', () => {
    expect(told(on([CALLS, REV], ['2026-03-09', '2026-03-01', '2026-03-02', '2026-03-08'], 'OSLO'))).toEqual([
      ...['CALLS WEEKLY 2026-02-23 OSLO', 'CALLS WEEKLY 2026-03-02 OSLO', 'CALLS WEEKLY 2026-03-09 OSLO'],
      'REV MONTHLY 2026-03-01 OSLO',
    ])
  })

  it('of what is running takes in the next period when something can be done in it already', () => {
    expect(told(on([CALLS, REV], openDays('2026-03-30')))).toEqual([
      ...['CALLS WEEKLY 2026-03-30 ALL', 'REV MONTHLY 2026-03-01 ALL', 'REV MONTHLY 2026-04-01 ALL'],
    ])
  })

  it('more than once is asked once, of all of them', () => {
    const some = [...on([REV], ['2026-03-01'], 'OSLO'), ...on([REV], ['2026-03-02'], 'MIA')]
    expect(told(merged(some))).toEqual(['REV MONTHLY 2026-03-01 OSLO MIA'])
    expect(told(merged([...some, ...on([REV], ['2026-03-03'])]))).toEqual(['REV MONTHLY 2026-03-01 ALL'])
    expect(told(merged([...on([REV], ['2026-03-03']), ...some]))).toEqual(['REV MONTHLY 2026-03-01 ALL'])
  })
})

describe('what has ended', () => {
  it('is asked in the order of time, up to the day that has begun and not beyond', () => {
    const { questions, until } = endedPeriods(calendar, [CALLS, REV], '2026-02-24', '2026-03-09')
    expect(told(questions)).toEqual([
      ...['REV MONTHLY 2026-02-01 ALL', 'CALLS WEEKLY 2026-02-23 ALL', 'CALLS WEEKLY 2026-03-02 ALL'],
    ])
    expect(until).toBe('2026-03-09')
  })

  it('is asked once: the day that was reached is where the next time begins', () => {
    expect(endedPeriods(calendar, [CALLS, REV], '2026-03-09', '2026-03-09')).toEqual({
      ...{ questions: [], until: '2026-03-09' },
    })
    expect(told(endedPeriods(calendar, [CALLS], '2026-03-09', '2026-03-16').questions)).toEqual([
      'CALLS WEEKLY 2026-03-09 ALL',
    ])
  })

  it('is nothing without targets, however long ago it was', () => {
    expect(endedPeriods(calendar, [], '1990-01-01', '2026-03-09')).toEqual({
      questions: [],
      until: '2026-03-09',
    })
  })

  it('for long is taken in bites that together leave nothing out and take nothing twice', () => {
    const asked: string[] = []
    let bites = 0
    for (let from = '2020-01-01'; from < '2026-03-09'; bites++) {
      const { questions, until } = endedPeriods(calendar, [CALLS, REV], from, '2026-03-09')
      expect(questions.length).toBeLessThanOrEqual(60)
      asked.push(...told(questions))
      from = until
    }
    // From the week that holds 1 January 2020 to the one that ended on 9 March 2026; the months of six years and two.
    expect([asked.length, new Set(asked).size, bites > 1]).toEqual([323 + 74, 323 + 74, true])
  })
})

describe('an event', () => {
  const [from, today] = ['2026-03-01', '2026-03-10']

  it('of a few days of the past is looked at now, apart from what is about to be looked at anyway', () => {
    const few = on([CALLS, REV], ['2026-02-03', '2026-03-04', '2026-03-10'], 'MIA')
    const { asked, from: since } = withinReach(few, from, today)
    expect(since).toBe(from)
    expect(told(asked)).toEqual([
      ...['CALLS WEEKLY 2026-03-09 MIA', 'REV MONTHLY 2026-03-01 MIA'],
      ...['CALLS WEEKLY 2026-02-02 MIA', 'REV MONTHLY 2026-02-01 MIA'],
    ])
  })

  it('of years is left to what has ended, from the first of its periods on', () => {
    const days = Array.from({ length: 100 }, (_, week) =>
      new Date(Date.UTC(2024, 0, 3 + 7 * week)).toISOString().slice(0, 10),
    )
    const { asked, from: since } = withinReach(on([CALLS], [...days, today], 'MIA'), from, today)
    expect(since).toBe('2024-01-01')
    expect(told(asked)).toEqual(['CALLS WEEKLY 2026-03-09 MIA'])
  })
})
