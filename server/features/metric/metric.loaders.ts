import {
  DEFAULT_FREQUENCY,
  type Frequency,
  type KeyMetricKind,
  type MetricDirection,
  type MetricInForce,
} from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Eventually } from '../../platform/eventually.js'
import { perVersion } from '../../platform/per-version.js'
import { assertScope } from '../org/sight.loaders.js'

export interface MetricRow extends MetricInForce {
  readonly name: string
  readonly description: string
  readonly unit: string
  readonly direction: MetricDirection
  readonly version: number
}

/** Of the tables metric as `m` and metric_state as `s`. */
const COLUMNS = `m.id, m.key, m.name, m.description, m.unit, m.direction, s.version, s.status, s.default_kind AS "defaultKind"`

const catalogueOf = perVersion(readCatalogue)
const frequenciesOf = perVersion(readFrequencies)

async function readCatalogue({ manager, companyId }: Context, at: Date): Promise<Map<string, MetricRow>> {
  const rows = await manager.query<MetricRow[]>(
    `SELECT ${COLUMNS}
       FROM metric m
       JOIN metric_state s ON s.company_id = m.company_id AND s.metric_id = m.id
      WHERE m.company_id = $1 AND ${holdsAt('s', '$2')}
      ORDER BY m.key COLLATE "C"`,
    [companyId, at],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

type Frequencies = Record<KeyMetricKind, Frequency>

async function readFrequencies({ manager, companyId }: Context, at: Date): Promise<Frequencies> {
  const rows = await manager.query<{ kind: KeyMetricKind; frequency: Frequency }[]>(
    `SELECT f.kind, f.frequency FROM tracking_frequency f WHERE f.company_id = $1 AND ${holdsAt('f', '$2')}`,
    [companyId, at],
  )
  return { ...DEFAULT_FREQUENCY, ...Object.fromEntries(rows.map(({ kind, frequency }) => [kind, frequency])) }
}

/** The whole catalogue, archived metrics included, by id; in the order of the keys. Whoever asks: for what decides. */
export function loadCatalogue(ctx: Context, asOf: Date | null): Eventually<ReadonlyMap<string, MetricRow>> {
  return catalogueOf(ctx, asOf)
}

/** A metric at an instant, for the place so many in a list. */
export interface MetricAtPlace {
  readonly place: number
  readonly metric: MetricRow
}

/** Single metrics as they were at many instants, in one statement. Whoever asks: for what decides. */
export async function loadMetricsAt(
  { manager, companyId }: Context,
  asked: readonly { readonly place: number; readonly metricId: string; readonly at: Date }[],
): Promise<MetricAtPlace[]> {
  const rows = await manager.query<(MetricRow & { readonly place: number })[]>(
    `SELECT DISTINCT q.place, ${COLUMNS}
       FROM unnest($2::int[], $3::uuid[], $4::timestamptz[]) AS q(place, metric_id, at)
       JOIN metric m ON m.company_id = $1 AND m.id = q.metric_id
       JOIN metric_state s ON s.company_id = $1 AND s.metric_id = m.id AND ${holdsAt('s', 'q.at')}`,
    [
      companyId,
      asked.map(({ place }) => place),
      asked.map(({ metricId }) => metricId),
      asked.map(({ at }) => at),
    ],
  )
  return rows.map(({ place, ...metric }) => ({ place, metric }))
}

/** When a metric that was not in the catalogue at the instant came into it; null: never since. */
export async function loadArrival(
  { manager, companyId }: Context,
  metricId: string,
  after: Date,
): Promise<Date | null> {
  const [row] = await manager.query<[{ arrival: Date | null }]>(
    `SELECT min(s.valid_from) AS arrival
       FROM metric_state s
      WHERE s.company_id = $1 AND s.metric_id = $2 AND s.valid_from > $3`,
    [companyId, metricId, after],
  )
  return row.arrival
}

/** The whole catalogue, to be shown. @throws FORBIDDEN for an API key without the scope. */
export async function loadMetrics(ctx: Context, asOf: Date | null): Promise<MetricRow[]> {
  assertScope(ctx, 'see the catalogue')
  return [...(await catalogueOf(ctx, asOf)).values()]
}

/** Null for an id that is not a metric of the viewer's company. @throws as `loadMetrics`. */
export async function loadMetric(ctx: Context, id: string, asOf: Date | null): Promise<MetricRow | null> {
  assertScope(ctx, 'see the catalogue')
  return (await catalogueOf(ctx, asOf)).get(id) ?? null
}

/** How often the company looks at each kind. */
export function loadFrequencies(ctx: Context, asOf: Date | null): Eventually<Frequencies> {
  return frequenciesOf(ctx, asOf)
}
