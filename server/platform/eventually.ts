/** Something that is there, or will be. */
export type Eventually<T> = T | Promise<T>

/** What is known under the key, else what `make` gives: once it is there, it is had at once. */
export function remember<T>(
  known: Map<string, Eventually<T>>,
  key: string,
  make: () => Eventually<T>,
): Eventually<T> {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  if (made instanceof Promise)
    made.then(
      (value: T) => known.get(key) === made && known.set(key, value),
      () => undefined,
    )
  return made
}

/**
 * What `next` makes of it: at once where it is there. For what is done for each node or metric of a tree, where waiting
 * costs many times what is waited for.
 */
export function eventually<T, R>(
  value: Eventually<T>,
  next: (value: T) => Eventually<R>,
): Eventually<Awaited<R>> {
  return (value instanceof Promise ? value.then(next) : next(value)) as Eventually<Awaited<R>>
}
