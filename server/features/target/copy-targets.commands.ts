import type { Period } from '../../domain/calendar.js'
import { decimalOf, type Decimal } from '../../domain/decimal.js'
import { DomainError } from '../../domain/errors.js'
import { subtreeOf } from '../../domain/org-node.js'
import { assertRaise, MAX_COPIED_TARGETS, raised, type Raise } from '../../domain/target.js'
import type { Context } from '../../platform/context.js'
import { append, type Change } from '../../platform/database/change.js'
import { askedPeriod, type AskedPeriod } from '../calendar/asked-period.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { presentInstant } from '../calendar/present-instant.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadWholeTree, pathOf } from '../org/tree.loaders.js'
import { setItems, type AskedSetting } from './target-batch.js'
import { readInForce, whose, type TargetInForce } from './in-force.loaders.js'
import { onSubtree } from './target-owner.js'
import type { TargetPlace } from './target.row.js'

export interface Copy {
  readonly nodeId: string
  readonly fromPeriod: AskedPeriod
  readonly toPeriod: AskedPeriod
  readonly changePercent?: string | null
  /** Digits after the point of what `changePercent` makes of an amount. */
  readonly decimals: number
  readonly includeBelow: boolean
  /** Whether what was set for the later period itself is replaced. */
  readonly replace: boolean
}

/**
 * Sets what somebody set for one period, or carried into it, for another as well: on the node, and if so asked on all
 * below and on the people of its teams. Answers what it set.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID naming the field, LIMIT_EXCEEDED.
 */
export async function copyTargets(ctx: Context, copy: Copy): Promise<TargetPlace[]> {
  const raise = raiseOf(copy)
  return append(ctx, onSubtree(copy.nodeId), async (tx) => {
    const [from, to] = await periodsOf(tx, copy)
    const sources = await sourcesOf(tx, copy, from)
    const items = sources.map((source) => itemOf(source, { to, raise, replace: copy.replace }))
    const results = await setItems(tx, 'copyTargets', items)
    return results.flatMap((result) => {
      if (result.status === 'REJECTED') throw result.error
      return result.status === 'UNCHANGED' ? [] : [result.place]
    })
  })
}

function raiseOf({ changePercent, decimals }: Copy): Raise | null {
  if (typeof changePercent !== 'string') return null
  const raise = { percent: decimalOf(changePercent, 'changePercent'), decimals }
  assertRaise(raise)
  return raise
}

/** @throws DomainError INVALID unless they are two periods of one frequency. */
async function periodsOf(tx: Change, { fromPeriod, toPeriod }: Copy): Promise<[from: Period, to: Period]> {
  const { frequency } = fromPeriod
  if (!frequency) {
    const message = 'fromPeriod has no frequency; say which targets are copied, such as MONTHLY.'
    throw new DomainError('INVALID', message, ['fromPeriod', 'frequency'])
  }
  if (toPeriod.frequency && toPeriod.frequency !== frequency) {
    const message = `toPeriod is ${toPeriod.frequency} and fromPeriod ${frequency}; expected the same, or none in toPeriod.`
    throw new DomainError('INVALID', message, ['toPeriod', 'frequency'])
  }
  const calendar = await loadCalendar(tx)
  const otherwise = { frequency, instant: presentInstant(tx, null) }
  const from = askedPeriod(calendar, fromPeriod, otherwise, ['fromPeriod'])
  const to = askedPeriod(calendar, toPeriod, otherwise, ['toPeriod'])
  if (from.start !== to.start) return [from, to]
  throw new DomainError('INVALID', `Both periods are ${from.label}; expected two different ones.`, [
    'toPeriod',
  ])
}

interface Source extends TargetInForce {
  readonly amount: Decimal
}

/** By the tree and the teams of the present. Archived metrics are left behind. */
async function sourcesOf(tx: Change, { nodeId, includeBelow }: Copy, period: Period): Promise<Source[]> {
  const metrics = [...(await loadCatalogue(tx, null)).values()].filter(({ status }) => status === 'ACTIVE')
  const ids = subtreeOf((await loadWholeTree(tx, null)).children, nodeId)
  const branch = nodeId === tx.companyId ? null : { ids, isTop: false }
  const keys = metrics.map(({ id }) => ({ metricId: id, period, asOf: null, branch }))
  const found = (await readInForce(tx, keys, whose({ branch })))
    .flat()
    .filter((row): row is Source => row.amount !== null)
  const isIn = async (row: Source) => {
    if (!includeBelow) return row.nodeId === nodeId
    return (await pathOf(tx, row.nodeId ?? row.teamId ?? tx.companyId)).includes(nodeId)
  }
  const sources: Source[] = []
  for (const row of found) if (await isIn(row)) sources.push(row)
  assertCount(sources.length)
  return sources
}

function assertCount(count: number): void {
  if (count <= MAX_COPIED_TARGETS) return
  const message = `There are ${count} targets on the node and below; at most ${MAX_COPIED_TARGETS} are copied at once. Copy those of one node below after the other.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['nodeId'])
}

interface Terms {
  readonly to: Period
  readonly raise: Raise | null
  readonly replace: boolean
}

function itemOf({ metricId, nodeId, userId, amount, carriesForward }: Source, terms: Terms): AskedSetting {
  const { frequency, start } = terms.to
  return {
    ...{ metricId, nodeId, userId, expectedVersion: null, keepsOwn: !terms.replace },
    period: { frequency, containing: start },
    amount: terms.raise ? raised(amount, terms.raise) : amount,
    carryForward: carriesForward,
  }
}
