import type { Context } from '../../platform/context.js'
import {
  connectionOf,
  instantBehind,
  type Connection,
  type Position,
} from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { holdsAt } from '../../platform/database/interval.js'
import { isUuid } from '../../platform/uuid.js'
import { nodesBelow } from './celebrated-nodes.js'
import { IN_SIGHT, loadCelebrationSight } from './celebration-sight.js'
import {
  CELEBRATION_COLUMNS,
  celebrationRow,
  type CelebrationRow,
  type StoredCelebration,
} from './celebration.row.js'

interface Page {
  readonly first: number
  readonly after: Position
}

export interface CelebrationFilter {
  readonly includeWithdrawn: boolean
}

const one = batchLoader<Dated, CelebrationRow>(async (ctx, ids) => {
  const rows = await ctx.manager.query<StoredCelebration[]>(
    `SELECT ${CELEBRATION_COLUMNS} FROM celebration c WHERE ${IN_SIGHT} AND c.id = ANY($9::uuid[])`,
    [...(await loadCelebrationSight(ctx)), ids],
  )
  return new Map(rows.map((row) => [row.id, celebrationRow(row)]))
})

/** Null for an id that is no celebration in the viewer's sight. @throws FORBIDDEN for an API key without the scope. */
export async function loadCelebration(ctx: Context, id: string): Promise<CelebrationRow | null> {
  return isUuid(id) ? ((await one(ctx).load({ id, asOf: null })) ?? null) : null
}

type Ask = Dated & CelebrationFilter

/** Null: all of the company there is to be seen. */
type Below = (ctx: Context, ids: readonly string[]) => Promise<(readonly string[] | null)[]>

/** $9 says whether those withdrawn are among them. */
const SEEN = `${IN_SIGHT} AND ($9::boolean OR c.withdrawn_at IS NULL)`

/**
 * Those of whom `o` is about, at most `limit` of each, so that the newest of a few are not looked for among all: of the
 * whole company in the order of time, else by node and person.
 */
const OF_NODE = (limit: string) => `
    SELECT * FROM (SELECT c.* FROM celebration c WHERE o.nodes IS NULL AND ${SEEN} ${limit}) c
     UNION ALL
    SELECT c.* FROM unnest(o.nodes::uuid[]) AS n(id)
     CROSS JOIN LATERAL (SELECT c.* FROM celebration c WHERE c.node_id = n.id AND ${SEEN} ${limit}) c
     UNION ALL
    SELECT c.* FROM membership m
     CROSS JOIN LATERAL (SELECT c.* FROM celebration c WHERE c.user_id = m.user_id AND ${SEEN} ${limit}) c
     WHERE m.company_id = $1 AND m.team_id IN (SELECT unnest(o.nodes::uuid[])) AND ${holdsAt('m', '$2')}`

const OF_PERSON = (limit: string) => `
    SELECT * FROM (SELECT c.* FROM celebration c WHERE c.user_id = o.id AND ${SEEN} ${limit}) c`

const NEWEST = `AND ($12::timestamptz IS NULL OR (c.reached_at, c.id) < ($12, $13::uuid))
  ORDER BY c.reached_at DESC, c.id DESC LIMIT $14`

interface List {
  readonly found: (limit: string) => string
  readonly below: Below
}

/** $10 and $11 are `o`. */
async function parametersOf(ctx: Context, ids: readonly string[], asked: Ask, { below }: List) {
  const lists = (await below(ctx, ids)).map((nodes) => nodes && `{${nodes.join()}}`)
  return [...(await loadCelebrationSight(ctx)), asked.includeWithdrawn, ids, lists]
}

function pagesOf(list: List) {
  return batchLoader<Ask & Page, CelebrationRow[]>(async (ctx, ids, asked) => {
    const { first, after } = asked
    const rows = await ctx.manager.query<(StoredCelebration & { readonly ownerId: string })[]>(
      `SELECT o.id AS "ownerId", c.*
         FROM unnest($10::uuid[], $11::text[]) AS o(id, nodes)
        CROSS JOIN LATERAL (SELECT ${CELEBRATION_COLUMNS} FROM (${list.found(NEWEST)}) c WHERE true ${NEWEST}) c
        ORDER BY c."reachedAt" DESC, c.id DESC`,
      [...(await parametersOf(ctx, ids, asked, list)), instantBehind(after), after?.[1] ?? null, first + 1],
    )
    return groupBy(
      rows.map(({ ownerId, ...row }) => ({ ownerId, ...celebrationRow(row) })),
      ({ ownerId }) => ownerId,
    )
  })
}

function countsOf(list: List) {
  return batchLoader<Ask, number>(async (ctx, ids, asked) => {
    const rows = await ctx.manager.query<{ id: string; count: number }[]>(
      `SELECT o.id, count(*)::int AS count
         FROM unnest($10::uuid[], $11::text[]) AS o(id, nodes) CROSS JOIN LATERAL (${list.found('')}) c
        GROUP BY o.id`,
      await parametersOf(ctx, ids, asked, list),
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  })
}

const OF_NODES: List = { found: OF_NODE, below: nodesBelow }
const OF_PEOPLE: List = { found: OF_PERSON, below: async (_, ids) => ids.map(() => []) }
const LISTS = {
  node: { pages: pagesOf(OF_NODES), counts: countsOf(OF_NODES) },
  person: { pages: pagesOf(OF_PEOPLE), counts: countsOf(OF_PEOPLE) },
}

/**
 * What was celebrated of a node and all below it, people included, or of a person; as far as the viewer sees their
 * numbers, the newest first. @throws FORBIDDEN for an API key without the scope.
 */
export async function loadCelebrations(
  ctx: Context,
  owner: keyof typeof LISTS,
  { id, filter, page }: { readonly id: string; readonly filter: CelebrationFilter; readonly page: Page },
): Promise<Connection<CelebrationRow>> {
  const { pages, counts } = LISTS[owner]
  const asked = { id, asOf: null, ...filter }
  const rows = (await pages(ctx).load({ ...asked, ...page })) ?? []
  const count = async () => (await counts(ctx).load(asked)) ?? 0
  return connectionOf(rows, page, ({ reachedAt, id }) => [reachedAt.toISOString(), id], count)
}
