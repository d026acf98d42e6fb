import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, SIGNED_IN } from '../../platform/graphql/policy.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { loadNodeOfLevel, loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType, NULL_ABOVE, OrgNodeType, TeamType } from '../org/org-node.type.js'
import { loadMemberships } from './memberships.loaders.js'
import { MembershipConnection } from './memberships.type.js'
import { PeopleArgs, peopleQueryOf } from './people-list.args.js'
import { loadMembers, loadUnassigned, loadUsers } from './people-list.loaders.js'
import { selfOf } from './people-sight.js'
import {
  loadRoleAssignmentsOfUser,
  loadRoleHolders,
  type RoleAssignmentRow,
} from './role-assignment.loaders.js'
import { RoleAssignmentConnection, RoleAssignmentType } from './role-assignment.type.js'
import { loadTeamId, loadUser, type UserRow } from './user.loaders.js'
import { UserConnection, UserType } from './user.type.js'

/** A field that could not be null does not become so: see docs/versioning.md. */
const TAKES_SCOPE = 'An API key without READ_PEOPLE that selects them gets no node at all.'

@Resolver(() => UserType)
export class UserResolver {
  @Query(() => UserType, {
    nullable: true,
    description: 'Who is asking; null for an integration without a person.',
  })
  @Policy(SIGNED_IN)
  viewer(@Ctx() ctx: Context) {
    const self = selfOf(ctx)
    return self && loadUser(ctx, self, null)
  }

  @Query(() => UserType, { nullable: true, description: 'A person of your company by id.' })
  @Policy('see people')
  user(
    @Arg('id', () => ID, { description: 'The id of the person. An unknown id answers null.' }) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadUser(ctx, id, asOf ?? null)
  }

  @FieldResolver(() => TeamType, {
    nullable: true,
    description: 'The team the person is in; null without one, and for one that you do not see.',
  })
  @Policy('see key metrics')
  async team(
    @Root() user: UserRow,
    @Args(() => AsOfArgs) { asOf = user.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    const id = await loadTeamId(ctx, { id: user.id, asOf })
    return id && loadNodeOfLevel(ctx, 'TEAM', id, asOf)
  }

  @FieldResolver(() => [RoleAssignmentType], {
    description: 'The roles the person holds on nodes that you see.',
  })
  @Policy('see people')
  roleAssignments(
    @Root() user: UserRow,
    @Args(() => AsOfArgs) { asOf = user.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadRoleAssignmentsOfUser(ctx, { id: user.id, asOf })
  }

  @FieldResolver(() => MembershipConnection, {
    description:
      'In which teams the person was, the latest first: all of them to the person and to who sees everybody, else those of teams that you see at present.',
  })
  @Policy('see people')
  memberships(@Root() { id }: UserRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadMemberships(ctx, id, pageOf(page))
  }
}

@Resolver(() => RoleAssignmentType)
export class RoleAssignmentResolver {
  @FieldResolver(() => UserType, { description: 'Who holds it.' })
  @Policy('see people')
  user(@Root() { userId, asOf }: RoleAssignmentRow, @Ctx() ctx: Context) {
    return loadUser(ctx, userId, asOf)
  }

  @FieldResolver(() => OrgNodeType, { description: 'On which node; it reaches everything below.' })
  @Policy('see the levels above')
  node(@Root() { nodeId, asOf }: RoleAssignmentRow, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, nodeId, asOf)
  }
}

@Resolver(() => OrgNodeType)
export class NodeMembersResolver {
  @FieldResolver(() => UserConnection, {
    description: `The people of the team, and of all teams below another node, that you see. Hidden people are listed to those who run the team and to themselves. ${TAKES_SCOPE}`,
  })
  @Policy('see people')
  members(@Root() node: OrgNodeType, @Args(() => PeopleArgs) args: PeopleArgs, @Ctx() ctx: Context) {
    return loadMembers(ctx, node, peopleQueryOf(args))
  }
}

@Resolver(() => CompanyType)
export class CompanyUsersResolver {
  @FieldResolver(() => UserConnection, {
    description: `Everybody of the company that you may see. Teams and roles are those of the instant the company is read at. ${TAKES_SCOPE}`,
  })
  @Policy('see people')
  users(@Root() { asOf }: OrgNodeRow, @Args(() => PeopleArgs) args: PeopleArgs, @Ctx() ctx: Context) {
    return loadUsers(ctx, asOf, peopleQueryOf(args))
  }

  @FieldResolver(() => UserConnection, {
    description: `The people in no team. Who does not see everybody finds at most themselves. ${TAKES_SCOPE}`,
  })
  @Policy('see people')
  unassigned(@Root() { asOf }: OrgNodeRow, @Args(() => PeopleArgs) args: PeopleArgs, @Ctx() ctx: Context) {
    return loadUnassigned(ctx, asOf, peopleQueryOf(args))
  }
}

@Resolver(() => OrgNodeType)
export class RoleHoldersResolver {
  @FieldResolver(() => RoleAssignmentConnection, {
    nullable: true,
    description: `Who administers the node, directly or through a node above it; \`node\` of the item says where. ${NULL_ABOVE}`,
  })
  @Policy('see people')
  administrators(@Root() node: OrgNodeType, @Args(() => PeopleArgs) args: PeopleArgs, @Ctx() ctx: Context) {
    return loadRoleHolders(ctx, node, 'ADMIN', peopleQueryOf(args))
  }

  @FieldResolver(() => RoleAssignmentConnection, {
    nullable: true,
    description: `Who manages the node, directly or through a node above it; \`node\` of the item says where. ${NULL_ABOVE}`,
  })
  @Policy('see people')
  managers(@Root() node: OrgNodeType, @Args(() => PeopleArgs) args: PeopleArgs, @Ctx() ctx: Context) {
    return loadRoleHolders(ctx, node, 'MANAGER', peopleQueryOf(args))
  }
}
