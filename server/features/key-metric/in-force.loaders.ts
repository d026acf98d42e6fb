import { LRUCache } from 'lru-cache'
import { effectiveKeyMetrics, type EffectiveKeyMetric } from '../../domain/effective-key-metric.js'
import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import { keepable, saysTheSameAs, type Saying } from '../../platform/graphql/execution/sharing.js'
import { perVersion } from '../../platform/per-version.js'
import { loadCatalogue, loadFrequencies, type MetricRow } from '../metric/metric.loaders.js'
import { loadConfiguration, type Configuration } from './configuration.loaders.js'

export interface EffectiveRow extends EffectiveKeyMetric, Saying {
  readonly metric: MetricRow
  readonly frequency: Frequency
  readonly asOf: Date | null
}

/** The key metrics in force on every node of a company at one instant. */
interface InForce {
  on(nodeId: string): readonly EffectiveRow[]
  /** About how many bytes the rows of all nodes take, as far as they are kept. */
  readonly bytes: number
}

const BYTES_OF_ROW = 250
/** For the rows of all nodes of a company; of one that has more, the nodes asked for last are kept. */
const MAX_BYTES = 64 * 1024 ** 2

/** Of the present each node is worked out once for all requests; rows are nobody's to change. */
export const loadInForce = perVersion<InForce>(
  async (ctx, at) => {
    const [configuration, catalogue, frequencies] = await Promise.all([
      loadConfiguration(ctx, at),
      loadCatalogue(ctx, at),
      loadFrequencies(ctx, at),
    ])
    const rows = configuration.nodes.size * (catalogue.size + 1)
    return {
      on: keptRows((nodeId) => rowsOn(nodeId, configuration, catalogue, frequencies)),
      bytes: Math.min(rows * BYTES_OF_ROW, MAX_BYTES),
    }
  },
  ({ bytes }) => bytes,
)

function rowsOn(
  nodeId: string,
  configuration: Configuration,
  catalogue: ReadonlyMap<string, MetricRow>,
  frequencies: Readonly<Record<KeyMetricKind, Frequency>>,
): EffectiveRow[] {
  const resolution = configuration.resolution(nodeId)
  if (resolution === null) return []
  return effectiveKeyMetrics(resolution, catalogue).map((row) => {
    const { metricId, kind, status } = row
    // Whoever inherits a metric as it is has it in the very state of the level above.
    const says = status === 'INHERITED' ? resolution.shown.get(metricId) : undefined
    const metric = catalogue.get(metricId)!
    return Object.assign(row, saysTheSameAs(says), { metric, frequency: frequencies[kind], asOf: null })
  })
}

function keptRows(rowsOf: (nodeId: string) => EffectiveRow[]): InForce['on'] {
  const known = new LRUCache<string, readonly EffectiveRow[]>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ length }) => (length + 1) * BYTES_OF_ROW,
  })
  return (nodeId) => {
    const rows = known.get(nodeId) ?? keepable(rowsOf(nodeId))
    known.set(nodeId, rows)
    return rows
  }
}
