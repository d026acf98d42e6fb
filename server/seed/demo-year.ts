import type { CompanyBuilder } from './company-builder.js'
import { demoActivities, type DemoActivity } from './demo-activities.js'
import type { DemoTypes } from './demo-activity-types.js'
import { deliver, mend, type Mistake } from './demo-deliveries.js'
import type { Demo } from './demo-nodes.js'
import { DAY_MS } from './demo-season.js'
import { FOUNDED_DAYS_AGO, STAFF_CHANGES } from './demo-staff.js'
import { changeStaff } from './demo-staff-changes.js'
import { plan, raise } from './demo-targets.js'

/** The company once people work there. */
interface LiveDemo extends Demo {
  /** By e-mail address. */
  readonly people: ReadonlyMap<string, string>
  readonly types: DemoTypes
}

/** Something that happened so many days before today. */
interface Event {
  readonly daysAgo: number
  readonly happens: (builder: CompanyBuilder) => Promise<void>
}

/** The year as it went: what `asOf` and the numbers have to tell. One thing after another, each at its instant. */
export async function liveThrough(builder: CompanyBuilder, demo: LiveDemo, now: Date): Promise<void> {
  const staffChanges = STAFF_CHANGES.map((change): Event => {
    return { daysAgo: change.daysAgo, happens: (at) => changeStaff(at, demo, change) }
  })
  const events = [...changesOfMind(demo), ...staffChanges, ...deliveries(demo, now)]
  for (const { daysAgo, happens } of events.sort((a, b) => b.daysAgo - a.daysAgo))
    await happens(builder.at(new Date(now.getTime() - daysAgo * DAY_MS)))
}

function changesOfMind(demo: LiveDemo): Event[] {
  const { company, node, metric, types } = demo
  const on = (daysAgo: number, happens: Event['happens']) => ({ daysAgo, happens })
  return [
    on(392, (at) => plan(at, demo)),
    on(300, (at) => at.track('SECONDARY', 'DAILY')),
    on(240, (at) => at.move(node['Strategic Accounts'], node['New Business'])),
    on(180, (at) => at.track('SECONDARY', 'WEEKLY')),
    on(150, (at) => at.move(node['Strategic Accounts'], node['Account Management'])),
    on(90, (at) => at.archive(metric.FAIR_CONTACTS)),
    on(60, (at) => at.track('PRIMARY', 'QUARTERLY')),
    on(55, (at) => at.archiveType(types.FAIR_CONTACT)),
    on(30, (at) => at.add(company, metric.WIN_RATE, { label: 'Win rate, all deals' })),
    on(20, (at) => raise(at, demo)),
    on(14, (at) => at.hide(node['Events'], metric.CALLS)),
  ]
}

const WEEK = 7

/** Every week what was told since, and last what was told until now. */
function deliveries({ types }: LiveDemo, now: Date): Event[] {
  const untold = [...demoActivities(now)].sort((a, b) => +b.toldAt - +a.toldAt)
  let mistakes: Mistake[] = []
  const weekly = Array.from({ length: Math.floor(FOUNDED_DAYS_AGO / WEEK) }, (_, weeks) => weeks * WEEK)
  return weekly.map((daysAgo) => ({
    daysAgo,
    happens: async (builder) => {
      await mend(builder, mistakes)
      mistakes = await deliver(builder, types, takeUntil(untold, new Date(now.getTime() - daysAgo * DAY_MS)))
    },
  }))
}

/** Takes off the end what was told by then. */
function takeUntil(untold: DemoActivity[], instant: Date): DemoActivity[] {
  const taken: DemoActivity[] = []
  while (untold.length > 0 && untold.at(-1)!.toldAt <= instant) taken.push(untold.pop()!)
  return taken
}
