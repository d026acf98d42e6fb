import { LRUCache } from 'lru-cache'
import type { DataSource } from 'typeorm'
import { instantOf, type Context } from './context.js'

/** Reads at the instant `at`, and nothing that is not of it. */
type Load<T> = (ctx: Context, at: Date) => Promise<T>

/** Enough for the companies a process serves at a time; the least recently used go first. */
const MAX_SNAPSHOTS = 256

/**
 * A part of a company's configuration, kept in the process under the company's version. Every change makes a new
 * version in its own transaction and every request reads the version in the statement that finds its viewer, so what
 * is kept is never stale and nobody has to be told. A version is read at the instant it came to be, at which nothing
 * can change any more: several statements see one state without a transaction around them. Inside a change it gives
 * the state the change found, and keeps nothing, since what it reads then may yet be rolled back.
 */
export function perVersion<T>(load: Load<T>): (ctx: Context, asOf: Date | null) => Promise<T> {
  const caches = new WeakMap<DataSource, LRUCache<string, Promise<T>>>()
  return (ctx, asOf) => {
    const cache = cacheOf(caches, ctx.manager.connection)
    const at = instantOf(ctx, asOf)
    const key = `${ctx.companyId}/${ctx.moment.version}/${at.toISOString()}`
    const known = cache.get(key)
    if (known) return known
    const loading = load(ctx, at)
    if (ctx.manager.queryRunner !== undefined) return loading
    cache.set(key, loading)
    loading.catch(() => cache.delete(key))
    return loading
  }
}

function cacheOf<T>(
  caches: WeakMap<DataSource, LRUCache<string, Promise<T>>>,
  database: DataSource,
): LRUCache<string, Promise<T>> {
  const known = caches.get(database)
  if (known) return known
  const cache = new LRUCache<string, Promise<T>>({ max: MAX_SNAPSHOTS })
  caches.set(database, cache)
  return cache
}
