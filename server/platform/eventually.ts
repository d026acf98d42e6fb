/** Something that is there, or will be. */
export type Eventually<T> = T | Promise<T>

type Key = string | number | object | null | undefined

/** What is known under a key; once it is there, it is had at once. */
export class Known<T> {
  readonly #values = new Map<Key, Eventually<T>>()

  /** Undefined where nothing is. */
  get(key: Key): Eventually<T> | undefined {
    return this.#values.get(key)
  }

  /** The value, to be known under the key from now on. */
  keep(key: Key, value: Eventually<T>): Eventually<T> {
    this.#values.set(key, value)
    if (value instanceof Promise)
      value.then(
        (settled: T) => {
          if (this.#values.get(key) === value) this.#values.set(key, settled)
        },
        () => undefined,
      )
    return value
  }
}

/** Under one key: `Known`. */
export type Keys = readonly [Key, Key, ...Key[]]
type Level<T> = Map<Key, Level<T> | Known<T>>

/**
 * What is known under several keys together, each a level of its own: to put them into one word would cost more than what
 * is looked up. The keys of all that is remembered in one are as many; an object is itself and no other.
 */
export class Remembered<T> {
  readonly #root: Level<T> = new Map()

  /** Undefined where nothing is. */
  known(keys: Keys): Eventually<T> | undefined {
    const last = keys.length - 1
    let level: Level<T> | Known<T> | undefined = this.#root
    for (let index = 0; index < last && level; index += 1) level = (level as Level<T>).get(keys[index])
    return (level as Known<T> | undefined)?.get(keys[last])
  }

  /** What is known under the keys, else what `make` gives. */
  of(keys: Keys, make: () => Eventually<T>): Eventually<T> {
    const found = this.known(keys)
    return found === undefined ? this.keep(keys, make()) : found
  }

  /** The value, to be known under the keys from now on. */
  keep(keys: Keys, value: Eventually<T>): Eventually<T> {
    const last = keys.length - 1
    let level: Level<T> | Known<T> = this.#root
    for (let index = 0; index < last; index += 1) {
      const above: Level<T> = level as Level<T>
      const below = above.get(keys[index]) ?? (index === last - 1 ? new Known<T>() : new Map())
      above.set(keys[index], below)
      level = below
    }
    return (level as Known<T>).keep(keys[last], value)
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
