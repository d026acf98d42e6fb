import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { changesOf } from '../../domain/audit.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { loadApiKey } from '../api-key/api-key.loaders.js'
import { ApiKeyType } from '../api-key/api-key.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { AuditChangeType, AuditEntryConnection, AuditEntryType, AuditLogFilter } from './audit-entry.type.js'
import { loadAuditLog, type AuditEntryRow } from './audit.loaders.js'

@Resolver(() => AuditEntryType)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'What was changed, the newest first. A company admin reads everything; who runs a department or a team, what is about it and what hangs below it at present, and what left these; everybody, what they did themselves.',
  })
  @Policy('see the audit log')
  auditLog(
    @Arg('filter', () => AuditLogFilter, {
      nullable: true,
      description: 'Without it: everything you may see.',
    })
    filter: AuditLogFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadAuditLog(ctx, filter ?? { includeBelow: true }, pageOf(page))
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who did it; null for an API key, for the system, and for a person you do not see.',
  })
  @Policy('see people')
  actor(@Root() { actorId, actsAs }: AuditEntryRow, @Ctx() ctx: Context) {
    const isPerson = actorId !== null && actsAs !== 'API_KEY' && actsAs !== SYSTEM
    return isPerson ? loadUser(ctx, actorId, null) : null
  }

  @FieldResolver(() => ApiKeyType, {
    nullable: true,
    description: 'The API key that did it; null for a person or the system, and for who may not see keys.',
  })
  @Policy('manage API keys')
  apiKey(@Root() { actorId, actsAs }: AuditEntryRow, @Ctx() ctx: Context) {
    return actorId !== null && actsAs === 'API_KEY' ? loadApiKey(ctx, actorId) : null
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description:
      'The node it is about, as it is at present; null when it is about none, when it is gone, and when you do not see it.',
  })
  @Policy('see key metrics')
  node(@Root() { nodeId }: AuditEntryRow, @Ctx() ctx: Context) {
    return nodeId && loadOrgNode(ctx, nodeId, null)
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description:
      'The node that it left: the team a person was in, the node a team hung under. Null when it left none, and as `node` is.',
  })
  @Policy('see key metrics')
  fromNode(@Root() { fromNodeId }: AuditEntryRow, @Ctx() ctx: Context) {
    return fromNodeId && loadOrgNode(ctx, fromNodeId, null)
  }

  @FieldResolver(() => [AuditChangeType], {
    description:
      'The fields that are different since then, by name. They stand as they were written; an id in them may be of something you do not see, which `node(id:)` then answers with null.',
  })
  @Policy(WITH_ITS_OBJECT)
  changes(@Root() { before, after }: AuditEntryRow) {
    return changesOf(before, after)
  }
}
