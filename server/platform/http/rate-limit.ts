import type { FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { requestError } from '../graphql/request-error.js'

/** So many points in so many seconds for each caller, counted by this process alone. */
export interface RateLimit {
  readonly points: number
  readonly seconds: number
}

/** Credentials that are not valid are refused this much sooner than other requests of an address. */
const FAILURES_PER_POINT = 0.01

/** Where a request comes from. It stands for the request: what is taken later is taken from whom it was admitted as. */
export type Caller = Pick<FastifyRequest, 'ip'>

/** What requests take from their caller's points. Each request begins with one. */
export interface RateLimiter {
  /** Takes a point from `caller`, be it a person, a key or an address. @throws RATE_LIMITED when none is left. */
  admit(request: Caller, caller: string): Promise<void>
  /** @throws RATE_LIMITED when the address has sent too many. A valid credential is answered all the same. */
  refusedCredential(request: Caller): Promise<void>
  /** Takes more from whoever was admitted with this request, below zero if need be. */
  spend(request: Caller, points: number): Promise<void>
  /** Says in headers what is left. A request that never came so far as to be admitted is charged to its address. */
  tell(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

interface Account {
  readonly caller: string
  readonly state: RateLimiterRes
}

export function createRateLimiter({ points, seconds }: RateLimit): RateLimiter {
  const all = new RateLimiterMemory({ keyPrefix: 'all', points, duration: seconds })
  const most = Math.ceil(points * FAILURES_PER_POINT)
  const failures = new RateLimiterMemory({ keyPrefix: 'failed', points: most, duration: seconds })
  const accounts = new WeakMap<Caller, Account>()

  async function take(request: Caller, caller: string, cost: number): Promise<RateLimiterRes> {
    const state = await all.penalty(caller, cost)
    accounts.set(request, { caller, state })
    return state
  }

  const admit = async (request: Caller, caller: string) => {
    const state = await take(request, caller, 1)
    if (state.consumedPoints > points) throw rateLimited(`more than ${points} points`, state)
  }

  return {
    admit,
    refusedCredential: async (request) => {
      await admit(request, addressOf(request))
      const state = await failures.penalty(request.ip)
      accounts.set(request, { caller: addressOf(request), state })
      if (state.consumedPoints > most) throw rateLimited(`more than ${most} invalid credentials`, state)
    },
    spend: async (request, cost) => {
      const { caller } = accounts.get(request) ?? {}
      if (caller !== undefined && cost > 0) await take(request, caller, cost)
    },
    tell: async (request, reply) => {
      const state = accounts.get(request)?.state ?? (await take(request, addressOf(request), 1))
      const reset = String(wholeSeconds(state))
      const left = String(Math.max(state.remainingPoints, 0))
      const limit = String(points)
      void reply.headers({ 'ratelimit-limit': limit, 'ratelimit-remaining': left, 'ratelimit-reset': reset })
      if (reply.statusCode === 429) void reply.header('retry-after', reset)
    },
  }

  function rateLimited(used: string, state: RateLimiterRes): Error {
    const wait = wholeSeconds(state)
    return requestError(
      'RATE_LIMITED',
      `You used ${used} in ${seconds} s, which is the limit. Wait ${wait} s.`,
    )
  }
}

/** The caller of a request without a valid credential. */
export function addressOf({ ip }: Caller): string {
  return `ip:${ip}`
}

function wholeSeconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000))
}
