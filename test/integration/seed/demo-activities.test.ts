import { createHash } from 'node:crypto'
import { chanceOf } from '../../../server/seed/demo-chance.js'
import { demoActivities } from '../../../server/seed/demo-activities.js'
import { demoStaff, STAFF_CHANGES } from '../../../server/seed/demo-staff.js'

const DAY_MS = 86_400_000

/** Working days and others, either side of midnight in Oslo, clocks changing, the longest holidays. */
const INSTANTS = [
  ['a working day', '2026-06-17T13:30:00Z', '2026-06-16T22:00:00Z'],
  ['a Sunday', '2026-11-22T10:00:00Z', '2026-11-21T23:00:00Z'],
  ['a minute after midnight in Oslo', '2026-11-22T23:01:00Z', '2026-11-22T23:00:00Z'],
  ['a minute before midnight in Oslo', '2026-11-22T22:59:00Z', '2026-11-21T23:00:00Z'],
  ['New Year’s Day', '2027-01-01T09:00:00Z', '2026-12-31T23:00:00Z'],
  ['the day on which clocks go back', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z'],
  ['29 February', '2028-02-29T16:00:00Z', '2028-02-28T23:00:00Z'],
] as const

describe.each(INSTANTS)('seeded on %s', (_, instant, midnight) => {
  const now = new Date(instant)
  const activities = demoActivities(now)

  it('the demo has a believable number of activities, none of them ahead', () => {
    expect(activities.length).toBeGreaterThan(40_000)
    expect(activities.length).toBeLessThan(80_000)
    const isTold = activities.every(({ occurredAt, toldAt }) => occurredAt <= toldAt && toldAt <= now)
    expect(isTold).toBe(true)
  })

  it('the demo has some on today, and none before the company was founded', () => {
    const ofToday = activities.filter(({ occurredAt }) => occurredAt >= new Date(midnight))
    expect(ofToday.length).toBeGreaterThanOrEqual(5)
    expect(+activities[0]!.occurredAt).toBeGreaterThan(+now - 400 * DAY_MS)
  })
})

it('the demo is the same for the same instant', () => {
  const now = new Date('2026-06-17T13:30:00Z')
  // To compare them one by one would take longer than to make them.
  const digest = (instant: Date) =>
    createHash('sha256')
      .update(JSON.stringify(demoActivities(instant)))
      .digest('hex')
  expect(digest(now)).toBe(digest(now))
})

describe('the staff of the demo', () => {
  it('has no two people of one e-mail address', () => {
    const { employees } = demoStaff()
    expect(employees).toHaveLength(223)
    expect(new Set(employees.map(({ email }) => email)).size).toBe(223)
  })

  it('changes one after another, each of somebody who is there', () => {
    const days = STAFF_CHANGES.map(({ daysAgo }) => daysAgo)
    expect(days).toEqual([...new Set(days)].sort((a, b) => b - a))
    const { seated } = demoStaff()
    const seats = STAFF_CHANGES.flatMap((one) =>
      'moved' in one ? [one.moved] : 'left' in one ? [one.left] : [],
    )
    expect(seats.map((seat) => seated(seat).stints[0]!.team)).toEqual(seats.map(([team]) => team))
  })
})

describe('chance', () => {
  it('is the same for the same words, and another for others', () => {
    const three = (words: string) => {
      const { between } = chanceOf(words)
      return [between(1, 1_000), between(1, 1_000), between(1, 1_000)]
    }
    expect(three('anna@fjordlight.example')).toEqual([930, 973, 57])
    expect(three('anna@fjordlight.example')).toEqual(three('anna@fjordlight.example'))
    expect(three('anna@fjordlight.example')).not.toEqual(three('emil@fjordlight.example'))
  })

  it('keeps to the average it was asked for', () => {
    const { times, spread } = chanceOf('average')
    const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b) / 20_000
    expect(mean(() => times(0.4))).toBeCloseTo(0.4, 1)
    expect(mean(() => Math.log(spread(0.3)))).toBeCloseTo(0, 1)
  })
})
