import { Presets, SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { openAppDatabase } from '../app/database.js'
import { rebuildCompanies, type Rebuilt, type WrongSum } from '../features/activity/rollup-rebuild.js'
import { readConfig } from '../platform/config.js'
import { migrate } from '../platform/database/migrate.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { createLog } from '../platform/log.js'
import { failWith, print } from '../platform/terminal.js'

const command = new Command('npm run rollups:rebuild --')
  .description(
    'Makes the sums of people and nodes anew from the activities and says what differed. ' +
      'One transaction per company, in which nothing else of that company is changed.',
  )
  .option('--company <id>', 'only this company')

try {
  await run(command.parse().opts<{ company?: string }>().company ?? null)
} catch (error) {
  failWith(error)
}

async function run(companyId: string | null): Promise<void> {
  const server = await openDatabaseServer(readConfig(), print)
  const bar = new SingleBar(
    { format: 'Adding up {bar} {value} of {total}', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  try {
    const database = await openAppDatabase(server.url, createLog('error'), 2)
    const work = migrate(database).then(() =>
      rebuildCompanies(database, companyId, (done, total) => {
        if (!bar.isActive) bar.start(total, done)
        bar.update(done)
      }),
    )
    const rebuilt = await work.finally(() => database.destroy())
    bar.stop()
    rebuilt.flatMap(linesOf).forEach(print)
  } finally {
    bar.stop()
    await server.stop()
  }
}

const SHOWN = 20

function linesOf({ companyId, wrong }: Rebuilt): string[] {
  if (wrong.length === 0) return [`${companyId}: every sum was right.`]
  const more = wrong.length > SHOWN ? [`  and ${wrong.length - SHOWN} more`] : []
  return [
    `${companyId}: ${wrong.length} sums were wrong and are right now.`,
    ...wrong.slice(0, SHOWN).map(lineOf),
    ...more,
  ]
}

function lineOf({ of, id, day, activityTypeId, label, kept, right }: WrongSum): string {
  const what = `${of} ${id} on ${day}, type ${activityTypeId}${label && ` “${label}”`}`
  return `  ${what}: quantity ${kept.quantity} instead of ${right.quantity}, amount ${kept.amount} instead of ${right.amount}`
}
