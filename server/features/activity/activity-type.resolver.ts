import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { ActivityTypeStatus } from '../../domain/activity-type.js'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { createActivityType, setActivityTypeStatus, updateActivityType } from './activity-type.commands.js'
import {
  ArchiveActivityTypeInput,
  CreateActivityTypeInput,
  RestoreActivityTypeInput,
  UpdateActivityTypeInput,
} from './activity-type.inputs.js'
import { loadActivityType, loadActivityTypes } from './activity-type.loaders.js'
import { ActivityTypeStatusEnum, ActivityTypeType } from './activity-type.type.js'

const CreatePayload = payloadType('CreateActivityType', 'activityType', () => ActivityTypeType)
const UpdatePayload = payloadType('UpdateActivityType', 'activityType', () => ActivityTypeType)
const ArchivePayload = payloadType('ArchiveActivityType', 'activityType', () => ActivityTypeType)
const RestorePayload = payloadType('RestoreActivityType', 'activityType', () => ActivityTypeType)

const INPUT = { description: 'What to do.' }
const REPEAT = 'Repeating the call changes nothing. Company admins only.'

@Resolver(() => ActivityTypeType)
export class ActivityTypeResolver {
  @Query(() => [ActivityTypeType], {
    description: 'The activity types of your company, in the order of their names.',
  })
  @Policy('see the catalogue')
  async activityTypes(
    @Arg('status', () => ActivityTypeStatusEnum, {
      nullable: true,
      description: 'Only those; without it all.',
    })
    status: ActivityTypeStatus | null,
    @Ctx() ctx: Context,
  ) {
    const types = await loadActivityTypes(ctx)
    return status ? types.filter((type) => type.status === status) : types
  }

  @Query(() => ActivityTypeType, {
    nullable: true,
    description: 'An activity type of your company by its id.',
  })
  @Policy('see the catalogue')
  activityType(
    @Arg('id', () => ID, { description: 'The id of the activity type. An unknown id answers null.' })
    id: string,
    @Ctx() ctx: Context,
  ) {
    return loadActivityType(ctx, id)
  }

  @Mutation(() => CreatePayload, {
    description: 'Adds an activity type. It is offered nowhere until a node enables it. Company admins only.',
  })
  @Policy('configure the company')
  createActivityType(
    @Arg('input', () => CreateActivityTypeInput, INPUT) input: CreateActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return typePayload(ctx, async () => createActivityType(ctx, input))
  }

  @Mutation(() => UpdatePayload, { description: `Gives an activity type another name. ${REPEAT}` })
  @Policy('configure the company')
  updateActivityType(
    @Arg('input', () => UpdateActivityTypeInput, INPUT) input: UpdateActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return typePayload(ctx, () => updateActivityType(ctx, input), input.activityTypeId)
  }

  @Mutation(() => ArchivePayload, {
    description: `Takes an activity type out of use on every node. What was logged stays and is counted. ${REPEAT}`,
  })
  @Policy('configure the company')
  archiveActivityType(
    @Arg('input', () => ArchiveActivityTypeInput, INPUT) input: ArchiveActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return typePayload(ctx, () => setActivityTypeStatus(ctx, input, 'ARCHIVED'), input.activityTypeId)
  }

  @Mutation(() => RestorePayload, {
    description: `Takes an archived activity type into use again, where it is enabled. ${REPEAT}`,
  })
  @Policy('configure the company')
  restoreActivityType(
    @Arg('input', () => RestoreActivityTypeInput, INPUT) input: RestoreActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return typePayload(ctx, () => setActivityTypeStatus(ctx, input, 'ACTIVE'), input.activityTypeId)
  }
}

async function typePayload(ctx: Context, run: () => Promise<string | void>, activityTypeId = '') {
  const { entity, userErrors } = await withUserErrors(run, (id) =>
    loadActivityType(ctx, id ?? activityTypeId),
  )
  return { activityType: entity, userErrors }
}
