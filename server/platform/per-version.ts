import { LRUCache } from 'lru-cache'
import type { DataSource } from 'typeorm'
import { instantOf, type Context } from './context.js'
import { Remembered, type Eventually } from './eventually.js'
import { perRequest } from './per-request.js'

/** Reads at the instant `at`, and nothing that is not of it. */
type Load<T> = (ctx: Context, at: Date) => Promise<T>

/** About how many bytes a value takes, with all that hangs on it alone and will be worked out from it. */
type Weigh<T> = (value: T) => number

interface Entry {
  readonly version: number
  readonly loading: Promise<unknown>
  readonly loaded?: { readonly value: unknown }
}

/** By company and part: only the present is kept. */
type Presents = LRUCache<string, Entry>

/** For all companies together; the least recently used go first. */
const MAX_BYTES = 256 * 1024 ** 2
/** What is being loaded, and parts of which no company has many. */
const SMALL = 2_000

const presents = new WeakMap<DataSource, Presents>()
let parts = 0

/**
 * A part of a company's configuration, kept in the process under the company's version. Every change makes a new
 * version in its own transaction and every request reads the version in the statement that finds its viewer, so what
 * is kept is never stale and nobody has to be told. A version is read at the instant it came to be, at which nothing
 * can change any more: several statements see one state without a transaction around them. The past is kept for the
 * request only, since there is no end of it; and so is what a change reads, since it may yet be rolled back.
 * What was loaded before is answered at once.
 */
export function perVersion<T>(
  load: Load<T>,
  weigh: Weigh<T> = () => SMALL,
): (ctx: Context, asOf: Date | null) => Eventually<T> {
  const part = String(parts++)
  const ofRequest = perRequest(() => new Remembered<T>())
  return (ctx, asOf) => {
    const at = instantOf(ctx, asOf)
    return ofRequest(ctx).of([ctx.moment.version, at.getTime()], () => find(ctx, at))
  }

  function find(ctx: Context, at: Date): Eventually<T> {
    const isPresent = at.getTime() === ctx.moment.at.getTime()
    const kept = isPresent ? presentsOf(ctx.manager.connection) : null
    const key = `${ctx.companyId}/${part}`
    const shared = kept?.get(key)
    // Whoever holds the company's lock does not wait for a read: that may be waiting for a connection, and those who
    // wait for the lock have them all.
    const isChange = ctx.manager.queryRunner !== undefined
    if (shared?.version === ctx.moment.version) {
      if (shared.loaded) return shared.loaded.value as T
      if (!isChange) return shared.loading as Promise<T>
    }
    const value = load(ctx, at)
    if (kept && !isChange) keep(kept, key, { version: ctx.moment.version, value, weigh })
    return value
  }
}

interface Loading<T> {
  readonly version: number
  readonly value: Promise<T>
  readonly weigh: Weigh<T>
}

/** A load that fails is forgotten. */
function keep<T>(kept: Presents, key: string, { version, value: loading, weigh }: Loading<T>): void {
  const entry: Entry = { version, loading }
  kept.set(key, entry, { size: SMALL })
  const isKept = () => kept.peek(key) === entry
  loading.then(
    (value) => {
      if (isKept()) kept.set(key, { ...entry, loaded: { value } }, { size: Math.ceil(weigh(value)) })
    },
    () => {
      if (isKept()) kept.delete(key)
    },
  )
}

function presentsOf(database: DataSource): Presents {
  const known = presents.get(database)
  if (known) return known
  const cache: Presents = new LRUCache({ maxSize: MAX_BYTES })
  presents.set(database, cache)
  return cache
}
