import { openAppDatabase } from '../../server/app/database.js'
import { createServer } from '../../server/app/server.js'
import { migrate } from '../../server/platform/database/migrate.js'
import { createSignIn } from '../../server/platform/http/sign-in/sign-in.js'
import { createLog } from '../../server/platform/log.js'
import { seedWorkedExample } from '../../server/seed/worked-example.js'
import { emptyDatabaseUrl } from './database.js'
import { JWT_SECRET } from './world.js'

export interface RunningPlayground {
  readonly url: string
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
    stop: async () => {
      await server.close()
      await database.destroy()
    },
  }
}
