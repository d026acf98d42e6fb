import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../server/app/database.js'
import { createServer } from '../../server/app/server.js'
import { migrate } from '../../server/platform/database/migrate.js'
import { createSignIn } from '../../server/platform/http/sign-in/sign-in.js'
import { createLog } from '../../server/platform/log.js'
import { buildCompany } from '../../server/seed/company-builder.js'
import { seedWorkedExample } from '../../server/seed/worked-example.js'
import { emptyDatabaseUrl } from './database.js'
import { JWT_SECRET } from './world.js'

export interface RunningPlayground {
  readonly url: string
  readonly database: DataSource
  stop(): Promise<void>
}

/** A server as in development, with the worked example alone: its people may be asked as. */
export async function startPlayground(): Promise<RunningPlayground> {
  const log = createLog('silent')
  const database = await openAppDatabase(await emptyDatabaseUrl('playground'), log)
  await migrate(database)
  await seedWorkedExample(database)
  const mode = 'development'
  const signIn = createSignIn({ mode, signIn: { secret: JWT_SECRET, provider: null } }, log)
  const server = await createServer({ database, signIn, mode, log })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    database,
    stop: async () => {
      await server.close()
      await database.destroy()
    },
  }
}

/** A second company, of which whoever is of the first sees nothing. */
export async function seedNeighbour(database: DataSource) {
  const builder = await buildCompany(database, { name: 'Neighbour' })
  const { companyId } = builder.ctx
  const team = await builder.team('NEXT DOOR', await builder.department('HOUSE'))
  await builder.metric({ key: 'CALLS', name: 'Calls' })
  const person = 'nora@neighbour.example'
  await builder.people([{ email: person, name: 'Nora Next', roles: [{ role: 'ADMIN', nodeId: companyId }] }])
  return { companyId, person, team }
}
