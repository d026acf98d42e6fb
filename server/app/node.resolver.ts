import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { loadActivity } from '../features/activity/activity.loaders.js'
import { loadActivityType } from '../features/activity/activity-type.loaders.js'
import { loadAuditEntry } from '../features/audit/audit.loaders.js'
import { loadApiKey } from '../features/api-key/api-key.loaders.js'
import { loadCelebration } from '../features/celebration/celebration.loaders.js'
import { loadRule } from '../features/key-metric/key-metric.loaders.js'
import { loadMetric } from '../features/metric/metric.loaders.js'
import { loadOrgNode } from '../features/org/org.loaders.js'
import { TYPE_OF_LEVEL } from '../features/org/org-node.type.js'
import { loadRoleAssignment } from '../features/people/role-assignment.loaders.js'
import { loadUser } from '../features/people/user.loaders.js'
import { loadScheduledChange } from '../features/schedule/scheduled-change.loaders.js'
import type { Context } from '../platform/context.js'
import { Policy, SIGNED_IN } from '../platform/graphql/policy.js'
import { MAX_IDS, NodeType } from '../platform/graphql/node.type.js'
import { nullWhereForbidden, requestError } from '../platform/graphql/request-error.js'

/** Every kind of thing that has an id, and how it is read. What is in memory comes first. */
const READERS: readonly ((ctx: Context, id: string) => Promise<object | null>)[] = [
  async (ctx, id) => {
    const node = await loadOrgNode(ctx, id, null)
    return node && { ...node, __typename: TYPE_OF_LEVEL[node.level] }
  },
  async (ctx, id) => typed('Metric', await loadMetric(ctx, id, null)),
  async (ctx, id) => typed('ActivityType', await loadActivityType(ctx, id)),
  async (ctx, id) => typed('KeyMetricRule', await loadRule(ctx, id, null)),
  async (ctx, id) => typed('User', await loadUser(ctx, id, null)),
  async (ctx, id) => typed('RoleAssignment', await loadRoleAssignment(ctx, id, null)),
  async (ctx, id) => typed('ApiKey', await loadApiKey(ctx, id)),
  async (ctx, id) => typed('Activity', await loadActivity(ctx, id)),
  async (ctx, id) => typed('Celebration', await loadCelebration(ctx, id)),
  async (ctx, id) => typed('AuditEntry', await loadAuditEntry(ctx, id)),
  async (ctx, id) => typed('ScheduledChange', await loadScheduledChange(ctx, id)),
]

function typed(__typename: string, row: object | null): object | null {
  return row && { ...row, __typename }
}

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, { nullable: true, description: 'Anything of your company by its id.' })
  @Policy(SIGNED_IN)
  node(
    @Arg('id', () => ID, { description: 'The id, exactly as it was given. An unknown id answers null.' })
    id: string,
    @Ctx() ctx: Context,
  ) {
    return readNode(ctx, id)
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'As `node`, for several ids; answers in their order.',
  })
  @Policy(SIGNED_IN)
  nodes(
    @Arg('ids', () => [ID], { description: `The ids, at most ${MAX_IDS}.` }) ids: string[],
    @Ctx() ctx: Context,
  ) {
    if (ids.length > MAX_IDS) {
      throw requestError(
        'LIMIT_EXCEEDED',
        `ids has ${ids.length} entries; at most ${MAX_IDS} are read at once.`,
      )
    }
    return Promise.all(ids.map((id) => readNode(ctx, id)))
  }
}

async function readNode(ctx: Context, id: string): Promise<object | null> {
  for (const read of READERS) {
    const found = await nullWhereForbidden(() => read(ctx, id))
    if (found) return found
  }
  return null
}
