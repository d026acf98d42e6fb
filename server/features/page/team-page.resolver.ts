import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { TeamType } from '../org/org-node.type.js'
import { KeyMetricProgressType } from '../progress/progress.type.js'
import { TargetType } from '../target/target.type.js'
import { loadPageNotice } from './page-notice.loaders.js'
import { PERIOD } from './page-period.js'
import type { TeamKeyMetricRow } from './team-numbers.loaders.js'
import { loadTeamPage, membersOfPage, type TeamPageRow } from './team-page.loaders.js'
import { TeamKeyMetricType, TeamMemberConnection, TeamPageType } from './team-page.type.js'

@Resolver(() => TeamPageType)
export class TeamPageResolver {
  @Query(() => TeamPageType, {
    nullable: true,
    description:
      'The page of a team: its totals, what each person did for it, and how they stand to their targets. All rows add up to the totals exactly. Null for a team that you do not see.',
  })
  @Policy('see numbers of people')
  teamPage(
    @Arg('id', () => ID, { description: 'The id of the team. An unknown id answers null.' }) id: string,
    @Arg('period', () => PeriodInput, { nullable: true, description: PERIOD }) period: PeriodInput | null,
    @Ctx() ctx: Context,
  ) {
    return loadTeamPage(ctx, { id, period: period ?? null })
  }

  @FieldResolver(() => TeamType, { description: 'Which team.' })
  @Policy(WITH_ITS_OBJECT)
  team(@Root() { team }: TeamPageRow) {
    return team
  }

  @FieldResolver(() => TeamMemberConnection, {
    description:
      'The people who are named to you, by name: who was in the team at the end of the period, or is in it while that lies ahead, and whoever else did something for it. Who runs the team is told of everybody in it.',
  })
  @Policy(WITH_ITS_OBJECT)
  members(@Root() row: TeamPageRow, @Args(() => PageArgs) page: PageArgs) {
    return membersOfPage(row, pageOf(page))
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why the page shows no key metric, or none with a number, and who can change that. Null where there is one, and for an integration.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { team, period, keyMetrics }: TeamPageRow, @Ctx() ctx: Context) {
    return loadPageNotice(ctx, { surface: 'TEAM', nodeId: team.id, period, isShown: keyMetrics.length > 0 })
  }
}

@Resolver(() => TeamKeyMetricType)
export class TeamKeyMetricResolver {
  @FieldResolver(() => KeyMetricProgressType, {
    nullable: true,
    description: 'Where the team stands; null for a metric without a formula, which has no numbers.',
  })
  @Policy(WITH_ITS_OBJECT)
  progress(@Root() { progress }: TeamKeyMetricRow) {
    return progress
  }

  @FieldResolver(() => TargetType, {
    nullable: true,
    description: 'The target of the team, and how far those of its people cover it; null as `progress` is.',
  })
  @Policy(WITH_ITS_OBJECT)
  target(@Root() { target }: TeamKeyMetricRow) {
    return target
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why there is no number, and who can change that: no formula, activity types that nobody can log, nothing recorded in the period. Null with one, and for an integration.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { keyMetric: { metricId, nodeId }, period }: TeamKeyMetricRow, @Ctx() ctx: Context) {
    return loadPageNotice(ctx, { surface: 'TEAM', nodeId, metricId, period, isShown: true })
  }
}
