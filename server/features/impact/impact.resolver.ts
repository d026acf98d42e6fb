import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { loadComparison } from './compare-organization.loaders.js'
import { ImpactType } from './impact.type.js'
import { PeopleImpactType, RoleImpactType, TargetImpactType, TeamChangeType } from './people-impact.type.js'

@Resolver()
export class ComparisonResolver {
  @Query(() => ImpactType, {
    description:
      'What is different in the organisation between two instants: nodes that began, ended or moved, key metrics, people, roles and targets. What became different and was changed back in between is not told, nor are names and descriptions, which have no past; the audit log tells both.',
  })
  @Policy('see key metrics')
  compareOrganization(
    @Arg('from', () => DateTimeScalar, { description: 'The earlier instant.' }) from: Date,
    @Arg('to', () => DateTimeScalar, {
      nullable: true,
      description:
        'The later instant; left out: the present, as which one still to come counts. What is planned is in `scheduledChanges`, and what it would do is told by its mutation with `dryRun` and the date.',
    })
    to: Date | null,
    @Ctx() ctx: Context,
  ) {
    return loadComparison(ctx, { from, to: to ?? null })
  }
}

@Resolver(() => TeamChangeType)
export class TeamChangeResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'Who; null for who would only be created.' })
  @Policy('see people')
  user(@Root() { userId }: TeamChangeType, @Ctx() ctx: Context) {
    return loadUser(ctx, userId, null)
  }
}

@Resolver(() => PeopleImpactType)
export class PeopleImpactResolver {
  @FieldResolver(() => [UserType], {
    description:
      'Whose Home changes, by name: the key metrics of their team, how they are called or in which order they stand. Not listed is who would only be created.',
  })
  @Policy('see people')
  async homes(@Root() { userIds }: PeopleImpactType, @Ctx() ctx: Context) {
    const users = await Promise.all(userIds.map((id) => loadUser(ctx, id, null)))
    return users.filter((user) => user !== null)
  }
}

@Resolver(() => RoleImpactType)
export class RoleImpactResolver {
  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Whose; null for who would only be created.',
  })
  @Policy('see people')
  user(@Root() { userId }: RoleImpactType, @Ctx() ctx: Context) {
    return loadUser(ctx, userId, null)
  }
}

@Resolver(() => TargetImpactType)
export class TargetImpactResolver {
  @FieldResolver(() => UserType, { nullable: true, description: 'Whose it is; null where it is of a node.' })
  @Policy('see people')
  user(@Root() { userId }: TargetImpactType, @Ctx() ctx: Context) {
    return userId === null ? null : loadUser(ctx, userId, null)
  }
}
