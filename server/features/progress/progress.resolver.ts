import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import { eventually } from '../../platform/eventually.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { ReadAhead } from '../../platform/graphql/read-ahead.js'
import { DecimalScalar } from '../../platform/graphql/scalars.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { PeriodType } from '../calendar/calendar.type.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { EffectiveKeyMetricType } from '../key-metric/key-metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { UserType } from '../people/user.type.js'
import { loadPrevious, loadSeries } from './history.loaders.js'
import { loadProgress, loadProgressAhead, ProgressRow, TAKING_MORE } from './progress.loaders.js'
import {
  KeyMetricPaceType,
  KeyMetricPartType,
  KeyMetricPreviousPeriodType,
  KeyMetricProgressType,
  KeyMetricSeriesPointType,
  ProgressStatusEnum,
} from './progress.type.js'
import { loadWhy, type PartRow } from './why.loaders.js'

@ArgsType()
class ProgressArgs {
  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'Which period. Left out or null: the one of its `frequency` that is running, or was at the instant the node is read at.',
  })
  period?: PeriodInput | null

  @Field(() => ID, { nullable: true, description: 'Of this person alone. Left out or null: of the node.' })
  userId?: string | null
}

@Resolver(() => EffectiveKeyMetricType)
export class EffectiveKeyMetricProgressResolver {
  @FieldResolver(() => KeyMetricProgressType, {
    nullable: true,
    description:
      'Where it stands. Null for a metric without a formula, on a node whose numbers you do not see, and for somebody who is not of the node or whose numbers you do not see.',
  })
  @Policy('see numbers of nodes')
  @ReadAhead(loadProgressAhead, ['period', ...TAKING_MORE])
  progress(@Root() row: EffectiveRow, @Args(() => ProgressArgs) asked: ProgressArgs, @Ctx() ctx: Context) {
    return loadProgress(ctx, row, asked)
  }
}

const FORECAST =
  'What there will be at the end of the period if it goes on like this; null when nothing can be said.'

@Resolver(() => KeyMetricProgressType)
export class KeyMetricProgressResolver {
  @FieldResolver(() => PeriodType, { description: 'Which period.' })
  @Policy(WITH_ITS_OBJECT)
  period(@Root() { figure }: ProgressRow) {
    return figure.frame.period
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: 'What of the target there should be by now, by the pace; null without a target.',
  })
  @Policy(WITH_ITS_OBJECT)
  expected(@Root() row: ProgressRow) {
    return eventually(row.outlook(), ({ expected }) => expected)
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: FORECAST })
  @Policy(WITH_ITS_OBJECT)
  forecast(@Root() row: ProgressRow) {
    return eventually(row.outlook(), ({ forecast }) => forecast)
  }

  @FieldResolver(() => ProgressStatusEnum, { description: 'How it stands to its target.' })
  @Policy(WITH_ITS_OBJECT)
  status(@Root() row: ProgressRow) {
    return row.status()
  }

  @FieldResolver(() => KeyMetricPaceType, {
    nullable: true,
    description:
      'How it is known what should have come in by now. Null where nothing is extrapolated: for an average or ratio, and once the period is over.',
  })
  @Policy(WITH_ITS_OBJECT)
  pace(@Root() row: ProgressRow) {
    return eventually(row.outlook(), ({ pace }) => {
      if (pace === null) return null
      const { share, error } = pace
      return { ...pace, share: fraction(share), error: error === null ? null : fraction(error) }
    })
  }

  @FieldResolver(() => KeyMetricPreviousPeriodType, { description: 'The period before, to compare with.' })
  @Policy(WITH_ITS_OBJECT)
  previous(@Root() row: ProgressRow, @Ctx() ctx: Context) {
    return loadPrevious(ctx, row)
  }

  @FieldResolver(() => [KeyMetricSeriesPointType], {
    description:
      'How it came about, for a sparkline: cumulative, a point for each day from the first of the period to the present one, or to its last.',
  })
  @Policy(WITH_ITS_OBJECT)
  series(@Root() row: ProgressRow, @Ctx() ctx: Context) {
    return loadSeries(ctx, row)
  }

  @FieldResolver(() => [KeyMetricPartType], {
    nullable: true,
    description:
      'What the number is made of, the largest part first: of a company its departments and teams, of a department its teams, as they hung there then; of a team its people. Null for the number of a person.',
  })
  @Policy('see numbers of people')
  why(@Root() row: ProgressRow, @Ctx() ctx: Context) {
    return loadWhy(ctx, row)
  }
}

@Resolver(() => KeyMetricPartType)
export class KeyMetricPartResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node it comes from; null for a person and the rest.',
  })
  @Policy('see numbers of nodes')
  node(@Root() { node }: PartRow) {
    return node
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who did it; null for a node and the rest.' })
  @Policy('see people')
  user(@Root() { user }: PartRow) {
    return user
  }
}

/** A number that is an estimate, on its way out. */
function fraction(estimate: number) {
  return decimal(estimate.toFixed(6))
}
