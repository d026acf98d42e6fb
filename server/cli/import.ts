import { open, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { openAppDatabase } from '../app/database.js'
import { ImportError } from '../import/import-error.js'
import { importOrder, type Flags, type ImportOrder } from '../import/import-order.js'
import { importPeople, type ImportResult } from '../import/import-people.js'
import { rejections, reportCsv, reportText } from '../import/import-report.js'
import { readMapping } from '../import/mapping-file.js'
import { progressBar } from '../import/progress-bar.js'
import { readConfig } from '../platform/config.js'
import { migrate } from '../platform/database/migrate.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { createLog } from '../platform/log.js'
import { failWith, print } from '../platform/terminal.js'

interface Options extends Flags {
  readonly mapping?: string
  readonly report?: string
  readonly quiet?: boolean
}

const command = new Command('npm run import --')
  .description(
    'Fills a company from a CSV of people, one person a row: departments, teams with their leads, members. ' +
      'All of it or nothing; the same file again changes nothing.',
  )
  .requiredOption('--org <file>', 'the CSV of people, with a header')
  .option('--company <name>', 'the company, created when there is none of that name')
  .option('--company-id <id>', 'the company, when several bear the name')
  .option(
    '--mapping <file>',
    'JSON with company, delimiter, columns, teamName, emailDomain, admin; flags win over it',
  )
  .option('--department-column <header>', 'the column of departments; "" for none')
  .option('--team-column <header>', 'the column of teams; without one each lead has a team')
  .option('--lead-column <header>', 'the column of team leads; "" for none')
  .option('--member-column <header>', 'the column of members')
  .option('--email-column <header>', 'the column of e-mail addresses; "" for none')
  .option('--email-domain <domain>', 'for addresses made from names (default: "<company>.example")')
  .option('--team-name <text>', 'how teams are called, such as "Team {team}"')
  .option('--delimiter <character>', 'what stands between cells, such as ";" or tab (default: ",")')
  .option('--admin-name <name>', 'the name of a company admin who is created (default: "Company Admin")')
  .option(
    '--admin-email <email>',
    'who administers the company (default: "admin@<domain>", unless somebody does already)',
  )
  .option('--dry-run', 'tells what would happen and writes nothing')
  .option('--skip-invalid', 'imports the rows that are right although others are not')
  .option('--report <file>', 'writes what became of each row as CSV')
  .option('--quiet', 'tells nothing but what is wrong')

try {
  await run(command.parse().opts<Options>())
} catch (error) {
  failWith(error)
}

async function run(options: Options): Promise<void> {
  const order = importOrder(options, options.mapping === undefined ? {} : await readMapping(options.mapping))
  if (options.report !== undefined) await assertWritable(options.report, options.org)
  const result = await imported(order, options.quiet ?? false)
  if (options.report !== undefined) await writeFile(options.report, reportCsv(result))
  const lines = options.quiet ? rejections(result.plan.rows) : [reportText(result)]
  lines.forEach(print)
  if (!result.isAccepted) process.exitCode = 1
}

async function imported(order: ImportOrder, quiet: boolean): Promise<ImportResult> {
  const server = await openDatabaseServer(readConfig(), quiet ? undefined : print)
  const bar = quiet ? null : progressBar()
  try {
    const database = await openAppDatabase(server.url, createLog('error'), 2)
    const work = migrate(database).then(() => importPeople(database, order, bar?.onProgress))
    return await work.finally(() => database.destroy())
  } finally {
    bar?.stop()
    await server.stop()
  }
}

/** A report that cannot be written is better known before than after. */
async function assertWritable(report: string, input: string): Promise<void> {
  if (resolve(report) === resolve(input))
    throw new ImportError('BAD_OPTION', '--report: this is the file to import.')
  try {
    await (await open(report, 'a')).close()
  } catch (error) {
    throw new ImportError(
      'FILE_UNUSABLE',
      `${report} cannot be written: ${(error as Error).message}. Check the path.`,
    )
  }
}
