import fc from 'fast-check'
import { correctActivity, voidActivity } from '../../../server/features/activity/correct-activity.commands.js'
import { logActivities } from '../../../server/features/activity/log-activities.commands.js'
import { createNodes } from '../../../server/features/org/org.commands.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { createUsers } from '../../../server/features/people/people.commands.js'
import type { Context } from '../../../server/platform/context.js'
import { change } from '../../../server/platform/database/change.js'
import { buildCompany } from '../../../server/seed/company-builder.js'
import { moveUser } from '../../support/activity-company.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import type { World } from '../../support/world.js'

// What a history comes to is told by a model that knows neither order nor SQL: so any order, any number of deliveries
// and any delay of the same activities give the same sums, or one of them is not what the model says.

export const DAYS = 8
const [PEOPLE, TEAMS] = [3, 3]
const LABELS = ['', 'a']

export interface History {
  /** From a day on somebody is in a team; beyond the teams: in none. */
  readonly moves: readonly { readonly day: number; readonly who: number; readonly team: number }[]
  /** From a day on a team hangs under the first or the second department, or the company. */
  readonly teamMoves: readonly { readonly day: number; readonly team: number; readonly parent: number }[]
  readonly activities: readonly Told[]
}

export interface Told {
  readonly day: number
  readonly who: number
  readonly label: number
  readonly quantity: number
  readonly amount: number
  /** So many days late it is delivered, each time. */
  readonly deliveries: readonly number[]
  readonly isDeliveredAlone: boolean
  readonly correction: Partial<Record<'day' | 'label' | 'quantity' | 'amount', number>> | null
  readonly isVoided: boolean
}

const below = (limit: number) => fc.nat(limit - 1)
export const histories = fc.record<History>({
  moves: fc.array(fc.record({ day: below(DAYS), who: below(PEOPLE), team: below(TEAMS + 1) }), {
    maxLength: 6,
  }),
  teamMoves: fc.array(fc.record({ day: below(DAYS), team: below(TEAMS), parent: below(3) }), {
    maxLength: 3,
  }),
  activities: fc.array(
    fc.record<Told>({
      ...{ day: below(DAYS), who: below(PEOPLE), label: below(2) },
      ...{ quantity: fc.integer({ min: 1, max: 9 }), amount: fc.integer({ min: -9, max: 9 }) },
      deliveries: fc.array(below(DAYS), { minLength: 1, maxLength: 3 }),
      isDeliveredAlone: fc.boolean(),
      correction: fc.option(
        fc.record(
          { day: below(DAYS), label: below(2), quantity: fc.integer({ min: 1, max: 9 }), amount: below(9) },
          { requiredKeys: [] },
        ),
      ),
      isVoided: fc.boolean(),
    }),
    { minLength: 1, maxLength: 10 },
  ),
})

const midnight = (day: number) => new Date(Date.UTC(2026, 2, 1 + day))
const noon = (day: number) => new Date(Date.UTC(2026, 2, 1 + day, 12))
export const dateOf = (day: number) => midnight(day).toISOString().slice(0, 10)

export interface Place extends TestCompany {
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly parents: readonly string[]
  readonly type: string
}

/** ACME{ D1{T1}, D2{T2}, T3 } with three people, none of them in a team. */
export async function place(world: World): Promise<Place> {
  const build = await buildCompany(world.database, {
    name: 'ACME',
    foundedAt: new Date('2026-02-01T00:00:00Z'),
  })
  build.at(new Date('2026-02-02T00:00:00Z'))
  const { companyId } = build.ctx
  const [d1, d2, t1, t2, t3] = Array.from({ length: 5 }, () => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const department = (id: string, name: string) => ({
    level: 'DEPARTMENT' as const,
    parentId: companyId,
    name,
    id,
  })
  const team = (id: string, name: string, parentId: string) => ({
    level: 'TEAM' as const,
    parentId,
    name,
    id,
  })
  const people = await change(build.ctx, onCompany('manage people'), async (tx) => {
    const nodes = [department(d1, 'D1'), department(d2, 'D2'), team(t1, 'T1', d1), team(t2, 'T2', d2)]
    await createNodes(tx, [...nodes, team(t3, 'T3', companyId)])
    return createUsers(
      tx,
      ['x', 'y', 'z'].map((name) => ({ name, email: `${name}@acme.test` })),
    )
  })
  const type = await build.activityType({ key: 'CALL' })
  return {
    ...(await existingCompany(build)),
    people,
    teams: [t1, t2, t3],
    parents: [d1, d2, companyId],
    type,
  }
}

/** What is said in the end, and when it can be said at the earliest. */
function inTheEnd({ correction, ...told }: Told): Told {
  return { ...told, ...correction, correction }
}

/** Day by day: what moves, moves; what is delivered that day has happened by then. */
export async function live(acme: Place, { moves, teamMoves, activities }: History): Promise<void> {
  const { build } = acme
  for (let day = 0; day < DAYS; day++) {
    for (const { who, team } of moves.filter((one) => one.day === day))
      await moveUser(acme, acme.people[who]!, acme.teams[team] ?? null, midnight(day))
    for (const { team, parent } of teamMoves.filter((one) => one.day === day))
      await build.at(midnight(day)).move(acme.teams[team]!, acme.parents[parent]!)
    delete build.ctx.writesAt
    await deliver(acme, activities, day)
  }
  await changeAfterwards(acme, activities)
}

async function deliver(acme: Place, activities: readonly Told[], today: number): Promise<void> {
  const due = activities.flatMap((told, index) => {
    const times = told.deliveries.filter((delay) => Math.min(told.day + delay, DAYS - 1) === today)
    return times.map(() => ({ isAlone: told.isDeliveredAlone, item: itemOf(acme, told, index) }))
  })
  const batches = [
    due.filter(({ isAlone }) => !isAlone),
    ...due.filter(({ isAlone }) => isAlone).map((one) => [one]),
  ]
  for (const batch of batches.reverse()) {
    const items = batch.map(({ item }) => item).reverse()
    await logActivities(acme.build.ctx, { source: 'crm', mode: 'PER_ITEM', dryRun: false, items })
  }
}

function itemOf({ people, type }: Place, { who, day, label, quantity, amount }: Told, index: number) {
  return {
    ...{ activityTypeId: type, userId: people[who]!, externalId: String(index), occurredAt: noon(day) },
    ...{ label: LABELS[label]!, quantity: String(quantity), amount: String(amount) },
  }
}

async function changeAfterwards({ id, build: { ctx } }: Place, activities: readonly Told[]): Promise<void> {
  const rows = await ctx.manager.query<{ id: string; externalId: string }[]>(
    'SELECT id, external_id AS "externalId" FROM activity WHERE company_id = $1 ORDER BY id',
    [id],
  )
  for (const { id: activityId, externalId } of rows) {
    const { correction, isVoided } = activities[Number(externalId)]!
    if (correction) {
      const { day, label, quantity, amount } = correction
      await correctActivity(ctx, {
        ...{ activityId, expectedVersion: 1 },
        ...(day !== undefined && { occurredAt: noon(day) }),
        ...(label !== undefined && { label: LABELS[label]! }),
        ...(quantity !== undefined && { quantity: String(quantity) }),
        ...(amount !== undefined && { amount: String(amount) }),
      })
    }
    if (isVoided) await voidActivity(ctx, { activityId, expectedVersion: await versionOf(ctx, activityId) })
  }
}

async function versionOf({ manager }: Context, id: string): Promise<number> {
  const [row] = await manager.query<[{ version: number }]>('SELECT version FROM activity WHERE id = $1', [id])
  return row.version
}

export type Sums = Record<string, [quantity: number, amount: number]>

/** By 'whom on which node, day, label': of people, and of nodes with what they hung under. */
export function model(acme: Place, { moves, teamMoves, activities }: History): Sums {
  const sums: Sums = {}
  const add = (key: string, quantity: number, amount: number) => {
    const [q, a] = sums[key] ?? [0, 0]
    sums[key] = [q + quantity, a + amount]
  }
  const last = <T extends { day: number }>(all: readonly T[], day: number) =>
    [...all]
      .sort((a, b) => a.day - b.day)
      .filter((one) => one.day <= day)
      .at(-1)
  for (const told of activities.filter(({ isVoided }) => !isVoided).map(inTheEnd)) {
    const { day, who, label, quantity, amount } = told
    const of = `${dateOf(day)} ${LABELS[label]}`
    const member = last(
      moves.filter((move) => move.who === who),
      day,
    )
    const team = member && member.team < TEAMS ? member.team : null
    const node = team === null ? acme.id : acme.teams[team]!
    add(`${acme.people[who]} on ${node} ${of}`, quantity, amount)
    add(`${acme.id} under ${acme.id} ${of}`, quantity, amount)
    if (team === null) continue
    const parent =
      acme.parents[
        last(
          teamMoves.filter((move) => move.team === team),
          day,
        )?.parent ?? team
      ]!
    add(`${node} under ${parent} ${of}`, quantity, amount)
    if (parent !== acme.id) add(`${parent} under ${acme.id} ${of}`, quantity, amount)
  }
  return sums
}

export async function kept({ id, build: { ctx } }: Place): Promise<Sums> {
  const rows = await ctx.manager.query<{ key: string; quantity: string; amount: string }[]>(
    `SELECT user_id || ' on ' || node_id || ' ' || day || ' ' || label AS key, quantity, amount
       FROM activity_person_rollup WHERE company_id = $1 AND (quantity, amount) <> (0, 0)
      UNION ALL
     SELECT node_id || ' under ' || parent_id || ' ' || day || ' ' || label, sum(quantity), sum(amount)
       FROM activity_node_rollup WHERE company_id = $1
      GROUP BY node_id, parent_id, day, label HAVING (sum(quantity), sum(amount)) <> (0, 0)`,
    [id],
  )
  return Object.fromEntries(
    rows.map(({ key, quantity, amount }) => [key, [Number(quantity), Number(amount)]]),
  )
}
