/** Something that is there, or will be. */
export type Eventually<T> = T | Promise<T>

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
