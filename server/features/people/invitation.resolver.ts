import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { ANYBODY, Policy } from '../../platform/graphql/policy.js'
import { payloadType, UserErrorType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { acceptInvitation, type Acceptance } from './accept-invitation.commands.js'
import { createUser, inviteUser, revokeInvitation } from './invitation.commands.js'
import {
  AcceptInvitationInput,
  CreateUserInput,
  InviteUserInput,
  RevokeInvitationInput,
} from './invitation.inputs.js'
import { loadUser } from './user.loaders.js'
import { UserType } from './user.type.js'

const CreatePayload = payloadType('CreateUser', 'user', () => UserType)
const InvitePayload = payloadType('InviteUser', 'user', () => UserType)
const RevokePayload = payloadType('RevokeInvitation', 'user', () => UserType)

const INPUT = { description: 'What to do.' }

@ObjectType('AcceptInvitationPayload', {
  simpleResolvers: true,
  description: 'What came of acceptInvitation.',
})
class AcceptInvitationPayload {
  @Field(() => String, {
    nullable: true,
    description: 'By which address the person signs in from now on; null when it was refused.',
  })
  email: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'A token that signs the person in, in development. Null in production: there the identity provider signs in whoever has the address.',
  })
  signInToken: string | null

  @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
  userErrors: readonly UserErrorType[]
}

@Resolver()
export class InvitationResolver {
  @Policy('manage people')
  @DryRun()
  @Mutation(() => CreatePayload, {
    description: 'Adds a person who may sign in at once. By company admins.',
  })
  createUser(@Arg('input', () => CreateUserInput, INPUT) input: CreateUserInput, @Ctx() ctx: Context) {
    return userPayload(ctx, () => createUser(ctx, input))
  }

  @Policy('manage people')
  @DryRun()
  @Mutation(() => InvitePayload, {
    description:
      'Adds a person and sends them a link that counts once, within seven days; they may sign in when they have accepted. For who is invited already, a new link takes the place of the old. By company admins.',
  })
  inviteUser(@Arg('input', () => InviteUserInput, INPUT) input: InviteUserInput, @Ctx() ctx: Context) {
    return userPayload(ctx, () => inviteUser(ctx, input))
  }

  @Policy('manage people')
  @DryRun()
  @Mutation(() => RevokePayload, {
    description:
      'Takes back the link that a person was sent; they stay INVITED, and inviting them again sends another. By company admins. Repeating the call changes nothing.',
  })
  revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, INPUT) input: RevokeInvitationInput,
    @Ctx() ctx: Context,
  ) {
    return userPayload(ctx, () => revokeInvitation(ctx, input).then(() => input.userId), input.userId)
  }

  @Policy(ANYBODY)
  @Mutation(() => AcceptInvitationPayload, {
    description:
      'Accepts an invitation, once. By whoever holds the link: it is the one mutation for which nobody needs to be signed in.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, INPUT) { token }: AcceptInvitationInput,
    @Ctx() ctx: Context,
  ) {
    const accepted = () => acceptInvitation(ctx.manager.connection, ctx.requestId, token)
    const { entity, userErrors } = await withUserErrors(accepted, (result) => signInOf(ctx, result))
    return { email: null, signInToken: null, ...entity, userErrors }
  }
}

async function signInOf({ issueToken }: Context, accepted: Acceptance | null) {
  return accepted && { email: accepted.email, signInToken: (await issueToken?.(accepted)) ?? null }
}

async function userPayload(ctx: Context, run: () => Promise<string>, present = '') {
  const { entity, userErrors } = await withUserErrors(run, (id) => loadUser(ctx, id ?? present, null))
  return { user: entity, userErrors }
}
