import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { atomicErrors, itemError } from '../../platform/graphql/batch.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { withUserErrors } from '../../platform/graphql/user-errors.js'
import { moveUsers, type MoveResult } from './move-users.commands.js'
import { MoveUsersInput, MoveUsersPayload, type MoveUsersResultType } from './move-users.type.js'
import { loadUser } from './user.loaders.js'

@Resolver()
export class MoveUsersResolver {
  @Policy('move people')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => MoveUsersPayload, {
    description:
      'Puts people into teams, or into none, from now on, one or many at once; what they did stays with the teams they were in. By company admins and managers, and by department admins and managers within their department: the right is needed where a person is and where they are to go, and who is in no team is the company’s. Repeating the call changes nothing.',
  })
  async moveUsers(
    @Arg('input', () => MoveUsersInput, { description: 'What to do.' }) input: MoveUsersInput,
    @Ctx() ctx: Context,
  ): Promise<MoveUsersPayload> {
    const items = input.items.map(({ teamId = null, ...item }) => ({ ...item, teamId }))
    const run = () => moveUsers(ctx, { ...input, items })
    const { entity, userErrors } = await withUserErrors(run, async (done) => done)
    if (!entity) return { results: [], isWritten: false, userErrors }
    const { results, isWritten } = entity
    const shown = await Promise.all(
      results.map((result, index) => shownResult(ctx, result, { index, ...items[index]! })),
    )
    return {
      results: shown,
      isWritten,
      userErrors: input.mode === 'ATOMIC' ? atomicErrors(shown, 'call') : [],
    }
  }
}

async function shownResult(
  ctx: Context,
  result: MoveResult,
  { index, userId }: { readonly index: number; readonly userId: string },
): Promise<MoveUsersResultType> {
  const isRejected = result.status === 'REJECTED'
  const isShown = !isRejected || result.error.code === 'VERSION_CONFLICT'
  const user = isShown ? await nullWhereForbidden(() => loadUser(ctx, userId, null)) : null
  return { status: result.status, user, userErrors: isRejected ? [itemError(result.error, index)] : [] }
}
