/** Something that is there, or will be. */
export type Eventually<T> = T | Promise<T>

type Key = string | number | object | null | undefined
type Level<T> = Map<Key, Level<T> | Place<T>>

interface Place<T> {
  value: Eventually<T>
}

/**
 * What is known under several keys together, each a level of its own: to put them into one word would cost more than what
 * is looked up. The keys of all that is remembered in one are as many; an object is itself and no other.
 */
export class Remembered<T> {
  readonly #root: Level<T> = new Map()

  /** Undefined where nothing is. */
  known(keys: readonly Key[]): Eventually<T> | undefined {
    let level: Level<T> | Place<T> | undefined = this.#root
    for (let index = 0; index < keys.length && level; index += 1) level = (level as Level<T>).get(keys[index])
    return (level as Place<T> | undefined)?.value
  }

  /** What is known under the keys, else what `make` gives: once it is there, it is had at once. */
  of(keys: readonly Key[], make: () => Eventually<T>): Eventually<T> {
    const found = this.known(keys)
    return found === undefined ? this.keep(keys, make()) : found
  }

  /** The value, to be known under the keys from now on. */
  keep(keys: readonly Key[], value: Eventually<T>): Eventually<T> {
    const last = keys.length - 1
    let level = this.#root
    for (let index = 0; index < last; index += 1) {
      const below = level.get(keys[index]) as Level<T> | undefined
      if (below) level = below
      else level.set(keys[index], (level = new Map()))
    }
    const place: Place<T> = { value }
    level.set(keys[last], place)
    if (value instanceof Promise)
      value.then(
        (settled: T) => (place.value = settled),
        () => undefined,
      )
    return value
  }
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

/** All of them: at once where all are there. */
export function eventuallyAll<T>(values: readonly Eventually<T>[]): Eventually<T[]> {
  // Typed by what they come to: some may be there.
  const there = values as readonly T[]
  return values.some((value) => value instanceof Promise) ? Promise.all(there) : [...there]
}
