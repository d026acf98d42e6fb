import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { PeriodType } from '../calendar/calendar.type.js'
import { periodOf } from '../calendar/period.js'
import type { LiveContext } from '../../platform/live/occasion.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { MetricType } from '../metric/metric.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { celebratedOccasions, type AskedCelebrated, type CelebratedOccasion } from './celebrated.js'
import { loadCelebrations } from './celebration.loaders.js'
import type { CelebrationRow } from './celebration.row.js'
import {
  CelebrationConnection,
  CelebrationFilterArgs,
  CelebrationNewsType,
  CelebrationType,
} from './celebration.type.js'

@Resolver(() => CelebrationType)
export class CelebrationResolver {
  @FieldResolver(() => MetricType, { description: 'Of which metric the target was reached.' })
  @Policy('see the catalogue')
  async metric(@Root() { metricId }: CelebrationRow, @Ctx() ctx: Context) {
    return (await loadCatalogue(ctx, null)).get(metricId)
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'Which node reached it; null where a person did.',
  })
  @Policy('see key metrics')
  node(@Root() { nodeId }: CelebrationRow, @Ctx() ctx: Context) {
    return nodeId === null ? null : loadOrgNode(ctx, nodeId, null)
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who reached it; null where a node did.' })
  @Policy('see people')
  user(@Root() { userId }: CelebrationRow, @Ctx() ctx: Context) {
    return userId === null ? null : loadUser(ctx, userId, null)
  }

  @FieldResolver(() => PeriodType, { description: 'In which period, as the present calendar has it.' })
  @Policy(WITH_ITS_OBJECT)
  async period(@Root() { frequency, periodStart }: CelebrationRow, @Ctx() ctx: Context) {
    return periodOf(await loadCalendar(ctx), frequency, periodStart)
  }
}

@Resolver(() => OrgNodeType)
export class OrgNodeCelebrationsResolver {
  @FieldResolver(() => CelebrationConnection, {
    description:
      'What was celebrated of the node and of all below it, the people of its teams included, as far as you see their numbers, the newest first.',
  })
  @Policy('see numbers of people')
  celebrations(
    @Root() { id }: OrgNodeType,
    @Args(() => CelebrationFilterArgs) { includeWithdrawn }: CelebrationFilterArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadCelebrations(ctx, 'node', { id, filter: { includeWithdrawn }, page: pageOf(page) })
  }
}

@Resolver(() => UserType)
export class UserCelebrationsResolver {
  @FieldResolver(() => CelebrationConnection, {
    description: 'What was celebrated of the person, if you see their numbers, the newest first.',
  })
  @Policy('see numbers of people')
  celebrations(
    @Root() { id }: UserRow,
    @Args(() => CelebrationFilterArgs) { includeWithdrawn }: CelebrationFilterArgs,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadCelebrations(ctx, 'person', { id, filter: { includeWithdrawn }, page: pageOf(page) })
  }
}

interface Asked {
  readonly args: AskedCelebrated
  readonly context: LiveContext
}

@Resolver()
export class CelebratedResolver {
  @Subscription(() => CelebrationNewsType, {
    nullable: true,
    subscribe: ({ args, context }: Asked) => celebratedOccasions(context, args),
    description:
      'What is celebrated of a node and of all below it, the people of its teams included, and what is withdrawn, as far as you see their numbers. Null when there is no such node for you, or none any more: then nothing more comes.',
  })
  @Policy('see numbers of people')
  celebrated(
    @Root() occasion: CelebratedOccasion,
    @Arg('nodeId', () => ID, { description: 'The id of a company, department or team of yours.' }) _: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Go on after the event with this `cursor`. Left out or null: from now on.',
    })
    __: string | null,
  ) {
    return occasion.node && occasion
  }
}
