import { Command } from 'commander'
import { openAppDatabase } from '../app/database.js'
import { findByEmail } from '../features/people/sign-in.loaders.js'
import { readConfig } from '../platform/config.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { createSignIn } from '../platform/http/sign-in/sign-in.js'
import { createLog } from '../platform/log.js'
import { failWith, print } from '../platform/terminal.js'

const { args } = new Command('npm run token --')
  .description('Prints a token with which a person can sign in. Development only.')
  .argument('<email>', 'the e-mail address of the person')
  .parse()

try {
  await printTokens(args[0]!)
} catch (error) {
  failWith(error)
}

async function printTokens(email: string): Promise<void> {
  const config = readConfig()
  const log = createLog('warn')
  const { issueToken } = createSignIn(config, log)
  if (!issueToken) throw new Error('Tokens are issued here in development only (NODE_ENV is production).')
  const server = await openDatabaseServer(config)
  try {
    const database = await openAppDatabase(server.url, log, 1)
    const people = await findByEmail(database, email)
    await database.destroy()
    if (people.length === 0) throw new Error(`Nobody active has the e-mail address ${email}.`)
    for (const { userId, companyId, name, company } of people) {
      print(`${name}, ${company}`)
      print(await issueToken({ userId, companyId }))
    }
  } finally {
    await server.stop()
  }
}
