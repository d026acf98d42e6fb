import DataLoader from 'dataloader'
import type { Context } from './context.js'
import { assertNotRefused } from './graphql/limits/object-budget.js'
import { groupBy } from './group-by.js'

/** One value per request, made on first use: nobody keeps a central list of loaders. */
export function perRequest<T>(make: (ctx: Context) => T): (ctx: Context) => T {
  const values = new WeakMap<Context, T>()
  return (ctx) => {
    const known = values.get(ctx)
    if (known !== undefined) return known
    const value = make(ctx)
    values.set(ctx, value)
    return value
  }
}

/**
 * A loader that remembers nothing. `read` is called once for all keys that are asked for in one go, and not at all for a
 * request that is refused: nobody will see what it reads.
 */
export function createLoader<K, V>(
  ctx: Context,
  read: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  return new DataLoader(
    async (keys) => {
      assertNotRefused(ctx)
      return read(keys)
    },
    { cache: false },
  )
}

/** An id at an instant; null is the present. Dates are part of the key, so that then and now take one path. */
export interface Dated {
  readonly id: string
  readonly asOf: Date | null
}

/**
 * A loader whose keys say more than an id. `load` is called once for all keys that differ in their id only, with one
 * of them as `sample`, and answers by id; an id missing from its answer loads as undefined. `schedule` says when; left out:
 * when nothing else is left to do, so that as many as possible share a statement.
 */
export function batchLoader<K extends Dated, V>(
  load: (ctx: Context, ids: readonly string[], sample: K) => Promise<ReadonlyMap<string, V>>,
  schedule?: (read: () => void) => void,
): (ctx: Context) => DataLoader<K, V | undefined, string> {
  return perRequest(
    (ctx) =>
      new DataLoader((keys) => loadGroups(ctx, keys, load), {
        cacheKeyFn: (key) => `${ctx.moment.version}/${key.id}/${apartFromId(key)}`,
        ...(schedule && { batchScheduleFn: schedule }),
      }),
  )
}

async function loadGroups<K extends Dated, V>(
  ctx: Context,
  keys: readonly K[],
  load: (ctx: Context, ids: readonly string[], sample: K) => Promise<ReadonlyMap<string, V>>,
): Promise<(V | undefined)[]> {
  assertNotRefused(ctx)
  const groups = [...groupBy(keys, apartFromId)]
  const answers = await Promise.all(
    groups.map(async ([group, members]) => {
      const ids = members.map(({ id }) => id)
      return [group, await load(ctx, ids, members[0]!)] as const
    }),
  )
  const byGroup = new Map(answers)
  return keys.map((key) => byGroup.get(apartFromId(key))?.get(key.id))
}

function apartFromId({ id: _, ...rest }: Dated): string {
  return JSON.stringify(rest)
}
