import { compare, divide, subtract, sumOf, ZERO, type Decimal } from './decimal.js'
import { metricValue, type MetricValue } from './metric-value.js'

/** What one part of a number adds to it. */
export interface ValuePart extends MetricValue {
  /**
   * The node or person it comes from; null for what none of them accounts for: at a node, what is credited to
   * the node itself or to people without a team; at a team, what is credited to nobody in it.
   */
  readonly id: string | null
  /** Of the whole numerator, as a fraction rounded to 6 digits; null when the whole is 0. */
  readonly share: Decimal | null
  /**
   * Of the whole denominator, likewise; null where nothing is divided. A part whose share is above its weight
   * raises the average or ratio, one below it lowers it.
   */
  readonly weight: Decimal | null
}

/**
 * What a number is made of: the nodes below, or the people of a team, the largest numerator first, then by id;
 * last what none of them accounts for, unless that is nothing. Numerators and denominators always add up to
 * those of the whole exactly; the values of averages and ratios never do.
 */
export function partsOf(whole: MetricValue, sources: ReadonlyMap<string, MetricValue>): ValuePart[] {
  const accounted = [...sources].sort(byNumerator).map(([id, source]) => partOf(whole, id, source))
  const rest = partOf(whole, null, restOf(whole, [...sources.values()]))
  return isNothing(rest) ? accounted : [...accounted, rest]
}

/** The largest first, then by id. */
export function byNumerator([idA, a]: [string, MetricValue], [idB, b]: [string, MetricValue]): number {
  return compare(b.numerator, a.numerator) || (idA < idB ? -1 : 1)
}

function partOf(whole: MetricValue, id: string | null, { numerator, denominator }: MetricValue): ValuePart {
  return {
    id,
    ...metricValue(numerator, denominator),
    share: divide(numerator, whole.numerator),
    weight: whole.denominator === null ? null : divide(denominator ?? ZERO, whole.denominator),
  }
}

/** What is left of a number when some of its parts are taken off. */
export function restOf(whole: MetricValue, sources: readonly Omit<MetricValue, 'value'>[]): MetricValue {
  const numerator = subtract(whole.numerator, sumOf(sources.map((source) => source.numerator)))
  if (whole.denominator === null) return metricValue(numerator, null)
  const denominators = sumOf(sources.map(({ denominator }) => denominator ?? ZERO))
  return metricValue(numerator, subtract(whole.denominator, denominators))
}

export function isNothing({
  numerator,
  denominator,
}: Pick<MetricValue, 'numerator' | 'denominator'>): boolean {
  return numerator === ZERO && (denominator ?? ZERO) === ZERO
}
