import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { NULL_ABOVE, OrgNodeType } from '../org/org-node.type.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { copyTargets } from './copy-targets.commands.js'
import { resetTarget, setTarget, setTargets } from './set-targets.commands.js'
import { CopyTargetsInput, ResetTargetInput, SetTargetInput, SetTargetsInput } from './target.inputs.js'
import { CopyTargetsPayload, SetTargetsPayload } from './target-results.type.js'
import { shownCopies, shownResults } from './target-results.js'
import type { TargetRow } from './target.row.js'
import { TargetType } from './target.type.js'
import {
  loadAskedTarget,
  loadNodeTarget,
  loadPersonTarget,
  type AskedTarget,
} from './visible-target.loaders.js'

@ArgsType()
class TargetArgs {
  @Field(() => ID, { description: 'Of which metric.' })
  metricId: string

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'For which period. Left out or null: the one that is running, or was at the instant that the object is read at.',
  })
  period?: PeriodInput | null
}

const SetPayload = payloadType('SetTarget', 'target', () => TargetType)
const ResetPayload = payloadType('ResetTarget', 'target', () => TargetType)

const INPUT = { description: 'What to do.' }
const WHO = 'Who administers or manages the node, or the team of the person.'

@Resolver(() => OrgNodeType)
export class OrgNodeTargetResolver {
  @FieldResolver(() => TargetType, {
    nullable: true,
    description: `What it is to reach of a metric, as it is set at present; the teams and people it adds up are those of the end of the period, or of now. Null for an unknown metric. ${NULL_ABOVE}`,
  })
  @Policy('see numbers of nodes')
  target(@Root() node: OrgNodeType, @Args(() => TargetArgs) asked: TargetArgs, @Ctx() ctx: Context) {
    return loadNodeTarget(ctx, node, asked)
  }
}

@Resolver(() => UserType)
export class UserTargetResolver {
  @FieldResolver(() => TargetType, {
    nullable: true,
    description:
      'What the person is to reach of a metric, as it is set at present. Null for an unknown metric, and for a person whose numbers you do not see.',
  })
  @Policy('see numbers of people')
  target(@Root() user: UserRow, @Args(() => TargetArgs) asked: TargetArgs, @Ctx() ctx: Context) {
    return loadPersonTarget(ctx, user, asked)
  }
}

@Resolver(() => TargetType)
export class TargetResolver {
  @FieldResolver(() => UserType, {
    nullable: true,
    description:
      'Who set it. Null unless `source` is MANUAL, for an API key or the system, and for a person you do not see.',
  })
  @Policy('see people')
  setBy(@Root() { setBy }: TargetRow, @Ctx() ctx: Context) {
    return setBy && loadUser(ctx, setBy, null)
  }
}

@Resolver()
export class TargetMutationResolver {
  @Mutation(() => SetPayload, {
    description: `Sets what a node or a person is to reach of a metric in a period, and by default in those after it until one that is set. ${WHO} Repeating changes nothing.`,
  })
  @Policy('set targets')
  setTarget(@Arg('input', () => SetTargetInput, INPUT) input: SetTargetInput, @Ctx() ctx: Context) {
    return targetPayload(ctx, input, () => setTarget(ctx, input))
  }

  @Mutation(() => ResetPayload, {
    description: `Gives up the target of a node or a person from a period on, or in it alone: it is the sum of the level below then. ${WHO} Repeating changes nothing.`,
  })
  @Policy('set targets')
  resetTarget(@Arg('input', () => ResetTargetInput, INPUT) input: ResetTargetInput, @Ctx() ctx: Context) {
    return targetPayload(ctx, input, () => resetTarget(ctx, input))
  }

  @Mutation(() => SetTargetsPayload, {
    description: `Sets up to 1,000 targets at once. ${WHO} Repeating changes nothing.`,
  })
  @Policy('set targets')
  async setTargets(
    @Arg('input', () => SetTargetsInput, INPUT) input: SetTargetsInput,
    @Ctx() ctx: Context,
  ): Promise<SetTargetsPayload> {
    const { entity, userErrors } = await withUserErrors(
      () => setTargets(ctx, input),
      async (result) => result && shownResults(ctx, result, input.mode),
    )
    return entity ?? { results: [], isWritten: false, userErrors }
  }

  @Mutation(() => CopyTargetsPayload, {
    description:
      'Sets what was set for one period, or carried into it, for another as well: on a node and below, as it is or by some percent more or less. Who administers or manages the node. Repeating changes nothing.',
  })
  @Policy('set targets')
  async copyTargets(
    @Arg('input', () => CopyTargetsInput, INPUT) input: CopyTargetsInput,
    @Ctx() ctx: Context,
  ): Promise<CopyTargetsPayload> {
    const { entity, userErrors } = await withUserErrors(
      () => copyTargets(ctx, input),
      (places) => shownCopies(ctx, places ?? []),
    )
    return { targets: entity ?? [], userErrors }
  }
}

async function targetPayload(ctx: Context, asked: AskedTarget, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadAskedTarget(ctx, asked))
  return { target: entity, userErrors }
}
