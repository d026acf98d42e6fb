import { GraphQLError } from 'graphql'
import { actorId } from '../domain/viewer.js'
import type { Context } from '../platform/context.js'
import type { Metered } from '../platform/graphql/limits/operation-cost.js'
import { addressOf, type Caller, type RateLimiter } from '../platform/http/rate-limit.js'
import { AnonymousContext } from './context.js'

/** The context that `signIn` makes, with the request charged to whoever it turns out to be. */
export async function meteredContext(
  limiter: RateLimiter | null,
  request: Caller,
  signIn: () => Promise<Context>,
): Promise<Context & Metered> {
  const ctx = await signIn().catch(async (error: unknown) => {
    const isRefused = error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED'
    if (isRefused) await limiter?.refusedCredential(request)
    throw error
  })
  await limiter?.admit(request, callerOf(ctx) ?? addressOf(request))
  const spend = (points: number) => limiter?.spend(request, points) ?? Promise.resolve()
  return Object.assign(ctx, { spend })
}

/** Whose points a request takes. Null: nobody has signed in. */
export function callerOf(ctx: Context): string | null {
  if (ctx instanceof AnonymousContext) return null
  return `${ctx.companyId}:${actorId(ctx.actor)}`
}
