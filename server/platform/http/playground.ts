import { readFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { registerAssets } from './playground-assets.js'

/** Somebody of the worked example whom a developer may ask as. Their token is public: development only. */
export interface PlaygroundPerson {
  name: string
  email: string
  company: string
  companyId: string
  role: string
  token: string
}

/** A document worth trying; `group` is the task it belongs to, `variables` is JSON. */
export interface PlaygroundExample {
  group: string
  name: string
  description: string
  document: string
  variables?: string
}

export interface PlaygroundSession {
  people: PlaygroundPerson[]
  /** Whose the examples are; null where nobody is offered. */
  companyId: string | null
  examples: PlaygroundExample[]
}

export interface PlaygroundOptions {
  /** Where the build of server/playground was written. */
  assetsDir: string
  examples: (companyId: string | null) => Promise<PlaygroundExample[]>
  people: () => Promise<PlaygroundPerson[]>
}

/** The editor writes style attributes and carries its icon font inline; everything else is our own files. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const SAFETY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/**
 * Serves the playground on GET /graphql to whoever would rather read HTML than JSON, who is led there from /, and its
 * files under /playground/. Every other request on /graphql goes to whatever else is registered there, before or after.
 */
export async function registerPlayground(app: FastifyInstance, options: PlaygroundOptions): Promise<void> {
  const page = await readPage(options.assetsDir)
  addReaderConstraint(app)
  app.get('/graphql', { constraints: { reader: 'browser' } }, (_request, reply) => sendPage(reply, page))
  app.get('/', { constraints: { reader: 'browser' } }, (_request, reply) => reply.redirect('graphql'))
  app.get('/playground/session.json', (request, reply) => sendSession(request, reply, options))
  const directory = join(options.assetsDir, 'assets')
  await registerAssets(app, { directory, prefix: '/playground/', headers: SAFETY_HEADERS })
}

/** True when HTML is named and ranks above every form of JSON; a bare wildcard asks for GraphQL. */
export function prefersHtml(accept: string | undefined): boolean {
  const ranks = new Map((accept ?? '').split(',').map(parseMediaRange))
  const html = ranks.get('text/html') ?? 0
  const json = ['application/json', 'application/graphql-response+json', 'application/*', '*/*']
  return html > 0 && json.every((type) => (ranks.get(type) ?? 0) < html)
}

function parseMediaRange(range: string): [type: string, rank: number] {
  const [type = '', ...parameters] = range.toLowerCase().split(';')
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='))
  return [type.trim(), quality === undefined ? 1 : Number(quality.slice(2)) || 0]
}

/** A route constraint rather than a hook: the GraphQL route needs to know nothing, and order is no matter. */
function addReaderConstraint(app: FastifyInstance): void {
  if (app.hasConstraintStrategy('reader')) return
  app.addConstraintStrategy({
    name: 'reader',
    storage: () => new Map(),
    validate: () => true,
    deriveConstraint: (request: IncomingMessage) =>
      request.method !== 'POST' && prefersHtml(request.headers.accept) ? 'browser' : undefined,
  })
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply
    .headers({ ...SAFETY_HEADERS, 'cache-control': 'no-cache', vary: 'accept' })
    .type('text/html; charset=utf-8')
    .send(page)
}

/** The tokens of the example people are for this page alone, however generous the API is to other origins. */
async function sendSession(request: FastifyRequest, reply: FastifyReply, options: PlaygroundOptions) {
  reply.headers({ ...SAFETY_HEADERS, 'cache-control': 'no-store' })
  const origin = request.headers['sec-fetch-site'] ?? 'none'
  if (origin !== 'same-origin' && origin !== 'none')
    return reply.code(403).send({ error: 'Same origin only.' })
  const { company } = request.query as { company?: unknown }
  const people = await options.people()
  // Of the first, when nobody of the one that is asked for is offered.
  const { companyId } = people.find((person) => person.companyId === company) ??
    people[0] ?? { companyId: null }
  const session: PlaygroundSession = { people, companyId, examples: await options.examples(companyId) }
  return reply.send(session)
}

async function readPage(assetsDir: string): Promise<string> {
  return readFile(join(assetsDir, 'index.html'), 'utf8').catch(() => {
    throw new Error(`The playground is not built: no index.html in ${assetsDir}. Run "npm run build".`)
  })
}
