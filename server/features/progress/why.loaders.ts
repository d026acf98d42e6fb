import type { MetricValue } from '../../domain/metric-value.js'
import { largestParts, namedParts } from '../../domain/named-parts.js'
import { pathTo } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import { partsOf, type ValuePart } from '../../domain/value-parts.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { loadParts, type PartSum } from '../activity/parts.loaders.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'
import type { Figure } from './figure.js'
import { seesNumbersOfNode } from './numbers-sight.js'
import type { ProgressRow } from './progress.loaders.js'

export interface PartRow extends Omit<ValuePart, 'id'> {
  /** Both null: the rest. */
  readonly node: OrgNodeRow | null
  readonly user: UserRow | null
  readonly isRest: boolean
}

/**
 * What the number of a node is made of, what is out of sight being in the rest. Null for the number of a person.
 * @throws FORBIDDEN for an API key that may not read people, when people are among them.
 */
export async function loadWhy(ctx: Context, { figure, sums }: ProgressRow): Promise<PartRow[] | null> {
  const { subject, frame } = figure
  if (subject.isPerson) return null
  const { start: from, end: to } = frame.period
  const found = groupBy(await loadParts(ctx, { id: subject.id, from, to }), ({ partId }) => partId)
  const largest = largestParts(new Map([...found].map(([id, rows]) => [id, valueOfPart(figure, rows)])))
  const isPerson = (id: string) => found.get(id)![0]!.isPerson
  const seen = await seenParts(ctx, figure, [...largest.keys()], isPerson)
  const named = namedParts(largest, { isSeen: (id) => seen.has(id), isPerson }, selfOf(ctx))
  return partsOf(figure.valueOf(sums), named).map(({ id, ...part }) => ({
    ...part,
    ...(id === null ? REST : seen.get(id)!),
  }))
}

type Named = Pick<PartRow, 'node' | 'user' | 'isRest'>
const REST: Named = { node: null, user: null, isRest: true }

function valueOfPart(figure: Figure, rows: readonly PartSum[]): MetricValue {
  return figure.valueOf(rows.map((row) => ({ ...row, label: row.label === '' ? null : row.label })))
}

async function seenParts(
  ctx: Context,
  figure: Figure,
  ids: readonly string[],
  isPerson: (id: string) => boolean,
): Promise<ReadonlyMap<string, Named>> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const node = isPerson(id) ? null : await seenNode(ctx, id, figure.asOf)
      const user = isPerson(id) ? await seenPerson(ctx, id, figure) : null
      return node === null && user === null ? [] : ([[id, { node, user, isRest: false }]] as const)
    }),
  )
  return new Map(found.flat())
}

async function seenNode(ctx: Context, id: string, asOf: Date | null): Promise<OrgNodeRow | null> {
  return (await seesNumbersOfNode(ctx, { id, asOf })) ? loadOrgNode(ctx, id, asOf) : null
}

/** What somebody did for a node is seen by whoever sees the people of that node and, still, the person. */
async function seenPerson(ctx: Context, id: string, { nodeId, asOf }: Figure): Promise<UserRow | null> {
  const [user, tree] = await Promise.all([loadUser(ctx, id, asOf), loadTree(ctx, asOf)])
  const path = pathTo(tree, nodeId).map((node) => node.id)
  const person = { id, isHidden: user?.dataVisibility === 'HIDDEN' }
  return can(ctx.actor, 'see numbers of people', { path, person }) === null ? null : user
}
