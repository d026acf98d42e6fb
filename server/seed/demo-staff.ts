import { DEMO_TEAMS, type DemoDepartment, type DemoTeam } from './demo-organisation.js'
import { demoPerson } from './demo-people.js'

/** The company was founded so many days before today. */
export const FOUNDED_DAYS_AGO = 400

/** In a team, or in none, between two days before today. */
export interface Stint {
  readonly team: DemoTeam | null
  readonly since: number
  /** -1: at present. */
  readonly until: number
}

export interface Employee {
  readonly name: string
  readonly email: string
  /** The role, and where: null is the company. */
  readonly role: { readonly role: 'ADMIN' | 'MANAGER'; readonly of: DemoDepartment | DemoTeam | null } | null
  readonly stints: readonly Stint[]
}

/** Somebody of the first days: who came into the team as which; 0 leads it. */
export type Seat = readonly [team: DemoTeam, place: number]

/** What became of people, oldest first. */
export type StaffChange = { readonly daysAgo: number } & (
  | { readonly hired: DemoTeam }
  | { readonly moved: Seat; readonly to: DemoTeam }
  | { readonly left: Seat }
  | { readonly hidden: Seat }
)

export const STAFF_CHANGES: readonly StaffChange[] = [
  { daysAgo: 371, hidden: ['Nordics', 4] },
  { daysAgo: 352, hired: 'Benelux' },
  { daysAgo: 338, moved: ['Inbound', 2], to: 'Benelux' },
  { daysAgo: 317, left: ['Iberia', 3] },
  { daysAgo: 305, hired: 'Outbound UK' },
  { daysAgo: 284, hidden: ['Onboarding', 2] },
  { daysAgo: 271, moved: ['Outbound Nordics', 3], to: 'Nordics' },
  { daysAgo: 256, hired: 'Iberia' },
  { daysAgo: 229, left: ['Resellers', 1] },
  { daysAgo: 214, moved: ['Renewals South', 4], to: 'Renewals North' },
  { daysAgo: 199, hired: 'Adoption' },
  { daysAgo: 174, moved: ['Mid-Market', 5], to: 'Strategic Accounts' },
  { daysAgo: 163, left: ['Outbound DACH', 2] },
  { daysAgo: 141, hired: 'Outbound DACH' },
  { daysAgo: 120, moved: ['UK & Ireland', 1], to: 'Enterprise North' },
  { daysAgo: 97, left: ['Enterprise North', 6] },
  { daysAgo: 83, moved: ['Adoption', 2], to: 'Onboarding' },
  { daysAgo: 62, hired: 'Nordics' },
  { daysAgo: 41, left: ['France', 2] },
  { daysAgo: 27, hired: 'France' },
  { daysAgo: 19, moved: ['Outbound UK', 4], to: 'UK & Ireland' },
]

/** Everybody who ever worked there: the founders in the order of the organisation, then who was hired, in that order. */
export interface Staff {
  readonly employees: readonly Employee[]
  readonly seated: (seat: Seat) => Employee
}

const MEMBERS = [6, 7, 8, 7, 9, 6, 8]

/** The first two are company admins, then a manager for each department, then the teams, each led by its first. */
export function demoStaff(): Staff {
  const founders: (Pick<Employee, 'role'> & { readonly seat: Seat | null })[] = []
  for (let admins = 0; admins < 2; admins++) founders.push({ role: { role: 'ADMIN', of: null }, seat: null })
  for (const [department, teams] of Object.entries(DEMO_TEAMS)) {
    const of = department as DemoDepartment | ''
    if (of !== '') founders.push({ role: { role: 'MANAGER', of }, seat: null })
    for (const team of teams) {
      founders.push({ role: { role: 'MANAGER', of: team }, seat: [team, 0] })
      const members = MEMBERS[founders.length % MEMBERS.length]!
      for (let place = 1; place <= members; place++) founders.push({ role: null, seat: [team, place] })
    }
  }
  const hired = STAFF_CHANGES.flatMap((change) => ('hired' in change ? [change] : []))
  const employees = [
    ...founders.map(({ role, seat }, index) => ({ ...demoPerson(index), role, stints: stintsOf(seat) })),
    ...hired.map(({ daysAgo, hired: team }, index) => {
      const stints = [{ team, since: daysAgo, until: -1 }]
      return { ...demoPerson(founders.length + index), role: null, stints }
    }),
  ]
  const bySeat = new Map(founders.map(({ seat }, index) => [String(seat), employees[index]!]))
  return { employees, seated: (seat) => bySeat.get(String(seat))! }
}

/** A founder's year: at most one change. */
function stintsOf(seat: Seat | null): Stint[] {
  const whole = { team: seat?.[0] ?? null, since: FOUNDED_DAYS_AGO, until: -1 }
  for (const change of STAFF_CHANGES) {
    const { daysAgo } = change
    const until = { ...whole, until: daysAgo }
    if ('left' in change && String(change.left) === String(seat)) return [until]
    if ('moved' in change && String(change.moved) === String(seat))
      return [until, { team: change.to, since: daysAgo, until: -1 }]
  }
  return [whole]
}
