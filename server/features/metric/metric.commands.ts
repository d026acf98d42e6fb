import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import {
  MAX_METRICS,
  assertMetricKey,
  type KeyMetricKind,
  type MetricDirection,
  type MetricStatus,
} from '../../domain/metric.js'
import { descriptionOf, nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { close, open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { onCompany } from '../org/permission.js'
import { MetricEntity } from './metric.entity.js'
import { loadDeletedMetricOfKey } from './deleted-metric.loaders.js'
import { loadCatalogue, type MetricRow } from './metric.loaders.js'
import { MetricStateEntity } from './metric-state.entity.js'

export interface NewMetric {
  readonly key: string
  readonly name: string
  readonly description?: string | null
  readonly unit: string
  readonly direction: MetricDirection
  readonly defaultKind: KeyMetricKind
}

/** @throws DomainError INVALID, DUPLICATE naming the holder of the key, LIMIT_EXCEEDED, FORBIDDEN. Answers its id. */
export function createMetric(ctx: Context, input: NewMetric): Promise<string> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    assertMetricKey(input.key)
    const texts = validTexts(input)
    await assertRoomFor(tx, input.key)
    // A key is of one metric for ever: one that was deleted is the same again.
    const gone = await loadDeletedMetricOfKey(tx, input.key)
    const metric = { id: gone?.id ?? randomUUID(), key: input.key, ...texts, direction: input.direction }
    await tx.manager.save(MetricEntity, { companyId: tx.companyId, ...metric })
    const { defaultKind } = input
    const version = (gone?.version ?? 0) + 1
    const state = { metricId: metric.id, status: 'ACTIVE' as const, defaultKind, version }
    await open(tx, MetricStateEntity, [state])
    recordMetric(tx, 'createMetric', null, { ...metric, ...state })
    return metric.id
  })
}

export interface MetricChange {
  readonly metricId: string
  readonly name?: string | null
  readonly description?: string | null
  readonly unit?: string | null
  readonly direction?: MetricDirection | null
  readonly defaultKind?: KeyMetricKind | null
  readonly expectedVersion: number
}

/** What is left out stays. @throws DomainError NOT_FOUND, INVALID, VERSION_CONFLICT, FORBIDDEN. */
export function updateMetric(ctx: Context, input: MetricChange): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const before = await metricOf(tx, input.metricId)
    await replace(tx, 'updateMetric', before, input.expectedVersion, {
      ...validTexts({
        name: input.name ?? before.name,
        description: input.description ?? before.description,
        unit: input.unit ?? before.unit,
      }),
      direction: input.direction ?? before.direction,
      defaultKind: input.defaultKind ?? before.defaultKind,
    })
  })
}

/** Archives or restores. @throws DomainError NOT_FOUND, VERSION_CONFLICT, FORBIDDEN. */
export function setMetricStatus(
  ctx: Context,
  { metricId, expectedVersion }: { readonly metricId: string; readonly expectedVersion: number },
  status: MetricStatus,
): Promise<void> {
  const action = status === 'ARCHIVED' ? 'archiveMetric' : 'restoreMetric'
  return change(ctx, onCompany('configure the company'), async (tx) => {
    await replace(tx, action, await metricOf(tx, metricId), expectedVersion, { status })
  })
}

/** Changes nothing, and asks for no version, when it is so already. */
async function replace(
  tx: Change,
  action: AuditAction,
  before: MetricRow,
  expectedVersion: number,
  changes: Partial<Omit<MetricRow, 'id' | 'key' | 'version'>>,
): Promise<void> {
  const after = { ...before, ...changes, version: before.version + 1 }
  const { name, description, unit, direction } = after
  if (Object.entries(changes).every(([field, value]) => before[field as keyof MetricRow] === value)) return
  assertVersion(`Metric ${before.key}`, before.version, expectedVersion)
  const { manager, companyId } = tx
  await manager.update(MetricEntity, { companyId, id: before.id }, { name, description, unit, direction })
  await putState(tx, after)
  recordMetric(tx, action, before, after)
}

/** Makes the next version of a metric, for what hangs on it, so that who read it before is told. */
export function touchMetric(tx: Change, metric: MetricRow): Promise<void> {
  return putState(tx, { ...metric, version: metric.version + 1 })
}

async function putState(
  tx: Change,
  { id: metricId, status, defaultKind, version }: MetricRow,
): Promise<void> {
  await close(tx, MetricStateEntity, { metricId })
  await open(tx, MetricStateEntity, [{ metricId, status, defaultKind, version }])
}

/** Takes a metric out of the catalogue from now on; as of earlier instants it is there. */
export async function endMetric(tx: Change, metric: MetricRow): Promise<void> {
  await close(tx, MetricStateEntity, { metricId: metric.id })
  tx.record({ action: 'deleteMetric', nodeId: null, entityId: metric.id, before: metric, after: null })
}

/** The metric as the change found it. @throws DomainError NOT_FOUND naming the input field. */
export async function metricOf(tx: Change, metricId: string): Promise<MetricRow> {
  const metric = (await loadCatalogue(tx, null)).get(metricId)
  if (metric) return metric
  throw new DomainError('NOT_FOUND', 'There is no such metric; read `metrics` for those there are.', [
    'metricId',
  ])
}

async function assertRoomFor(tx: Change, key: string): Promise<void> {
  const catalogue = [...(await loadCatalogue(tx, null)).values()]
  const holder = catalogue.find((metric) => metric.key === key)
  if (holder) {
    const hint = holder.status === 'ARCHIVED' ? 'It is archived: restore it, or choose' : 'Choose'
    throw new DomainError('DUPLICATE', `The key ${key} belongs to “${holder.name}”. ${hint} another key.`, [
      'key',
    ])
  }
  if (catalogue.length < MAX_METRICS) return
  throw new DomainError(
    'LIMIT_EXCEEDED',
    `A company has at most ${MAX_METRICS} metrics; yours has ${catalogue.length}.`,
  )
}

function validTexts({
  name,
  description,
  unit,
}: {
  name: string
  description?: string | null
  unit: string
}) {
  return {
    name: nameOf(name, 'name'),
    description: descriptionOf(description ?? '', 'description'),
    unit: nameOf(unit, 'unit'),
  }
}

function recordMetric(
  tx: Change,
  action: AuditAction,
  before: object | null,
  after: object & { id: string },
): void {
  tx.record({ action, nodeId: null, entityId: after.id, before, after })
}
