import { DEFAULT_CALENDAR } from '../domain/calendar.js'
import { compare } from '../domain/compare.js'
import type { NewActivity } from '../features/activity/activity-batch.js'
import { periodAt } from '../features/calendar/period.js'
import { chanceOf, type Chance } from './demo-chance.js'
import type { DemoType } from './demo-activity-types.js'
import { DEMO_CALENDAR, DEMO_DOMAIN, departmentOf, type DemoTeam } from './demo-organisation.js'
import { DAY_MS, demoDay, holidaysOf, type DemoDay } from './demo-season.js'
import { demoStaff, FOUNDED_DAYS_AGO, type Employee, type Stint } from './demo-staff.js'
import { carryOut, isClosing, isProspecting, workOf, type Result, type Task, type Work } from './demo-work.js'

const HOUR_MS = 3_600_000

/** Where it comes from: the telephone system, the customer database, or somebody's own hands. */
export type DemoSource = 'telephony' | 'crm' | 'API'

/** An activity as it will be told, and what becomes of it. */
export interface DemoActivity extends Omit<NewActivity, 'activityTypeId' | 'occurredAt'> {
  readonly type: DemoType
  readonly occurredAt: Date
  readonly source: DemoSource
  /** When it is told. */
  readonly toldAt: Date
  readonly fate: 'KEPT' | 'CORRECTED' | 'VOIDED'
}

/** Logs nothing since, without a word. */
export const SILENT_TEAM = { team: 'Marketplace', since: 75 } satisfies { team: DemoTeam; since: number }
/** A team member who never logged anything. */
export const IDLE_SEAT = ['Enterprise South', 3] as const
/** Nobody goes to fairs any more. */
const LAST_FAIR = 92

/** Everything that people did until `now`, in the order in which it happened. The same for the same `now`. */
export function demoActivities(now: Date): DemoActivity[] {
  const { employees, seated } = demoStaff()
  const days = Array.from({ length: FOUNDED_DAYS_AGO }, (_, daysAgo) => demoDay(now, daysAgo))
  const idle = seated(IDLE_SEAT)
  const busy = employees.filter((one) => one !== idle && one.stints.some(({ team }) => team !== null))
  const done = [...busy.flatMap((one) => yearOf(one, days)), ...ofStrangers(now), ...ofToday(now)]
  const inTime = done
    .filter(({ occurredAt }) => occurredAt < now)
    .sort((a, b) => +a.occurredAt - +b.occurredAt || compare(nameOf(a), nameOf(b)))
  return inTime.map((activity, index) => numbered(activity, index, now))
}

function nameOf({ email, personReference, type }: DemoActivity): string {
  return `${email ?? personReference} ${type}`
}

/** What systems tell has a number there; what people type has none. By now everything was told. */
function numbered(activity: DemoActivity, index: number, now: Date): DemoActivity {
  const toldAt = new Date(Math.min(+activity.toldAt, +now))
  const externalId = activity.source === 'API' ? null : `${activity.source}-${index + 1}`
  return { ...activity, toldAt, externalId }
}

interface Worker {
  readonly email: string
  readonly chance: Chance
  readonly diligence: number
  readonly skill: number
  readonly isOff: (day: DemoDay) => boolean
}

/** `days` by how many days ago they are. */
function yearOf({ email, stints }: Employee, days: readonly DemoDay[]): DemoActivity[] {
  const chance = chanceOf(email)
  const [diligence, skill] = [chance.spread(0.3), chance.spread(0.25)]
  const worker = { email, chance, diligence, skill, isOff: holidaysOf(chance) }
  return stints.flatMap((stint) => (stint.team === null ? [] : stintOf(worker, stint, stint.team, days)))
}

/** From the day after coming to the day before leaving. */
function stintOf(
  worker: Worker,
  { since, until }: Stint,
  team: DemoTeam,
  days: readonly DemoDay[],
): DemoActivity[] {
  const last = team === SILENT_TEAM.team ? Math.max(until, SILENT_TEAM.since) : until
  const post = { ...worker, skill: worker.skill * strengthOf(team), work: workOf(departmentOf(team), team) }
  const worked = days.map((day, daysAgo) => ({ day, daysAgo })).slice(last + 1, since)
  return worked.reverse().flatMap(({ day, daysAgo }) => doneOn(post, day, daysAgo))
}

function doneOn(
  { chance, skill, email, diligence, isOff, work }: Worker & { readonly work: Work },
  day: DemoDay,
  daysAgo: number,
): DemoActivity[] {
  if (day.season === 0 || isOff(day)) return []
  const eagerness = diligence * day.season * (1.15 - (0.3 * daysAgo) / FOUNDED_DAYS_AGO)
  const activities: DemoActivity[] = []
  for (const [task, rate] of work) {
    if (task === 'FAIR_CONTACT' && daysAgo < LAST_FAIR) continue
    for (let times = chance.times(rate * eagerness * rhythmOf(task, day)); times > 0; times--) {
      const results = carryOut(task, { chance, skill })
      activities.push(...results.map((result) => told(result, { chance, email, day })))
    }
  }
  return activities
}

function rhythmOf(task: Task, { closing, isCampaign }: DemoDay): number {
  if (isClosing(task)) return closing
  return isCampaign && isProspecting(task) ? 1.7 : 1
}

/** Some teams are stronger than others, all year long. */
function strengthOf(team: DemoTeam): number {
  return chanceOf(`team ${team}`).spread(0.18)
}

const SOURCES: Partial<Record<DemoType, DemoSource>> = {
  ...{ CALL: 'telephony', FIRST_RESPONSE: 'telephony' },
  ...{ MEETING: 'API', DEMO: 'API', HEALTH_CHECK: 'API', FAIR_CONTACT: 'API' },
}

interface Whose {
  readonly chance: Chance
  readonly email?: string
  readonly personReference?: string
  readonly day: DemoDay
}

function told(result: Result, { chance, day, ...person }: Whose): DemoActivity {
  // Between 8 and 17 o'clock in summer as in winter.
  const occurredAt = new Date(day.at + Math.floor((7 + 8 * chance.share()) * 60) * (HOUR_MS / 60))
  const isLate = chance.happens(0.01)
  const delay = isLate ? chance.between(8, 30) * DAY_MS : HOUR_MS
  const fate = chance.pick([
    ['KEPT', 1_400],
    ['CORRECTED', 1],
    ['VOIDED', 1],
  ] as const)
  const source = SOURCES[result.type] ?? 'crm'
  return { ...result, ...person, source, occurredAt, fate, toldAt: new Date(+occurredAt + delay) }
}

/** Whoever looks, on whatever day and at whatever hour, finds somebody at work. */
const TODAY = [
  ['Inbound', 'CALL', 0.35],
  ['Adoption', 'HEALTH_CHECK', 0.6],
  ['DACH', 'MEETING', 0.75],
  ['Nordics', 'CALL', 0.9],
  ['Renewals North', 'CALL', 0.97],
] as const

function ofToday(now: Date): DemoActivity[] {
  const { seated } = demoStaff()
  const { startsAt } = periodAt({ ...DEFAULT_CALENDAR, ...DEMO_CALENDAR }, 'DAILY', now)
  return TODAY.map(([team, type, share]) => {
    const occurredAt = new Date(Math.floor(+startsAt + share * (+now - +startsAt)))
    const { email } = seated([team, 1])
    return { type, email, occurredAt, toldAt: occurredAt, source: SOURCES[type] ?? 'crm', fate: 'KEPT' }
  })
}

/** The telephone system speaks of an extension, and the customer database of an address, that nobody knows. */
function ofStrangers(now: Date): DemoActivity[] {
  const chance = chanceOf('strangers')
  const call = (personReference: string) => (daysAgo: number) => {
    const day = demoDay(now, daysAgo)
    return {
      ...told({ type: 'CALL', quantity: '3' }, { chance, personReference, day }),
      fate: 'KEPT' as const,
    }
  }
  return [
    ...[52, 45, 31, 24, 12, 5].map(call('extension 4711')),
    ...[40, 33, 9].map(call(`sales.temp@${DEMO_DOMAIN}`)),
  ]
}
