import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { loadNodeOfLevel, type OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType, TeamType } from '../org/org-node.type.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { ActivityTypeType } from './activity-type.type.js'
import { loadTypesById } from './activity-type.loaders.js'
import { ActivityFilterArgs } from './activity.inputs.js'
import { loadActivities } from './activity.loaders.js'
import type { ActivityRow } from './activity.row.js'
import { ActivityConnection, ActivityType, UnlinkedPersonConnection } from './activity.type.js'
import { loadUnlinkedPeople } from './unlinked-people.loaders.js'

@Resolver(() => ActivityType)
export class ActivityResolver {
  @FieldResolver(() => ActivityTypeType, { description: 'What was done.' })
  @Policy(WITH_ITS_OBJECT)
  async type(@Root() { activityTypeId }: ActivityRow, @Ctx() ctx: Context) {
    return (await loadTypesById(ctx)).get(activityTypeId)
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who did it; null for a person you do not see, and where `isUnlinked`.',
  })
  @Policy('see people')
  user(@Root() { userId }: ActivityRow, @Ctx() ctx: Context) {
    return userId === null ? null : loadUser(ctx, userId, null)
  }

  @FieldResolver(() => TeamType, {
    nullable: true,
    description:
      'The team it counts to: that of the person when it happened. Null: the company alone, or a team that you do not see or that is no more.',
  })
  @Policy('see key metrics')
  team(@Root() { teamId }: ActivityRow, @Ctx() ctx: Context) {
    return teamId === null ? null : loadNodeOfLevel(ctx, 'TEAM', teamId, null)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether nobody knows yet who did it: it counts nowhere until the person is linked.',
  })
  @Policy(WITH_ITS_OBJECT)
  isUnlinked(@Root() { userId }: ActivityRow) {
    return userId === null
  }
}

@Resolver(() => TeamType)
export class TeamActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      'What counts to the team and you may see, the newest first: all of it if you run the team, your own and that of the people shown to you if you are in it.',
  })
  @Policy('see numbers of people')
  activities(
    @Root() { id }: OrgNodeRow,
    @Args(() => ActivityFilterArgs) filter: ActivityFilterArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadActivities(ctx, 'team', { id, filter: conditionsOf(filter), page: pageOf(page) })
  }
}

@Resolver(() => UserType)
export class UserActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description:
      'What the person did, for whatever team, the newest first: as far as it counts to teams of yours; all of it if it is you.',
  })
  @Policy('see numbers of people')
  activities(
    @Root() { id }: UserRow,
    @Args(() => ActivityFilterArgs) filter: ActivityFilterArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadActivities(ctx, 'user', { id, filter: conditionsOf(filter), page: pageOf(page) })
  }
}

@Resolver(() => CompanyType)
export class UnlinkedPeopleResolver {
  @FieldResolver(() => UnlinkedPersonConnection, {
    nullable: true,
    description:
      'Whom systems speak of and nobody knows yet, by source and name. Null for who may not link them: company admins may.',
  })
  @Policy('manage people')
  unlinkedPeople(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadUnlinkedPeople(ctx, pageOf(page))
  }
}

/** Its own fields only: both sets of arguments come as one object. */
function conditionsOf({ activityTypeId, from, to, includeVoided }: ActivityFilterArgs): ActivityFilterArgs {
  return { activityTypeId, from, to, includeVoided }
}
