import type { Chance } from './demo-chance.js'

export const DAY_MS = 86_400_000

/** The month in which a campaign makes everybody call. */
const CAMPAIGN_MONTH = 10

/** How much is done in each month, January first: the summer is short and slow, the spring and the autumn are not. */
const MONTHS = [0.85, 0.95, 1.1, 1, 0.95, 1.05, 0.6, 0.7, 1.05, 1.1, 1.1, 0.8]

/** Days of rest that fall on the same date each year, as MM-DD. */
const REST = ['01-01', '05-01', '05-17', '12-24', '12-25', '12-26', '12-31']

export interface DemoDay {
  /** Its midnight in UTC. */
  readonly at: number
  readonly year: number
  /** How much is done, 1 is average: nothing at weekends and on days of rest, hardly anything around New Year. */
  readonly season: number
  /** How readily customers decide: they do at the end of a quarter. */
  readonly closing: number
  readonly isCampaign: boolean
}

export function demoDay(now: Date, daysAgo: number): DemoDay {
  const at = (Math.floor(now.getTime() / DAY_MS) - daysAgo) * DAY_MS
  const day = new Date(at)
  const month = day.getUTCMonth() + 1
  return {
    ...{ at, year: day.getUTCFullYear(), season: seasonOf(day), isCampaign: month === CAMPAIGN_MONTH },
    closing: month % 3 > 0 ? 0.8 : day.getUTCDate() > 20 ? 1.9 : 1.1,
  }
}

function seasonOf(day: Date): number {
  const date = day.toISOString().slice(5, 10)
  if (day.getUTCDay() % 6 === 0 || REST.includes(date)) return 0
  return MONTHS[day.getUTCMonth()]! * (date >= '12-21' || date <= '01-03' ? 0.3 : 1)
}

/** Whether somebody is off: three weeks of August or around it, one in December, now and then a day. */
export function holidaysOf(chance: Chance): (day: DemoDay) => boolean {
  const summer = chance.between(-21, 14)
  const winter = chance.between(17, 24)
  const isWithin = ({ at, year }: DemoDay, month: number, from: number, days: number) => {
    const past = at - Date.UTC(year, month - 1, 1) - from * DAY_MS
    return past >= 0 && past < days * DAY_MS
  }
  return (day) => isWithin(day, 8, summer, 21) || isWithin(day, 12, winter, 8) || chance.happens(0.025)
}
