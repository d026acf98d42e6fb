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

  /** What is known under the key, else what `make` gives, to be known from now on. */
  of(key: Key, make: () => Eventually<T>): Eventually<T> {
    const found = this.#values.get(key)
    return found === undefined ? this.keep(key, make()) : found
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
  /** Who asks for many, one after another, gives the same keys but for the last. */
  #latest: { readonly keys: Keys; readonly level: Known<T> } | null = null

  /** What is known under the keys, else what `make` gives, to be known from now on. */
  of(keys: Keys, make: () => Eventually<T>): Eventually<T> {
    return this.#levelOf(keys).of(keys[keys.length - 1], make)
  }

  /** What is known under all keys but the last. */
  #levelOf(keys: Keys): Known<T> {
    if (this.#latest && differInLastOnly(this.#latest.keys, keys)) return this.#latest.level
    let level = this.#root
    for (const key of keys.slice(0, -2)) {
      const below = (level.get(key) as Level<T> | undefined) ?? (new Map() as Level<T>)
      level.set(key, below)
      level = below
    }
    const key = keys[keys.length - 2]
    const found = (level.get(key) as Known<T> | undefined) ?? new Known<T>()
    level.set(key, found)
    this.#latest = { keys, level: found }
    return found
  }
}

function differInLastOnly(one: Keys, other: Keys): boolean {
  for (let index = 0; index < one.length - 1; index += 1) if (one[index] !== other[index]) return false
  return true
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
