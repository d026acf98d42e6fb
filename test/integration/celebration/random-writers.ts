import { DomainError } from '../../../server/domain/errors.js'
import { correctActivity, voidActivity } from '../../../server/features/activity/correct-activity.commands.js'
import { logActivity } from '../../../server/features/activity/log-activities.commands.js'
import { setTargets } from '../../../server/features/target/set-targets.commands.js'
import type { Context } from '../../../server/platform/context.js'
import { METRICS, monthOf, type RandomCompany } from './random-company.js'

/** Random numbers from a seed: from 0 to below 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export class Dice {
  constructor(private readonly random: () => number) {}

  below(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  oneOf<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!
  }
}

/** What somebody does with others at the same time. */
export type Deed = (ctx: Context) => Promise<unknown>

/** A call logged, corrected or voided, or a target set or reset. */
export function randomDeed(acme: RandomCompany, dice: Dice): Deed {
  const kind = dice.below(20)
  if (kind < 7) return logging(acme, dice)
  const [pick, quantity, amount] = [dice.below(1_000), dice.below(5) + 1, dice.below(9) - 2]
  if (kind < 11) return onActivity(pick, (ctx, key) => voidActivity(ctx, key))
  if (kind >= 15) return setting(acme, dice)
  const occurredAt = kind === 14 ? randomInstant(acme, dice) : undefined
  return onActivity(pick, (ctx, key) =>
    correctActivity(ctx, { ...key, quantity: String(quantity), amount: String(amount), occurredAt }),
  )
}

/** A day in each month there is: that they meet is more interesting than that they do not. */
function randomInstant({ founded }: RandomCompany, dice: Dice): Date {
  const month = monthOf(founded, dice.below(3))
  const day = month.getTime() === monthOf(new Date()).getTime() ? 0 : dice.oneOf([1, 2, 26])
  return new Date(month.getTime() + day * 86_400_000 + 1)
}

function logging(acme: RandomCompany, dice: Dice): Deed {
  const input = {
    activityTypeId: acme.activityType('CALL'),
    userId: dice.oneOf(acme.people),
    quantity: String(dice.below(5) + 1),
    amount: String(dice.below(9) - 2),
    occurredAt: randomInstant(acme, dice),
  }
  return (ctx) => logActivity(ctx, input)
}

function setting(acme: RandomCompany, dice: Dice): Deed {
  const nodeId = dice.oneOf([acme.id, acme.department, ...acme.teams])
  const owner = dice.below(2) === 0 ? { nodeId } : { userId: dice.oneOf(acme.people) }
  const containing = randomInstant(acme, dice).toISOString().slice(0, 10)
  const item = {
    ...owner,
    metricId: acme.metric(dice.oneOf(METRICS)),
    period: { frequency: dice.oneOf(['MONTHLY', 'WEEKLY'] as const), containing },
    amount: dice.below(5) === 0 ? null : String(dice.below(14)),
    carryForward: dice.below(2) === 0,
  }
  return (ctx) => setTargets(ctx, { mode: 'ATOMIC', dryRun: false, items: [item] })
}

interface Key {
  readonly activityId: string
  readonly expectedVersion: number
}

/** Somebody else may be faster: then it comes to nothing. */
function onActivity(pick: number, work: (ctx: Context, key: Key) => Promise<unknown>): Deed {
  return async (ctx) => {
    const all = await ctx.manager.query<Key[]>(
      `SELECT id AS "activityId", version AS "expectedVersion" FROM activity
        WHERE company_id = $1 AND voided_at IS NULL ORDER BY recorded_at DESC, id LIMIT 40`,
      [ctx.companyId],
    )
    if (all.length > 0) await work(ctx, all[pick % all.length]!).catch(unlessRefused)
  }
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error
}
