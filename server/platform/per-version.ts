import { LRUCache } from 'lru-cache'
import type { DataSource } from 'typeorm'
import { instantOf, type Context } from './context.js'
import { perRequest } from './per-request.js'

/** Reads at the instant `at`, and nothing that is not of it. */
type Load<T> = (ctx: Context, at: Date) => Promise<T>

interface Entry<T> {
  readonly version: number
  readonly value: Promise<T>
}

/** By company: only its present is kept. */
type Presents<T> = LRUCache<string, Entry<T>>

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
  const presents = new WeakMap<DataSource, Presents<T>>()
  const ofRequest = perRequest(() => new Map<string, Promise<T>>())
  return (ctx, asOf) => {
    const at = instantOf(ctx, asOf)
    const isPresent = at.getTime() === ctx.moment.at.getTime()
    const present = isPresent ? presentsOf(presents, ctx.manager.connection) : null
    const shared = present?.get(ctx.companyId)
    if (shared?.version === ctx.moment.version) return shared.value
    const key = `${ctx.moment.version}/${at.toISOString()}`
    const known = ofRequest(ctx).get(key)
    if (known) return known
    const value = load(ctx, at)
    if (present && ctx.manager.queryRunner === undefined) keep(present, ctx, value)
    else ofRequest(ctx).set(key, value)
    return value
  }
}

/** A load that fails is forgotten. */
function keep<T>(present: Presents<T>, { companyId, moment: { version } }: Context, value: Promise<T>): void {
  present.set(companyId, { version, value })
  value.catch(() => {
    if (present.peek(companyId)?.value === value) present.delete(companyId)
  })
}

function presentsOf<T>(presents: WeakMap<DataSource, Presents<T>>, database: DataSource): Presents<T> {
  const known = presents.get(database)
  if (known) return known
  const cache: Presents<T> = new LRUCache({ max: MAX_COMPANIES })
  presents.set(database, cache)
  return cache
}
