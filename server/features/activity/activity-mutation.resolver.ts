import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import {
  CorrectActivityInput,
  LinkPersonInput,
  LogActivityInput,
  VoidActivityInput,
} from './activity.inputs.js'
import { loadActivity, seesAllActivities } from './activity.loaders.js'
import { ActivityType } from './activity.type.js'
import { correctActivity, voidActivity } from './correct-activity.commands.js'
import { linkPerson } from './link-person.commands.js'
import { logActivities, logActivity } from './log-activities.commands.js'
import { payloadOf, refusedPayload } from './log-activities.payload.js'
import { LogActivitiesInput, LogActivitiesPayload, LogActivitiesResultType } from './log-activities.type.js'

const LogPayload = payloadType('LogActivity', 'activity', () => ActivityType)
const CorrectPayload = payloadType('CorrectActivity', 'activity', () => ActivityType)
const VoidPayload = payloadType('VoidActivity', 'activity', () => ActivityType)
const LinkPayload = payloadType('LinkPerson', 'user', () => UserType)

const INPUT = { description: 'What to do.' }
const WHO =
  'People for themselves, and who runs a department or a team for those whose activities count there.'

@Resolver()
export class ActivityMutationResolver {
  @Mutation(() => LogPayload, {
    description: `Logs what somebody did; it counts at once. ${WHO} The same externalId of a source again changes nothing.`,
  })
  @Policy('log activities')
  async logActivity(
    @Arg('input', () => LogActivityInput, INPUT) input: LogActivityInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => logActivity(ctx, input),
      (id) => loadActivity(ctx, id ?? ''),
    )
    return { activity: entity, userErrors }
  }

  @Mutation(() => LogActivitiesPayload, {
    description: `Logs what people did, up to 1,000 activities at once, as a system delivers them: twice, late and in any order count once. ${WHO}`,
  })
  @Policy('log activities')
  async logActivities(
    @Arg('input', () => LogActivitiesInput, INPUT) input: LogActivitiesInput,
    @Ctx() ctx: Context,
  ): Promise<LogActivitiesPayload> {
    const { entity, userErrors } = await withUserErrors(
      () => logActivities(ctx, input),
      async (result) => result,
    )
    return entity ? payloadOf(entity, input, await seesAllActivities(ctx)) : refusedPayload(userErrors)
  }

  @Mutation(() => CorrectPayload, {
    description: `Changes what an activity says; the sums follow at once. One of another instant counts to the team of that instant. ${WHO}`,
  })
  @Policy('correct activities')
  correctActivity(
    @Arg('input', () => CorrectActivityInput, INPUT) input: CorrectActivityInput,
    @Ctx() ctx: Context,
  ) {
    return activityPayload(ctx, input.activityId, () => correctActivity(ctx, input))
  }

  @Mutation(() => VoidPayload, {
    description: `Takes an activity back: it is kept, and counts nowhere any more. ${WHO} Repeating changes nothing.`,
  })
  @Policy('correct activities')
  voidActivity(@Arg('input', () => VoidActivityInput, INPUT) input: VoidActivityInput, @Ctx() ctx: Context) {
    return activityPayload(ctx, input.activityId, () => voidActivity(ctx, input))
  }

  @Mutation(() => LinkPayload, {
    description:
      'Says whom a source means by one of its names: what was kept aside under it is given to the person, back in time, and what comes later as well. By company admins. Repeating changes nothing.',
  })
  @Policy('manage people')
  async linkPerson(@Arg('input', () => LinkPersonInput, INPUT) input: LinkPersonInput, @Ctx() ctx: Context) {
    const { entity, userErrors } = await withUserErrors(
      () => linkPerson(ctx, input),
      () => loadUser(ctx, input.userId, null),
    )
    return { user: entity, userErrors }
  }
}

@Resolver(() => LogActivitiesResultType)
export class LogActivitiesResultResolver {
  @FieldResolver(() => ActivityType, {
    nullable: true,
    description:
      'As it is now. Null when it is rejected, when nothing is written, and when you may not read it.',
  })
  @Policy('see numbers of people')
  activity(@Root() { activityId, written }: LogActivitiesResultType, @Ctx() ctx: Context) {
    if (written !== null || activityId === null) return written
    return nullWhereForbidden(() => loadActivity(ctx, activityId))
  }
}

async function activityPayload(ctx: Context, id: string, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadActivity(ctx, id))
  return { activity: entity, userErrors }
}
