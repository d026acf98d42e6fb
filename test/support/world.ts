import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../server/app/database.js'
import { migrate } from '../../server/app/migrate.js'
import { createServer, type ServerOptions } from '../../server/app/server.js'
import { onInvitation, type Invitation } from '../../server/features/people/invitation-delivery.js'
import { secureRows, type RowLevelSecurity } from '../../server/platform/database/row-level-security.js'
import { recordStatements } from '../../server/platform/database/statements.js'
import { issueToken } from '../../server/platform/http/sign-in/own-token.js'
import { createSignIn } from '../../server/platform/http/sign-in/sign-in.js'
import type { Execution } from '../../server/platform/config.js'
import { createLog, type Log } from '../../server/platform/log.js'
import type { ProviderSettings } from '../../server/platform/sign-in-settings.js'
import { buildCompany } from '../../server/seed/company-builder.js'
import { seedWorkedExample } from '../../server/seed/worked-example.js'
import { copierOf, type Copier } from './copy-company.js'
import { emptyDatabaseUrl, testDatabaseUrl } from './database.js'
import { mutationDocument, outcomeOf, type Mutation, type Outcome } from './mutation.js'
import { runDocument, type Answer } from './run-document.js'
import { existingCompany, furnish, standIn, type CompanyPlan, type TestCompany } from './test-company.js'

/** Somebody who asks. Null asks without a token. */
export interface Viewer {
  readonly userId: string
  readonly companyId: string
}

type Told<A> = A & { readonly statements: readonly string[] }

/** A database and a server that listens. One per test file; each test makes companies of its own. */
export interface World {
  readonly url: string
  readonly database: DataSource
  readonly server: FastifyInstance
  /** What was delivered, the latest last. */
  readonly invitations: readonly Invitation[]
  company(plan?: CompanyPlan): Promise<TestCompany>
  workedExample(): Promise<TestCompany>
  token(viewer: Viewer, expiresIn?: string): Promise<string>
  run<T = unknown>(viewer: Viewer | null, document: string, variables?: object): Promise<Told<Answer<T>>>
  mutate(viewer: Viewer, mutation: Mutation, input: object): Promise<Told<Outcome>>
  stop(): Promise<void>
}

export const JWT_SECRET = 'a secret that only the tests of this repository know'

/** Nobody is limited in how often they ask, unless `rateLimit` says so. */
export interface WorldOptions extends Partial<Omit<ServerOptions, 'signIn'>> {
  readonly provider?: ProviderSettings | null
  readonly log?: Log
  readonly rowLevelSecurity?: RowLevelSecurity
}

/** What a company sees is the same without them: ROW_LEVEL_SECURITY=off EXECUTION=interpreted npx jest. */
const { ROW_LEVEL_SECURITY = 'auto', EXECUTION = 'compiled' } = process.env

export async function startWorld(
  databaseUrl?: string,
  {
    provider = null,
    log = createLog('silent'),
    rowLevelSecurity = ROW_LEVEL_SECURITY as RowLevelSecurity,
    execution = EXECUTION as Execution,
    // What a slow machine does not answer in time is for the tests that are about that.
    deadlineMs = 120_000,
    ...options
  }: WorldOptions = {},
): Promise<World> {
  const database = await openAppDatabase(databaseUrl ?? (await testDatabaseUrl()), log)
  await secureRows(database, rowLevelSecurity)
  const signIn = createSignIn({ mode: 'production', signIn: { secret: JWT_SECRET, provider } }, log)
  const server = await createServer({
    database,
    signIn,
    mode: 'production',
    log,
    execution,
    deadlineMs,
    ...options,
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const invitations: Invitation[] = []
  onInvitation(database, async (invitation) => void invitations.push(invitation))
  const token = tokenMaker()
  const run: World['run'] = async (viewer, document, variables) => {
    const request = { document, variables, ...(viewer && { token: await token(viewer) }) }
    const { result, statements } = await recordStatements(() => runDocument<never>(url, request))
    return { ...result, statements }
  }
  return {
    ...{ url, database, server, invitations, token, run },
    company: async (plan = {}) => furnish(await buildCompany(database, { name: plan.name ?? 'ACME' }), plan),
    workedExample: async () => existingCompany(await seedWorkedExample(database)),
    mutate: async (viewer, mutation, input) =>
      outcomeOf(mutation, await run(viewer, mutationDocument(mutation), { input })),
    stop: async () => {
      await server.close()
      await database.destroy()
    },
  }
}

/** Two tokens of somebody made within a second are the same to the letter: the second one need not be signed. */
function tokenMaker(): World['token'] {
  const made = new Map<string, Promise<string>>()
  let second = 0
  return (viewer, expiresIn = '1h') => {
    const now = Math.floor(Date.now() / 1_000)
    if (now !== second) made.clear()
    second = now
    const key = `${viewer.companyId} ${viewer.userId} ${expiresIn}`
    const token = made.get(key) ?? issueToken(JWT_SECRET, viewer, expiresIn)
    made.set(key, token)
    return token
  }
}

/** In a database of its own, of which PostgreSQL and the server know nothing but what the test has put there. */
export async function startOwnWorld(purpose: string): Promise<World> {
  const url = await emptyDatabaseUrl(purpose)
  await migrate(url)
  return startWorld(url)
}

/** The world of a test file, from before its first test until after its last. Nothing can be asked of it sooner. */
export function inWorld(options: WorldOptions | (() => Promise<WorldOptions>) = {}): World {
  let world: World
  beforeAll(async () => {
    world = await startWorld(undefined, typeof options === 'function' ? await options() : options)
  })
  afterAll(() => world.stop())
  return {
    get url() {
      return world.url
    },
    get database() {
      return world.database
    },
    get invitations() {
      return world.invitations
    },
    get server() {
      return world.server
    },
    company: (plan) => world.company(plan),
    workedExample: () => world.workedExample(),
    token: (viewer, expiresIn) => world.token(viewer, expiresIn),
    run: (viewer, document, variables) => world.run(viewer, document, variables),
    mutate: (viewer, mutation, input) => world.mutate(viewer, mutation, input),
    stop: () => world.stop(),
  }
}

type Founding = (world: World) => Promise<TestCompany>

/** A world, and in it a company for each test: founded once, before the first, and copied for each. */
export function inEachTest(found: Founding, world = inWorld()): { world: World; acme: TestCompany } {
  let copy: Copier
  let company: TestCompany
  beforeAll(async () => {
    copy = await copierOf(world.database, (await found(world)).id)
  })
  beforeEach(async () => {
    company = await existingCompany(await copy())
  })
  return { world, acme: standIn(() => company) }
}

/** A world, and in it a company that is founded once, before the first test. */
export function inAllTests(found: Founding, world = inWorld()): { world: World; acme: TestCompany } {
  let company: TestCompany
  beforeAll(async () => {
    company = await found(world)
  })
  return { world, acme: standIn(() => company) }
}
