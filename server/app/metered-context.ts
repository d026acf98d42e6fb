import type { FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { SYSTEM } from '../domain/viewer.js'
import type { Context } from '../platform/context.js'
import type { Metered } from '../platform/graphql/limits/operation-cost.js'
import { addressOf, type RateLimiter } from '../platform/http/rate-limit.js'
import { AnonymousContext } from './context.js'

/** The context that `signIn` makes, with the request charged to whoever it turns out to be. */
export async function meteredContext(
  limiter: RateLimiter | null,
  request: FastifyRequest,
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
function callerOf(ctx: Context): string | null {
  if (ctx instanceof AnonymousContext) return null
  const { actor, companyId } = ctx
  if (actor === SYSTEM) return 'system'
  return `${companyId}:${actor.kind === 'API_KEY' ? actor.keyId : actor.userId}`
}
