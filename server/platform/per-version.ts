import { LRUCache } from 'lru-cache'
import type { DataSource } from 'typeorm'
import { instantOf, type Context } from './context.js'
import { perRequest } from './per-request.js'

/** Reads at the instant `at`, and nothing that is not of it. */
type Load<T> = (ctx: Context, at: Date) => Promise<T>

/** Enough for the companies a process serves at a time; the least recently used go first. */
const MAX_COMPANIES = 256

/**
 * A part of a company's configuration, kept in the process under the company's version. Every change makes a new
 * version in its own transaction and every request reads the version in the statement that finds its viewer, so what
 * is kept is never stale and nobody has to be told. A version is read at the instant it came to be, at which nothing
 * can change any more: several statements see one state without a transaction around them. The past is kept for the
 * request only, since there is no end of it; and so is what a change reads, since it may yet be rolled back.
 */
export function perVersion<T>(load: Load<T>): (ctx: Context, asOf: Date | null) => Promise<T> {
  const presents = new WeakMap<DataSource, LRUCache<string, Promise<T>>>()
  const ofRequest = perRequest(() => new Map<string, Promise<T>>())
  return (ctx, asOf) => {
    const at = instantOf(ctx, asOf)
    const key = `${ctx.companyId}/${ctx.moment.version}/${at.toISOString()}`
    const isPresent = at.getTime() === ctx.moment.at.getTime()
    const shared = isPresent ? presentsOf(presents, ctx.manager.connection) : undefined
    const known = shared?.get(key) ?? ofRequest(ctx).get(key)
    if (known) return known
    const kept = shared && ctx.manager.queryRunner === undefined ? shared : ofRequest(ctx)
    const loading = load(ctx, at)
    kept.set(key, loading)
    loading.catch(() => kept.delete(key))
    return loading
  }
}

function presentsOf<T>(
  presents: WeakMap<DataSource, LRUCache<string, Promise<T>>>,
  database: DataSource,
): LRUCache<string, Promise<T>> {
  const known = presents.get(database)
  if (known) return known
  const cache = new LRUCache<string, Promise<T>>({ max: MAX_COMPANIES })
  presents.set(database, cache)
  return cache
}
