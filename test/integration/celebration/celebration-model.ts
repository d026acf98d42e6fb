import { METRICS, monthOf, type MetricKey, type RandomCompany } from './random-company.js'

// What should be celebrated, told from the plain facts by plain sums: without the server's periods, roll-ups, targets,
// formulas or decimals. All amounts are small whole numbers, all clocks those of UTC.

const DAY = 86_400_000

interface Fact {
  readonly owners: readonly string[]
  readonly at: number
  readonly quantity: number
  readonly amount: number
}
interface Setting {
  readonly key: MetricKey
  readonly owner: string
  readonly frequency: string
  readonly start: number
  readonly amount: number | null
  readonly carries: boolean
}
interface Stay {
  readonly userId: string
  readonly teamId: string
  readonly from: number
  readonly to: number
}
interface Range {
  readonly frequency: string
  readonly start: number
  readonly end: number
}

/** What is counted by CALLS; the others do not change. */
export type CallsFormula = 'COUNT' | 'SUM'

/** As 'metric/owner/frequency/first day', of everything that is reached now. */
export async function reachedByTheModel(
  acme: RandomCompany,
  formula: CallsFormula,
  now: number,
): Promise<Set<string>> {
  const [facts, settings, stays] = await plainFacts(acme)
  const owners = [acme.id, acme.department, ...acme.teams, ...acme.people]
  const asked = ranges(acme, now).flatMap((range) => METRICS.map((key) => ({ range, key })))
  const reached = asked.flatMap(({ range, key }) => {
    const targetOf = targetsIn(acme, { settings, stays, key, range, now })
    const counted = key === 'CALLS' && formula === 'SUM' ? 'REV' : key
    const reach = (owner: string) => {
      const own = facts.filter((one) => one.owners.includes(owner) && isIn(range, one.at))
      const goal = targetOf(owner)
      return goal !== null && isReached(counted, own, goal, range.end <= now)
    }
    return owners.filter(reach).map((owner) => `${key}/${owner}/${range.frequency}/${dayOf(range.start)}`)
  })
  return new Set(reached)
}

function isReached(key: MetricKey, facts: readonly Fact[], goal: number, isOver: boolean): boolean {
  const quantity = facts.reduce((sum, one) => sum + one.quantity, 0)
  const amount = facts.reduce((sum, one) => sum + one.amount, 0)
  switch (key) {
    case 'CALLS':
      return quantity >= goal && (isOver || goal > 0)
    case 'REV':
      return amount >= goal && (isOver || goal > 0)
    case 'SIZE':
      return isOver && quantity > 0 && amount >= goal * quantity
    case 'COST':
      return isOver && quantity <= goal
  }
}

interface TargetsGiven {
  readonly settings: readonly Setting[]
  readonly stays: readonly Stay[]
  readonly key: MetricKey
  readonly range: Range
  readonly now: number
}

function targetsIn(acme: RandomCompany, { settings, stays, key, range, now }: TargetsGiven) {
  const own = (owner: string): number | null => {
    const holding = settings.filter(
      (one) =>
        one.key === key &&
        one.owner === owner &&
        one.frequency === range.frequency &&
        (isIn(range, one.start) || (one.carries && one.start < range.start)),
    )
    return holding.sort((a, b) => b.start - a.start)[0]?.amount ?? null
  }
  const sum = (parts: readonly (number | null)[]): number | null => {
    const given = parts.filter((part) => part !== null)
    return key === 'SIZE' || given.length === 0 ? null : given.reduce((all, part) => all + part, 0)
  }
  const at = Math.min(range.end - 1, now)
  const membersOf = (team: string) =>
    stays
      .filter((stay) => stay.teamId === team && stay.from <= at && at < stay.to)
      .map(({ userId }) => userId)
  const ofTeam = (team: string) => own(team) ?? sum(membersOf(team).map(own))
  const ofDepartment = () => own(acme.department) ?? sum(acme.teams.map(ofTeam))
  return (owner: string): number | null => {
    if (owner === acme.id) return own(acme.id) ?? sum([ofDepartment()])
    if (owner === acme.department) return ofDepartment()
    return acme.teams.includes(owner) ? ofTeam(owner) : own(owner)
  }
}

function isIn({ start, end }: Pick<Range, 'start' | 'end'>, at: number): boolean {
  return start <= at && at < end
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Every month and week, from the first to the one after the present one. */
function ranges({ founded }: RandomCompany, now: number): Range[] {
  const all: Range[] = []
  for (let start = founded; +start <= now + 31 * DAY; start = monthOf(start, 1))
    all.push({ frequency: 'MONTHLY', start: +start, end: +monthOf(start, 1) })
  const monday = +founded - ((founded.getUTCDay() + 6) % 7) * DAY
  for (let start = monday; start <= now + 7 * DAY; start += 7 * DAY)
    all.push({ frequency: 'WEEKLY', start, end: start + 7 * DAY })
  return all
}

async function plainFacts({ id, build }: RandomCompany): Promise<[Fact[], Setting[], Stay[]]> {
  const read = <T>(statement: string) => build.ctx.manager.query<T[]>(statement, [id])
  const facts = await read<Fact>(
    `SELECT array_remove(ARRAY[company_id, department_id, team_id, user_id], NULL) AS owners,
            extract(epoch FROM occurred_at)::float8 * 1000 AS at, quantity::float8, coalesce(amount, 0)::float8 AS amount
       FROM activity WHERE company_id = $1 AND voided_at IS NULL`,
  )
  const settings = await read<Setting>(
    `SELECT m.key, coalesce(t.node_id, t.user_id) AS owner, t.frequency, t.carries_forward AS carries,
            extract(epoch FROM t.period_start)::float8 * 1000 AS start, t.amount::float8
       FROM target t JOIN metric m ON m.id = t.metric_id WHERE t.company_id = $1`,
  )
  const stays = await read<Stay>(
    `SELECT user_id AS "userId", team_id AS "teamId", extract(epoch FROM valid_from)::float8 * 1000 AS "from",
            CASE WHEN valid_to = 'infinity' THEN 1e15 ELSE extract(epoch FROM valid_to)::float8 * 1000 END AS "to"
       FROM membership WHERE company_id = $1`,
  )
  return [facts, settings, stays]
}
