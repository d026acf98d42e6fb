import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../server/app/database.js'
import { createServer, type ServerOptions } from '../../server/app/server.js'
import { secureRows, type RowLevelSecurity } from '../../server/platform/database/row-level-security.js'
import { recordStatements } from '../../server/platform/database/statements.js'
import { issueToken } from '../../server/platform/http/sign-in/own-token.js'
import { createSignIn } from '../../server/platform/http/sign-in/sign-in.js'
import { createLog, type Log } from '../../server/platform/log.js'
import type { ProviderSettings } from '../../server/platform/sign-in-settings.js'
import { buildCompany } from '../../server/seed/company-builder.js'
import { seedWorkedExample } from '../../server/seed/worked-example.js'
import { testDatabaseUrl } from './database.js'
import { mutationDocument, outcomeOf, type Mutation, type Outcome } from './mutation.js'
import { runDocument, type Answer } from './run-document.js'
import { existingCompany, furnish, type CompanyPlan, type TestCompany } from './test-company.js'

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

/** What a company sees is the same without it: ROW_LEVEL_SECURITY=off npx jest. */
const { ROW_LEVEL_SECURITY = 'auto' } = process.env

export async function startWorld(
  databaseUrl?: string,
  {
    provider = null,
    log = createLog('silent'),
    rowLevelSecurity = ROW_LEVEL_SECURITY as RowLevelSecurity,
    ...options
  }: WorldOptions = {},
): Promise<World> {
  const database = await openAppDatabase(databaseUrl ?? (await testDatabaseUrl()), log)
  await secureRows(database, rowLevelSecurity)
  const signIn = createSignIn({ mode: 'production', signIn: { secret: JWT_SECRET, provider } }, log)
  const server = await createServer({ database, signIn, mode: 'production', log, ...options })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const token = (viewer: Viewer, expiresIn = '1h') => issueToken(JWT_SECRET, viewer, expiresIn)
  const run: World['run'] = async (viewer, document, variables) => {
    const request = { document, variables, ...(viewer && { token: await token(viewer) }) }
    const { result, statements } = await recordStatements(() => runDocument<never>(url, request))
    return { ...result, statements }
  }
  return {
    ...{ url, database, server, token, run },
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
