import { randomUUID } from 'node:crypto'
import { createNodes } from '../../../server/features/org/org.commands.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { createUsers } from '../../../server/features/people/people.commands.js'
import { change } from '../../../server/platform/database/change.js'
import { buildCompany } from '../../../server/seed/company-builder.js'
import { moveUser } from '../../support/activity-company.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import type { World } from '../../support/world.js'

export const METRICS = ['CALLS', 'REV', 'SIZE', 'COST'] as const
export type MetricKey = (typeof METRICS)[number]
const [TEAMS, PEOPLE] = [2, 4]

export interface RandomCompany extends TestCompany {
  readonly department: string
  readonly teams: readonly string[]
  readonly people: readonly string[]
  /** The first day of the company, of a month two before the present one. */
  readonly founded: Date
}

/** The first day of the month so many months after that of `day`, in UTC. */
export function monthOf(day: Date, by = 0): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + by, 1))
}

/**
 * ACME{ D{T1, T2} } for some months, two people in each team. CALLS counts, REV sums, SIZE is an average, COST a limit;
 * all are key metrics of the company.
 */
export async function randomCompany(world: World): Promise<RandomCompany> {
  const founded = monthOf(new Date(), -2)
  const build = await buildCompany(world.database, { name: 'ACME', foundedAt: founded })
  build.at(founded)
  const { companyId } = build.ctx
  const [department, ...teams] = Array.from({ length: TEAMS + 1 }, () => randomUUID()) as [
    string,
    ...string[],
  ]
  const people = await change(build.ctx, onCompany('manage people'), async (tx) => {
    const d = { level: 'DEPARTMENT' as const, parentId: companyId, name: 'D', id: department }
    const below = teams.map((id, index) => {
      return { level: 'TEAM' as const, parentId: department, name: `T${index + 1}`, id }
    })
    await createNodes(tx, [d, ...below])
    const named = Array.from({ length: PEOPLE }, (_, index) => `P${index + 1}`)
    return createUsers(
      tx,
      named.map((name) => ({ name, email: `${name}@acme.test` })),
    )
  })
  const call = await build.activityType({ key: 'CALL' })
  const kinds = { CALLS: 'COUNT', REV: 'SUM', SIZE: 'AVERAGE', COST: 'COUNT' } as const
  for (const key of METRICS) {
    const direction = key === 'COST' ? 'DECREASE' : 'INCREASE'
    const metricId = await build.metric({ key, direction })
    await build.add(companyId, metricId)
    await build.formula(metricId, { kind: kinds[key], activityTypeIds: [call] })
  }
  const acme = await existingCompany(build)
  for (const [index, userId] of people.entries()) await moveUser(acme, userId, teams[index % TEAMS]!)
  delete build.ctx.writesAt
  return { ...acme, department, teams, people, founded }
}
