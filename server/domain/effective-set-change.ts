/** What became of the key metrics of a node between two instants, each list in the display order of its time. */
export interface EffectiveSetChange<M> {
  readonly appeared: readonly M[]
  /** As they were. */
  readonly disappeared: readonly M[]
  /** As they are. */
  readonly changed: readonly M[]
}

/**
 * Null when nothing did. `before` is null when nothing is known of it: then all of them appeared. A metric that is there
 * both times has changed when what `shownOf` gives of it is not the same: plain values, compared as they are written.
 */
export function effectiveSetChange<M extends { readonly metricId: string }>(
  before: readonly M[] | null,
  after: readonly M[],
  shownOf: (metric: M) => unknown,
): EffectiveSetChange<M> | null {
  const textOf = (metric: M) => JSON.stringify(shownOf(metric))
  const was = new Map((before ?? []).map((metric) => [metric.metricId, metric]))
  const is = new Set(after.map(({ metricId }) => metricId))
  const change = {
    appeared: after.filter(({ metricId }) => !was.has(metricId)),
    disappeared: [...was.values()].filter(({ metricId }) => !is.has(metricId)),
    changed: after.filter((metric) => {
      const then = was.get(metric.metricId)
      return then !== undefined && textOf(then) !== textOf(metric)
    }),
  }
  const isNone = Object.values(change).every(({ length }) => length === 0)
  return before !== null && isNone ? null : change
}
