import { compare, type Decimal } from './decimal.js'
import type { MetricDirection } from './metric.js'

/**
 * The place of each by its value, 1 being the best: the largest, or the smallest of a limit (DECREASE). Equals share a
 * place and the next one comes behind all of them: 1, 1, 3. What has no value has no place.
 */
export function placesOf(
  values: ReadonlyMap<string, Decimal | null>,
  direction: MetricDirection,
): Map<string, number> {
  const better = direction === 'INCREASE' ? -1 : 1
  const ranked = [...values]
    .flatMap(([id, value]) => (value === null ? [] : [{ id, value }]))
    .sort((a, b) => better * compare(a.value, b.value))
  const places = new Map<string, number>()
  ranked.forEach(({ id, value }, index) => {
    const before = ranked[index - 1]
    const isEqual = before !== undefined && compare(before.value, value) === 0
    places.set(id, isEqual ? places.get(before.id)! : index + 1)
  })
  return places
}
