import { closeSync, openSync, writeSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Command } from 'commander'
import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../app/database.js'
import { readActivityMapping } from '../import/activities/activity-mapping.js'
import { activitiesText, refusals, reportLine, REPORT_HEADER } from '../import/activities/activity-report.js'
import {
  importActivities,
  type ActivitiesResult,
  type ActivityOrder,
} from '../import/activities/import-activities.js'
import { ImportError } from '../import/import-error.js'
import { companyOf, importOrder, type Flags } from '../import/import-order.js'
import { importPeople } from '../import/import-people.js'
import { rejections, reportCsv, reportText } from '../import/import-report.js'
import { readMapping } from '../import/mapping-file.js'
import { progressBar, type ProgressBar } from '../import/progress-bar.js'
import { readConfig } from '../platform/config.js'
import { migrate } from '../platform/database/migrate.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { createLog } from '../platform/log.js'
import { failWith, print } from '../platform/terminal.js'

interface Options extends Partial<Flags> {
  readonly activities?: string
  readonly folder?: string
  readonly mapping?: string
  readonly report?: string
  readonly quiet?: boolean
}

/** The options of people mean nothing to activities. */
const OF_ACTIVITIES = ['company', 'companyId', 'dryRun', 'skipInvalid', 'report', 'quiet', 'folder']

const command = new Command('npm run import --')
  .description(
    'Fills a company from CSV files. With --org: from one of people, one person a row: departments, teams with their ' +
      'leads, members; all of it or nothing. With --activities: from files of what these people did, as a mapping ' +
      'says; in batches, so that an import that was interrupted goes on when it is started again. ' +
      'The same files again change nothing.',
  )
  .option('--org <file>', 'the CSV of people, with a header')
  .option('--activities <mapping>', 'JSON that says which files hold activities, and what their columns mean')
  .option('--company <name>', 'the company, created from people when there is none of that name')
  .option('--company-id <id>', 'the company, when several bear the name')
  .option('--dry-run', 'tells what would happen and writes nothing')
  .option('--skip-invalid', 'imports the rows that are right although others are not')
  .option('--report <file>', 'writes what became of each row as CSV')
  .option('--quiet', 'tells nothing but what is wrong')
  .optionsGroup('Activities:')
  .option('--folder <path>', 'where the files of activities lie (default: beside their mapping)')
  .optionsGroup('People:')
  .option(
    '--mapping <file>',
    'JSON with company, founded, delimiter, columns, teamName, emailDomain, admin; flags win over it',
  )
  .option(
    '--founded <day>',
    'since when a new company and its people are there, such as 2016-01-01: nothing is logged before (default: now)',
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

try {
  await run(command.parse().opts<Options>())
} catch (error) {
  failWith(error)
}

async function run({ org, activities, ...options }: Options): Promise<void> {
  if (org !== undefined && activities === undefined) return runPeople({ ...options, org })
  if (org === undefined && activities !== undefined) return runActivities(activities, options)
  const reason = 'What is to be imported? Say so with --org people.csv or with --activities mapping.json'
  throw new ImportError('BAD_OPTION', `${reason}, one at a time: people come first.`)
}

async function runPeople(options: Options & Flags): Promise<void> {
  const order = importOrder(options, options.mapping === undefined ? {} : await readMapping(options.mapping))
  if (options.report !== undefined) await assertWritable(options.report, [options.org])
  const result = await withDatabase(options, (database, bar) =>
    importPeople(database, order, bar?.onProgress),
  )
  if (options.report !== undefined) await writeFile(options.report, reportCsv(result))
  const lines = options.quiet ? rejections(result.plan.rows) : [reportText(result)]
  lines.forEach(print)
  if (!result.isAccepted) process.exitCode = 1
}

async function runActivities(path: string, options: Options): Promise<void> {
  const stray = Object.keys(options).find((option) => !OF_ACTIVITIES.includes(option))
  if (stray !== undefined) {
    const flag = stray.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    throw new ImportError('BAD_OPTION', `--${flag} is for people; leave it out, the mapping says it all.`)
  }
  const mapping = await readActivityMapping(path)
  const folder = options.folder ?? dirname(path)
  const { dryRun = false, skipInvalid = false, report } = options
  const order = { mapping, folder, company: companyOf(options, mapping), dryRun, skipInvalid }
  const inputs = [path, ...mapping.files.map(({ file }) => resolve(folder, file))]
  if (report !== undefined) await assertWritable(report, inputs)
  const result = await withDatabase(options, (database, bar) => importReported(database, order, report, bar))
  const lines = options.quiet ? refusals(result) : [activitiesText(result)]
  lines.forEach(print)
  if (!isWhole(result)) process.exitCode = 1
}

/** The report is written as the import goes on: it tells of one that was interrupted, too. */
async function importReported(
  database: DataSource,
  order: ActivityOrder,
  report: string | undefined,
  bar: ProgressBar | null,
): Promise<ActivitiesResult> {
  const progress = bar ? { onProgress: bar.onProgress } : {}
  if (report === undefined) return importActivities(database, order, progress)
  const file = openSync(report, 'w')
  try {
    writeSync(file, REPORT_HEADER)
    const onOutcome = (outcome: Parameters<typeof reportLine>[0]) => void writeSync(file, reportLine(outcome))
    return await importActivities(database, order, { ...progress, onOutcome })
  } finally {
    closeSync(file)
  }
}

/** What the company refused of an accepted import is not there. */
function isWhole({ isAccepted, tally }: ActivitiesResult): boolean {
  return isAccepted && tally.errors.length === 0
}

async function withDatabase<T>(
  { quiet = false }: Options,
  work: (database: DataSource, bar: ProgressBar | null) => Promise<T>,
): Promise<T> {
  const server = await openDatabaseServer(readConfig(), quiet ? undefined : print)
  const bar = quiet ? null : progressBar()
  try {
    const database = await openAppDatabase(server.url, createLog('error'), 2)
    const done = migrate(database).then(() => work(database, bar))
    return await done.finally(() => database.destroy())
  } finally {
    bar?.stop()
    await server.stop()
  }
}

/** A report that cannot be written is better known before than after. */
async function assertWritable(report: string, inputs: readonly string[]): Promise<void> {
  if (inputs.some((input) => resolve(report) === resolve(input)))
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
