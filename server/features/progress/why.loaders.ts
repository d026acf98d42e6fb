import { largestParts } from '../../domain/named-parts.js'
import { partsOf, type ValuePart } from '../../domain/value-parts.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { loadParts } from '../activity/parts.loaders.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import type { UserRow } from '../people/user.loaders.js'
import { loadNamedPeople } from './named-people.loaders.js'
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
  const { subject, frame, asOf } = figure
  if (subject.isPerson) return null
  const { start: from, end: to } = frame.period
  const found = groupBy(await loadParts(ctx, { id: subject.id, from, to }), ({ partId }) => partId)
  const largest = largestParts(new Map([...found].map(([id, rows]) => [id, figure.valueOf(rows)])))
  const isPerson = (id: string) => found.get(id)![0]!.isPerson
  const [nodes, people] = await Promise.all([
    seenNodes(
      ctx,
      [...largest.keys()].filter((id) => !isPerson(id)),
      asOf,
    ),
    loadNamedPeople(ctx, { id: figure.nodeId, asOf }, [...found.keys()].filter(isPerson)),
  ])
  const named = new Map([...largest].filter(([id]) => nodes.has(id) || people.has(id)))
  return partsOf(figure.valueOf(sums), named).map(({ id, ...part }) => {
    const [node, user] = id === null ? [] : [nodes.get(id), people.get(id)]
    return { ...part, node: node ?? null, user: user ?? null, isRest: id === null }
  })
}

async function seenNodes(
  ctx: Context,
  ids: readonly string[],
  asOf: Date | null,
): Promise<ReadonlyMap<string, OrgNodeRow>> {
  const found = await Promise.all(
    ids.map(async (id) => ((await seesNumbersOfNode(ctx, { id, asOf })) ? loadOrgNode(ctx, id, asOf) : null)),
  )
  return new Map(found.flatMap((node) => (node ? [[node.id, node] as const] : [])))
}
