import { Command } from 'commander'
import { openAppDatabase } from '../app/database.js'
import { seedIfEmpty } from '../app/seed.js'
import { readConfig } from '../platform/config.js'
import { migrate, rollBack } from '../platform/database/migrate.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { createLog } from '../platform/log.js'
import { failWith, print } from '../platform/terminal.js'
import type { DataSource } from 'typeorm'

const command = new Command('database').description('Works on the database that `npm start` uses.')
command
  .command('migrate')
  .description('brings the schema up to date')
  .action(() => on(migrateToLatest))
command
  .command('rollback')
  .description('takes the latest migration back')
  .action(() => on(rollBackOne))
command
  .command('seed')
  .description('creates the demo companies, unless there is a company')
  .action(() => on(seed))
command
  .command('reset')
  .description('drops everything, then migrates and seeds')
  .option('--yes', 'needed when NODE_ENV is production')
  .action(({ yes }: { yes?: boolean }) =>
    on((database, isProduction) => reset(database, isProduction && !yes)),
  )
command
  .command('check')
  .description('fails when entities and migrations differ')
  .action(() => on(check))

await command.parseAsync().catch(failWith)

async function on(work: (database: DataSource, isProduction: boolean) => Promise<void>): Promise<void> {
  const config = readConfig()
  const server = await openDatabaseServer(config, print)
  try {
    const database = await openAppDatabase(server.url, createLog('warn'), 2)
    await work(database, config.mode === 'production').finally(() => database.destroy())
  } finally {
    await server.stop()
  }
}

async function migrateToLatest(database: DataSource): Promise<void> {
  const applied = await migrate(database)
  print(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`)
}

async function rollBackOne(database: DataSource): Promise<void> {
  print(`Rolled back: ${(await rollBack(database)) ?? 'nothing, no migration is applied'}`)
}

async function seed(database: DataSource): Promise<void> {
  await migrate(database)
  const made = await seedIfEmpty(database, print)
  print(made ? 'Seeded.' : 'There is a company already: nothing was changed. To begin anew: npm run db:reset')
}

async function reset(database: DataSource, refuse: boolean): Promise<void> {
  if (refuse) throw new Error('This drops every company. In production say so: npm run db:reset -- --yes')
  await database.dropDatabase()
  await migrate(database)
  await seedIfEmpty(database, print)
  print('The database is as new.')
}

async function check(database: DataSource): Promise<void> {
  await migrate(database)
  const { upQueries } = await database.driver.createSchemaBuilder().log()
  if (upQueries.length === 0) return print('Entities and migrations agree.')
  throw new Error(
    ['Entities and migrations differ; a migration is missing:', ...upQueries.map(({ query }) => query)].join(
      '\n  ',
    ),
  )
}
