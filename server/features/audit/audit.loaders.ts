import type { AuditAction } from '../../domain/audit.js'
import { subtreeOf } from '../../domain/org-node.js'
import { holdsScope, type ActsAs } from '../../domain/policy.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { countOf } from '../../platform/database/count.js'
import {
  connectionOf,
  instantBehind,
  type Connection,
  type Position,
} from '../../platform/graphql/connection.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { loadSight } from '../org/sight.loaders.js'
import { loadWholeTree } from '../org/tree.loaders.js'
import { loadUser } from '../people/user.loaders.js'

export interface AuditEntryRow {
  readonly id: string
  readonly at: Date
  /** Since when it holds, if it was dated back. */
  readonly effectiveAt: Date | null
  readonly action: AuditAction
  readonly actsAs: ActsAs
  /** A person or an API key, as `actsAs` says; null for the system. */
  readonly actorId: string | null
  readonly requestId: string
  readonly nodeId: string | null
  readonly fromNodeId: string | null
  readonly entityId: string | null
  readonly before: object | null
  readonly after: object | null
}

export interface AuditFilter {
  readonly nodeId?: string | null
  readonly includeBelow: boolean
  readonly actorId?: string | null
  readonly entityId?: string | null
  /** Half-open: from <= at < to. */
  readonly from?: Date | null
  readonly to?: Date | null
  readonly kinds?: readonly AuditAction[] | null
}

interface Page {
  readonly first: number
  readonly after: Position
}

const COLUMNS = `a.id, a.at, a.effective_at AS "effectiveAt", a.action, a.acts_as AS "actsAs", a.actor_id AS "actorId", a.request_id AS "requestId",
  a.node_id AS "nodeId", a.from_node_id AS "fromNodeId", a.entity_id AS "entityId", a.before, a.after`

/** What is about one of the nodes, or left one. */
const isOf = (nodes: string) =>
  `(a.node_id = ANY(${nodes}::uuid[]) OR a.from_node_id = ANY(${nodes}::uuid[]))`

/** What is of the nodes of one's sight as the tree is now, and what one did oneself. $1 to $4 are an `AuditSight`. */
const IN_SIGHT = `a.company_id = $1 AND ($2::boolean OR ${isOf('$3')} OR a.actor_id = $4::uuid)`

type AuditSight = readonly [
  companyId: string,
  isOfAll: boolean,
  nodes: readonly string[],
  self: string | null,
]

/** What a filter narrows to. $5 to $10 are `Conditions`. */
const FILTERED = `($5::uuid[] IS NULL OR ${isOf('$5')}) AND ($6::uuid IS NULL OR a.actor_id = $6)
  AND ($7::uuid IS NULL OR a.entity_id = $7) AND ($8::text[] IS NULL OR a.action = ANY($8))
  AND ($9::timestamptz IS NULL OR a.at >= $9) AND ($10::timestamptz IS NULL OR a.at < $10)`

/** Null does not narrow, an empty list finds nothing. */
type Conditions = readonly [
  nodes: readonly string[] | null,
  actor: string | null,
  entity: string | null,
  kinds: readonly AuditAction[] | null,
  from: Date | null,
  to: Date | null,
]

const entries = batchLoader<Dated, AuditEntryRow>(async (ctx, ids) => {
  const rows = await ctx.manager.query<AuditEntryRow[]>(
    `SELECT ${COLUMNS} FROM audit_entry a WHERE ${IN_SIGHT} AND a.id = ANY($5::uuid[])`,
    [...(await auditSight(ctx)), ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/** Null for an id that is not an entry in the viewer's sight. */
export async function loadAuditEntry(ctx: Context, id: string): Promise<AuditEntryRow | null> {
  const { actor } = ctx
  const mayRead = actor === SYSTEM || holdsScope(actor, 'see the audit log')
  return mayRead && isUuid(id) ? ((await entries(ctx).load({ id, asOf: null })) ?? null) : null
}

/** The entries that the viewer sees, the newest first. @throws FORBIDDEN for an API key without the scope. */
export async function loadAuditLog(
  ctx: Context,
  filter: AuditFilter,
  page: Page,
): Promise<Connection<AuditEntryRow>> {
  const parameters = [...(await auditSight(ctx)), ...(await conditionsOf(ctx, filter))]
  const rows = await ctx.manager.query<AuditEntryRow[]>(
    `SELECT ${COLUMNS} FROM audit_entry a
      WHERE ${IN_SIGHT} AND ${FILTERED} AND ($11::timestamptz IS NULL OR (a.at, a.id) < ($11, $12::uuid))
      ORDER BY a.at DESC, a.id DESC LIMIT $13`,
    [...parameters, instantBehind(page.after), page.after?.[1] ?? null, page.first + 1],
  )
  const found = `FROM audit_entry a WHERE ${IN_SIGHT} AND ${FILTERED}`
  const count = () => countOf(ctx.manager, found, parameters)
  return connectionOf(rows, page, ({ at, id }) => [at.toISOString(), id], count)
}

async function auditSight(ctx: Context): Promise<AuditSight> {
  const { isOfAll, whole } = await loadSight(ctx, 'see the audit log', null)
  return [ctx.companyId, isOfAll, isOfAll ? [] : whole(), actorIdOf(ctx)]
}

function actorIdOf({ actor }: Context): string | null {
  if (actor === SYSTEM) return null
  return actor.kind === 'PERSON' ? actor.userId : actor.keyId
}

async function conditionsOf(ctx: Context, filter: AuditFilter): Promise<Conditions> {
  const { nodeId, includeBelow, actorId, entityId, kinds, from, to } = filter
  const [node, actor, entity] = [nodeId, actorId, entityId].map(idOf) as [Id, Id, Id]
  return [
    node === null ? null : includeBelow ? await visibleSubtree(ctx, node) : [node],
    actor === null || (await isActorInSight(ctx, actor)) ? actor : NEVER_ISSUED,
    entity,
    ...([kinds ?? null, from ?? null, to ?? null] as const),
  ]
}

type Id = string | null

const NEVER_ISSUED = '00000000-0000-0000-0000-000000000000'

/** What can be no id of ours finds what an unknown one finds. */
function idOf(given: string | null | undefined): Id {
  return given === null || given === undefined || isUuid(given) ? (given ?? null) : NEVER_ISSUED
}

/** At present. What hangs below a node out of sight is not told; a node that is gone has nothing below it. */
async function visibleSubtree(ctx: Context, nodeId: string): Promise<string[]> {
  const { of } = await loadSight(ctx, 'see the audit log', null)
  if (of(nodeId) === null) return [nodeId]
  return subtreeOf((await loadWholeTree(ctx, null)).children, nodeId)
}

/** By whom a filter may ask: else it would tell what somebody out of sight did. */
async function isActorInSight(ctx: Context, actorId: string): Promise<boolean> {
  const { isOfAll } = await loadSight(ctx, 'see the audit log', null)
  return isOfAll || actorId === actorIdOf(ctx) || (await loadUser(ctx, actorId, null)) !== null
}
