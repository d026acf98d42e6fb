import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../../domain/audit.js'
import { decimalOf, type Decimal } from '../../domain/decimal.js'
import { DomainError } from '../../domain/errors.js'
import { domainError, type Rejected } from '../../platform/database/batch.js'
import type { Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { isUuid } from '../../platform/uuid.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import {
  assertMaySet,
  assertOneOwner,
  loadTargetPeople,
  type AskedOwner,
  type People,
} from './target-owner.js'
import { loadAskedPeriod } from './target-period.js'
import type { SetTarget, TargetPlace } from './target.row.js'
import { lockTargetsOf, readHolding, storeTargets, type TargetToStore } from './target-store.js'

/** One target as a caller asks for it. */
export interface AskedSetting extends AskedOwner {
  readonly metricId: string
  readonly period?: AskedPeriod | null
  /** Null: none of its own, which is to say what the level below adds up to. */
  readonly amount: string | null
  readonly carryForward: boolean
  /** The version of what holds there, 0 for nothing; null replaces whatever it is. */
  readonly expectedVersion: number | null
  /** True: what was set for this very period stays. */
  readonly keepsOwn?: boolean
}

interface Outcome {
  readonly status: 'CREATED' | 'UPDATED' | 'UNCHANGED'
  readonly place: TargetPlace
}

/** What becomes of an item. */
export type ItemResult = Outcome | Rejected

/**
 * Sets those of the targets that can be set, with an audit entry for each; answers in their order. The number of
 * statements does not depend on theirs.
 */
export async function setItems(
  tx: Change,
  action: AuditAction,
  items: readonly AskedSetting[],
): Promise<ItemResult[]> {
  const people = await loadTargetPeople(tx, items)
  const catalogue = await loadCatalogue(tx, null)
  const given = { people, catalogue }
  const drafts = await Promise.all(items.map((item) => draftOf(tx, given, item).catch(domainError)))
  const valid = firstsOfEach(drafts)
  await lockTargetsOf(
    tx,
    valid.map(({ place }) => place.metricId),
  )
  const holding = await readHolding(
    tx,
    valid.map(({ place }) => place),
  )
  const plans = new Map(valid.map((draft, index) => [draft, planOf(draft, holding[index]!)]))
  const steps = [...plans.values()].filter((plan): plan is Step => 'row' in plan)
  await storeTargets(
    tx,
    steps.map(({ row }) => row),
  )
  for (const step of steps) record(tx, action, people, step)
  return drafts.map((draft) => resultOf(draft, plans, drafts))
}

interface Draft {
  readonly item: AskedSetting
  readonly place: TargetPlace
  readonly amount: Decimal | null
  readonly metric: MetricRow
}

interface Given {
  readonly people: People
  readonly catalogue: ReadonlyMap<string, MetricRow>
}

/** @throws DomainError INVALID, NOT_FOUND, FORBIDDEN, LIMIT_EXCEEDED naming the field. */
async function draftOf(tx: Change, { people, catalogue }: Given, item: AskedSetting): Promise<Draft> {
  const { metricId, nodeId = null, userId = null } = item
  assertOneOwner(item)
  await assertMaySet(tx, item, people)
  const metric = catalogue.get(metricId)
  if (!metric || !isUuid(metricId))
    throw new DomainError('NOT_FOUND', 'There is no such metric; read `metrics` for those there are.', [
      'metricId',
    ])
  const amount = item.amount === null ? null : decimalOf(item.amount, 'amount')
  if (amount !== null && metric.status === 'ARCHIVED') throw archived(metric)
  const at = nodeId ?? people.get(userId!)?.teamId ?? null
  const period = await loadAskedPeriod(tx, { metricId, nodeId: at, period: item.period, asOf: null })
  return { item, metric, amount, place: { metricId, nodeId, userId, period } }
}

function archived({ key }: MetricRow): DomainError {
  const message = `${key} is archived, so that nothing shows its targets; restore it first, or choose another metric.`
  return new DomainError('INVALID', message, ['metricId'])
}

/** What is to be written for a draft, or how it stands without. */
interface Step {
  readonly status: 'CREATED' | 'UPDATED'
  readonly place: TargetPlace
  readonly row: TargetToStore
  readonly before: SetTarget | null
}
type Plan = Step | Outcome | Rejected

function planOf(draft: Draft, holds: SetTarget | null): Plan {
  const { item, place, amount, metric } = draft
  const own = holds !== null && holds.periodStart >= place.period.start ? holds : null
  if ((own && item.keepsOwn) || isSoAlready(draft, holds, own)) return { status: 'UNCHANGED', place }
  const version = holds?.version ?? 0
  try {
    assertExpected(`The target of ${metric.key} for ${place.period.label}`, version, item.expectedVersion)
  } catch (error) {
    return { status: 'REJECTED', error: domainError(error) }
  }
  const id = own?.id ?? randomUUID()
  const row = { place, id, amount, carriesForward: item.carryForward, version: version + 1 }
  return { status: own ? 'UPDATED' : 'CREATED', place, row, before: own }
}

/** Null: whatever was set. 0 is also what is sent when nothing is. @throws DomainError VERSION_CONFLICT. */
function assertExpected(what: string, version: number, expected: number | null): void {
  if (expected === null) return
  if (expected !== 0 || version === 0) return assertVersion(what, version, expected)
  const message = `${what} is set already, at version ${version}; expectedVersion is 0, or left out, which is for one that was never set. Read it, and send its version to change it.`
  throw new DomainError('VERSION_CONFLICT', message, ['expectedVersion'])
}

/** What is carried from an earlier period is not set here: once it is, a change of the earlier one does not reach it. */
function isSoAlready({ item, amount }: Draft, holds: SetTarget | null, own: SetTarget | null): boolean {
  if (own) return own.amount === amount && own.carriesForward === item.carryForward
  return amount === null && (holds === null || holds.amount === null)
}

function record(tx: Change, action: AuditAction, people: People, { place, row, before }: Step): void {
  const { metricId, nodeId, userId, period } = place
  const owner = nodeId === null ? { userId } : { nodeId }
  const terms = { metricId, ...owner, frequency: period.frequency, periodStart: period.start }
  const { amount, carriesForward } = row
  tx.record({
    action,
    nodeId: nodeId ?? people.get(userId!)?.teamId ?? tx.companyId,
    entityId: row.id,
    before: before && { ...terms, amount: before.amount, carriesForward: before.carriesForward },
    after: { ...terms, amount, carriesForward },
  })
}

/** Of those for the same place the first. */
function firstsOfEach(drafts: readonly (Draft | DomainError)[]): Draft[] {
  const firsts = new Map<string, Draft>()
  for (const draft of drafts) {
    if (!(draft instanceof DomainError) && !firsts.has(keyOf(draft))) firsts.set(keyOf(draft), draft)
  }
  return [...firsts.values()]
}

function keyOf({ place: { metricId, nodeId, userId, period } }: Draft): string {
  return [metricId, nodeId ?? userId, period.frequency, period.start].join('/')
}

function resultOf(
  draft: Draft | DomainError,
  plans: ReadonlyMap<Draft, Plan>,
  drafts: readonly (Draft | DomainError)[],
): ItemResult {
  if (draft instanceof DomainError) return { status: 'REJECTED', error: draft }
  const plan = plans.get(draft)
  if (plan) return plan.status === 'REJECTED' ? plan : { status: plan.status, place: plan.place }
  const first = drafts.findIndex((one) => !(one instanceof DomainError) && keyOf(one) === keyOf(draft))
  const message = `Item ${first} is of the same metric, period and node or person already; send one of them.`
  return { status: 'REJECTED', error: new DomainError('DUPLICATE', message) }
}
