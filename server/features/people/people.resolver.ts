import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { SYSTEM } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { loadNodeOfLevel, loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType, OrgNodeType, TeamType } from '../org/org-node.type.js'
import {
  loadRoleAssignmentsOfUser,
  loadRoleHolders,
  type RoleAssignmentRow,
} from './role-assignment.loaders.js'
import { RoleAssignmentConnection, RoleAssignmentType } from './role-assignment.type.js'
import { loadMembers, loadTeamId, loadUser, loadUsers, type UserRow } from './user.loaders.js'
import { UserConnection, UserType } from './user.type.js'

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserType, {
    nullable: true,
    description: 'Who is asking; null for an integration without a person.',
  })
  viewer(@Ctx() ctx: Context) {
    return ctx.actor === SYSTEM ? null : loadUser(ctx, ctx.actor.userId, null)
  }

  @Query(() => UserType, { nullable: true, description: 'A person of your company by id.' })
  user(
    @Arg('id', () => ID, { description: 'The id of the person. An unknown id answers null.' }) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadUser(ctx, id, asOf ?? null)
  }

  @FieldResolver(() => TeamType, {
    nullable: true,
    description: 'The team the person is in; null without one.',
  })
  async team(
    @Root() user: UserRow,
    @Args(() => AsOfArgs) { asOf = user.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    const id = await loadTeamId(ctx, { id: user.id, asOf })
    return id && loadNodeOfLevel(ctx, 'TEAM', id, asOf)
  }

  @FieldResolver(() => [RoleAssignmentType], { description: 'The roles the person holds.' })
  roleAssignments(
    @Root() user: UserRow,
    @Args(() => AsOfArgs) { asOf = user.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadRoleAssignmentsOfUser(ctx, { id: user.id, asOf })
  }
}

@Resolver(() => RoleAssignmentType)
export class RoleAssignmentResolver {
  @FieldResolver(() => UserType, { description: 'Who holds it.' })
  user(@Root() { userId, asOf }: RoleAssignmentRow, @Ctx() ctx: Context) {
    return loadUser(ctx, userId, asOf)
  }

  @FieldResolver(() => OrgNodeType, { description: 'On which node; it reaches everything below.' })
  node(@Root() { nodeId, asOf }: RoleAssignmentRow, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, nodeId, asOf)
  }
}

@Resolver(() => TeamType)
export class TeamMembersResolver {
  @FieldResolver(() => UserConnection, { description: 'The people of the team, by name.' })
  members(@Root() team: OrgNodeRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadMembers(ctx, team, pageOf(page))
  }
}

@Resolver(() => CompanyType)
export class CompanyUsersResolver {
  @FieldResolver(() => UserConnection, {
    description:
      'Everybody of the company, by name. Teams and roles are those of the instant the company is read at.',
  })
  users(@Root() { asOf }: OrgNodeRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadUsers(ctx, asOf, pageOf(page))
  }
}

@Resolver(() => OrgNodeType)
export class RoleHoldersResolver {
  @FieldResolver(() => RoleAssignmentConnection, {
    description:
      'Who administers the node, directly or through a node above it; `node` of the item says where.',
  })
  administrators(@Root() node: OrgNodeType, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadRoleHolders(ctx, node, 'ADMIN', pageOf(page))
  }

  @FieldResolver(() => RoleAssignmentConnection, {
    description: 'Who manages the node, directly or through a node above it; `node` of the item says where.',
  })
  managers(@Root() node: OrgNodeType, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadRoleHolders(ctx, node, 'MANAGER', pageOf(page))
  }
}
