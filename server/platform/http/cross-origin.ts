import cors from '@fastify/cors'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a script of another origin may read beside the body. */
const EXPOSED = [
  'x-request-id',
  'idempotent-replayed',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
]

/**
 * Lets pages of exactly these origins use the routes of `scope`. Without credentials in the sense of browsers: ours is
 * a header that the page itself must know, never a cookie.
 */
export async function allowOrigins(scope: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return
  await scope.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED,
    credentials: false,
    maxAge: 600,
  })
}

/**
 * Whether a page of this origin may open a socket, for which browsers ask nobody: the origins that may use the routes,
 * and our own. What is not a browser sends none.
 */
export function maySocket({ headers, host }: FastifyRequest, origins: readonly string[]): boolean {
  const { origin } = headers
  return (
    origin === undefined ||
    origins.includes(origin) ||
    (URL.canParse(origin) && new URL(origin).host === host)
  )
}
