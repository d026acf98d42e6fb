/** Negative when a comes first, 0 when they are the same, positive when b does; texts by code units, in no language. */
export function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
