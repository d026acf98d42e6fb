import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import {
  DeactivateUserInput,
  GrantRoleInput,
  ReactivateUserInput,
  RevokeRoleInput,
  SetDataVisibilityInput,
  SignOutEverywhereInput,
  UpdateUserInput,
} from './people.inputs.js'
import { loadRoleAssignment } from './role-assignment.loaders.js'
import { RoleAssignmentType } from './role-assignment.type.js'
import { grantRole, revokeRole } from './role.commands.js'
import { setDataVisibility, setUserStatus, signOutEverywhere, updateUser } from './user.commands.js'
import { loadUser } from './user.loaders.js'
import { UserType } from './user.type.js'

const GrantPayload = payloadType('GrantRole', 'roleAssignment', () => RoleAssignmentType)
const RevokePayload = payloadType('RevokeRole', 'user', () => UserType)
const UpdatePayload = payloadType('UpdateUser', 'user', () => UserType)
const DeactivatePayload = payloadType('DeactivateUser', 'user', () => UserType)
const ReactivatePayload = payloadType('ReactivateUser', 'user', () => UserType)
const VisibilityPayload = payloadType('SetDataVisibility', 'user', () => UserType)
const SignOutPayload = payloadType('SignOutEverywhere', 'user', () => UserType)

const INPUT = { description: 'What to do.' }
const WHO_GRANTS =
  'By company admins, and by department admins in their department. Repeating changes nothing.'
const WHO_MANAGES = 'By company admins. Repeating the call changes nothing.'

@Resolver()
export class RoleMutationResolver {
  @Policy('grant roles')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => GrantPayload, {
    description: `Gives a person a role on a node and everything below. ${WHO_GRANTS}`,
  })
  async grantRole(@Arg('input', () => GrantRoleInput, INPUT) input: GrantRoleInput, @Ctx() ctx: Context) {
    const { entity, userErrors } = await withUserErrors(
      () => grantRole(ctx, input),
      (id) => loadRoleAssignment(ctx, id ?? '', null),
    )
    return { roleAssignment: entity, userErrors }
  }

  @Policy('grant roles')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => RevokePayload, {
    description: `Takes a role on a node from a person, at once. The last company admin keeps theirs. ${WHO_GRANTS}`,
  })
  revokeRole(@Arg('input', () => RevokeRoleInput, INPUT) input: RevokeRoleInput, @Ctx() ctx: Context) {
    return userPayload(ctx, input.userId, () => revokeRole(ctx, input))
  }
}

@Resolver()
export class UserMutationResolver {
  @Policy('manage people')
  @DryRun()
  @Mutation(() => UpdatePayload, {
    description: `Gives a person another name or e-mail address. An identity provider signs them in by the new address at once, and an invitation sent to the old one counts no more. ${WHO_MANAGES}`,
  })
  updateUser(@Arg('input', () => UpdateUserInput, INPUT) input: UpdateUserInput, @Ctx() ctx: Context) {
    return userPayload(ctx, input.userId, () => updateUser(ctx, input))
  }

  @Policy('manage people')
  @DryRun()
  @Mutation(() => DeactivatePayload, {
    description: `Keeps a person from signing in, at once; team, roles and history are kept. ${WHO_MANAGES}`,
  })
  deactivateUser(
    @Arg('input', () => DeactivateUserInput, INPUT) input: DeactivateUserInput,
    @Ctx() ctx: Context,
  ) {
    return userPayload(ctx, input.userId, () => setUserStatus(ctx, input, 'DEACTIVATED'))
  }

  @Policy('manage people')
  @DryRun()
  @Mutation(() => ReactivatePayload, {
    description: `Lets a deactivated person sign in again. ${WHO_MANAGES}`,
  })
  reactivateUser(
    @Arg('input', () => ReactivateUserInput, INPUT) input: ReactivateUserInput,
    @Ctx() ctx: Context,
  ) {
    return userPayload(ctx, input.userId, () => setUserStatus(ctx, input, 'ACTIVE'))
  }

  @Policy('manage people')
  @DryRun()
  @Mutation(() => VisibilityPayload, {
    description: `Hides a person from the lists and rankings of peers, or shows them again; totals count everybody. ${WHO_MANAGES}`,
  })
  setDataVisibility(
    @Arg('input', () => SetDataVisibilityInput, INPUT) input: SetDataVisibilityInput,
    @Ctx() ctx: Context,
  ) {
    return userPayload(ctx, input.userId, () => setDataVisibility(ctx, input))
  }

  @Policy('sign out everywhere')
  @Mutation(() => SignOutPayload, {
    description:
      'Takes back every token of a person that was issued until now, for example when a device is lost. By the person, and by company admins.',
  })
  signOutEverywhere(
    @Arg('input', () => SignOutEverywhereInput, INPUT) input: SignOutEverywhereInput,
    @Ctx() ctx: Context,
  ) {
    return userPayload(ctx, input.userId, () => signOutEverywhere(ctx, input))
  }
}

async function userPayload(ctx: Context, userId: string, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadUser(ctx, userId, null))
  return { user: entity, userErrors }
}
