import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { loadEntries, loadLeaderboard, type EntryRow, type LeaderboardRow } from './leaderboard.loaders.js'
import { loadPageNotice } from './page-notice.loaders.js'
import type { LeaderboardOrder } from './leaderboard.sql.js'
import {
  LeaderboardEntryConnection,
  LeaderboardEntryType,
  LeaderboardOrderEnum,
  LeaderboardType,
} from './leaderboard.type.js'

@ArgsType()
class LeaderboardArgs {
  @Field(() => ID, { description: 'Of this node, with all that hangs below it.' })
  nodeId: string

  @Field(() => ID, { description: 'By this metric of the catalogue, whether or not the node shows it.' })
  metricId: string

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Which period. Left out or null: the one that is running, as often as the metric is tracked.',
  })
  period: PeriodInput | null

  @Field(() => LeaderboardOrderEnum, { defaultValue: 'ACTUAL', description: 'By what people are ranked.' })
  by: LeaderboardOrder
}

@Resolver(() => LeaderboardType)
export class LeaderboardResolver {
  @Query(() => LeaderboardType, {
    nullable: true,
    description:
      'The people of a node, the best first. Who is not shown to you is not in it: hidden people, for their peers, and with them the one who has been in the team longest. Null for an unknown metric, and for a node that you do not see.',
  })
  @Policy('see numbers of people')
  leaderboard(@Args(() => LeaderboardArgs) args: LeaderboardArgs, @Ctx() ctx: Context) {
    const { nodeId, metricId, period = null, by } = args
    return loadLeaderboard(ctx, { nodeId, metricId, period, by })
  }

  @FieldResolver(() => OrgNodeType, { description: 'Of which node.' })
  @Policy(WITH_ITS_OBJECT)
  node(@Root() { node }: LeaderboardRow) {
    return node
  }

  @FieldResolver(() => LeaderboardEntryConnection, {
    description:
      'Who was in a team below the node at the end of the period, or is in it while that lies ahead, and whoever else did something that counts. Empty for a metric without a formula.',
  })
  @Policy('see numbers of people')
  entries(@Root() row: LeaderboardRow, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadEntries(ctx, row, pageOf(page))
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description: 'Why there are no numbers, and who can change that. Null with one, and for an integration.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { node, metric, period: { frequency, start } }: LeaderboardRow, @Ctx() ctx: Context) {
    return loadPageNotice(ctx, {
      ...{ surface: 'ORGANIZATION', nodeId: node.id, metricId: metric.id, isShown: true },
      period: { frequency, containing: start },
    })
  }
}

@Resolver(() => LeaderboardEntryType)
export class LeaderboardEntryResolver {
  @FieldResolver(() => UserType, { description: 'Who it is.' })
  @Policy('see people')
  user(@Root() { userId }: EntryRow, @Ctx() ctx: Context) {
    return loadUser(ctx, userId, null)
  }
}
