import fc from 'fast-check'
import { getProfile } from '../../../sdk/index.js'
import { moveUser } from '../../support/activity-company.js'
import { asking, MARCH } from '../../support/pages.js'
import { log, progressCompany, type Logged } from '../../support/progress-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

const RUNS = 25
const TEAMS = ['OSLO', 'LONDON', 'LABS'] as const
const START = Date.UTC(2026, 1, 26)
const HOURS = 36 * 24

/** So many hours from the last days of February on: before the period, in it, and after it. */
const hour = fc.nat(HOURS)
const histories = fc.record({
  moves: fc.uniqueArray(fc.record({ at: hour, to: fc.option(fc.constantFrom(...TEAMS), { freq: 4 }) }), {
    selector: ({ at }) => at,
    maxLength: 24,
  }),
  calls: fc.array(fc.record({ at: hour, quantity: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 30,
  }),
})
type History = typeof histories extends fc.Arbitrary<infer H> ? H : never

// Half an hour past: nothing is done in the instant of a move, and months of Oslo begin at full hours.
const instant = (at: number, minutes = 0) => new Date(START + (at * 60 + minutes) * 60_000)

async function lived({ moves, calls }: History): Promise<TestCompany> {
  const company = await progressCompany(world, async (acme) => {
    for (const { at, to } of [...moves].sort((a, b) => a.at - b.at))
      await moveUser(acme, acme.person('mia@acme.test'), to && acme.node(to), instant(at))
  })
  const done = calls.map(({ at, quantity }): Logged => [
    'mia',
    'CALL',
    instant(at, 30).toISOString(),
    String(quantity),
  ])
  await log(company, ...done)
  return company
}

/** What Mia did in March by the clocks of Oslo, by the name of the team it is credited to; read off the activities. */
async function creditOf(company: TestCompany): Promise<Record<string, number>> {
  const rows = await world.database.query<{ team: string; quantity: number }[]>(
    `SELECT coalesce(n.name, 'none') AS team, sum(a.quantity)::int AS quantity
       FROM activity a LEFT JOIN org_node n ON n.company_id = a.company_id AND n.id = a.team_id
      WHERE a.company_id = $1 AND a.user_id = $2
        AND a.occurred_at >= '2026-02-28T23:00Z' AND a.occurred_at < '2026-03-31T22:00Z'
      GROUP BY 1`,
    [company.id, company.person('mia@acme.test')],
  )
  return Object.fromEntries(rows.map(({ team, quantity }) => [team, quantity]))
}

it('whatever moves there were, the parts of a period are what each team is credited with, and add up', async () => {
  let [moved, elsewhere] = [0, 0]
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const company = await lived(history)
      const userId = company.person('mia@acme.test')
      const page = (await getProfile(await asking(world, company)('ada'), { userId, period: MARCH }))!
      const parts = page.parts.map(({ team, from, keyMetrics }) => {
        const calls = keyMetrics.find(({ metric }) => metric.key === 'CALLS')
        return { team: team?.name ?? 'none', from, quantity: Number(calls?.value ?? 0) }
      })
      const told: Record<string, number> = {}
      for (const { team, quantity } of parts.filter((part) => part.quantity > 0))
        told[team] = (told[team] ?? 0) + quantity
      const credit = await creditOf(company)
      // Who was in no team all the time has no key metrics.
      if (page.team === null) return expect(parts.every(({ team }) => team === 'none')).toBe(true)
      expect(told).toEqual(credit)
      const whole = page.keyMetrics.find(({ metric }) => metric.key === 'CALLS')!.progress!.actual
      expect(Number(whole)).toBe(Object.values(credit).reduce((a, b) => a + b, 0))
      const since = parts.flatMap(({ from }) => from ?? [])
      expect(since).toEqual([...since].sort().reverse())
      moved += Number(parts.length > 2)
      elsewhere += Number('none' in credit)
    }),
    { numRuns: RUNS },
  )
  // Neither is rare, or little would have been compared.
  expect(moved).toBeGreaterThan(RUNS / 4)
  expect(elsewhere).toBeGreaterThan(0)
})

it('of more than 20 stays the earliest are in the rest', async () => {
  const moves = Array.from({ length: 24 }, (_, index) => {
    return { at: 100 + index * 24, to: index % 2 === 0 ? ('LONDON' as const) : ('OSLO' as const) }
  })
  // One call in each stay: the first in OSLO, before all moves, but in March.
  const calls = [{ at: 99, quantity: 1 }, ...moves.map(({ at }) => ({ at: at + 12, quantity: 1 }))]
  const company = await lived({ moves, calls })
  const userId = company.person('mia@acme.test')
  const page = (await getProfile(await asking(world, company)('ada'), { userId, period: MARCH }))!
  const told = page.parts.map(({ isRest, keyMetrics }) => {
    return [isRest, keyMetrics.find(({ metric }) => metric.key === 'CALLS')!.value]
  })
  expect(told).toEqual([...Array.from({ length: 20 }, () => [false, '1']), [true, '5']])
})
