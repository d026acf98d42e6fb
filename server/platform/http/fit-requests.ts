import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusal } from './refusal.js'

const METHODS = ['GET', 'POST']

/** Headers that a page of another site cannot make a browser send without asking us first (a preflight). */
const UNFORGEABLE = ['authorization', 'apollo-require-preflight', 'x-apollo-operation-name']

interface Refusal {
  readonly status: number
  readonly message: string
}

/** Refuses on the routes of `scope` what is no request for one operation, before anybody is signed in. */
export function refuseUnfitRequests(scope: FastifyInstance): void {
  scope.addHook('preHandler', (request, reply, done) => {
    const found = whyUnfit(request)
    if (found === null) return done()
    if (found.status === 405) void reply.header('allow', METHODS.join(', '))
    void reply.code(found.status).send(refusal(found.message))
  })
}

function whyUnfit(request: FastifyRequest): Refusal | null {
  const { method, body } = request
  if (!METHODS.includes(method))
    return { status: 405, message: `${method} is not answered here; send GET for a query, or POST.` }
  if (Array.isArray(body)) {
    const message = `The body is a list of ${body.length} requests; one at a time is answered. Ask for several things in one operation, or send several requests.`
    return { status: 400, message }
  }
  return isForgeable(request) ? { status: 400, message: FORGEABLE } : null
}

const FORGEABLE = `A request with cookies is answered only with one of the headers ${UNFORGEABLE.join(', ')}, or a body of application/json: without, another site may have sent it.`

/** Nobody is signed in by a cookie; but whoever puts one in front of us is not to open this door by it. */
function isForgeable({ headers }: FastifyRequest): boolean {
  const isJson = headers['content-type']?.startsWith('application/json') ?? false
  return headers.cookie !== undefined && !isJson && UNFORGEABLE.every((name) => headers[name] === undefined)
}
