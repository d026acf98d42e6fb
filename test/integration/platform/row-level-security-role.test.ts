import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../../server/app/database.js'
import { migrate } from '../../../server/platform/database/migrate.js'
import { secureRows } from '../../../server/platform/database/row-level-security.js'
import { createLog } from '../../../server/platform/log.js'
import { emptyDatabaseUrl } from '../../support/database.js'
import { asAppRole } from '../../support/as-app-role.js'
import { startWorld } from '../../support/world.js'

// Somebody who owns the database and nothing more: no superuser, and no right to make roles.
const OWNER = `key_metrics_test_owner_${process.env.JEST_WORKER_ID}`

let administrator: DataSource
let url: string

beforeAll(async () => {
  const database = await emptyDatabaseUrl('owned')
  administrator = await openAppDatabase(database, createLog('silent'), 1)
  await administrator.query(
    `DO $$ BEGIN CREATE ROLE key_metrics_app; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
  )
  await administrator.query(`DROP ROLE IF EXISTS ${OWNER}`)
  await administrator.query(
    `CREATE ROLE ${OWNER} LOGIN PASSWORD 'known to this test' NOSUPERUSER NOCREATEROLE`,
  )
  await administrator.query(`ALTER DATABASE "${new URL(database).pathname.slice(1)}" OWNER TO ${OWNER}`)
  url = Object.assign(new URL(database), { username: OWNER, password: 'known to this test' }).href
})

afterAll(async () => {
  await administrator.query(`DROP OWNED BY ${OWNER} CASCADE`)
  await administrator.query(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" OWNER TO CURRENT_USER`)
  await administrator.query(`DROP ROLE ${OWNER}`)
  await administrator.destroy()
})

async function migrated(): Promise<DataSource> {
  const database = await openAppDatabase(url, createLog('silent'), 2)
  await migrate(database)
  return database
}

it('an owner who may not take the role is served without it, is told why, and is refused when it must be', async () => {
  const database = await migrated()
  expect(await secureRows(database, 'off')).toBeNull()
  const reason =
    /the role key_metrics_app cannot be taken: permission denied to set role "key_metrics_app"\. An administrator of the database runs: CREATE ROLE/
  expect(await secureRows(database, 'auto')).toMatch(reason)
  await expect(secureRows(database, 'on')).rejects.toThrow(reason)
  await database.destroy()
  const world = await startWorld(url, { rowLevelSecurity: 'auto' })
  const { admin } = await world.company({ metrics: ['REV'] })
  expect((await world.run(admin, '{ metrics { key } }')).data).toEqual({ metrics: [{ key: 'REV' }] })
  await world.stop()
})

it('once an administrator has granted the role, a start is all it takes', async () => {
  await administrator.query(`GRANT key_metrics_app TO ${OWNER}`)
  const database = await migrated()
  expect(await secureRows(database, 'on')).toBeNull()
  await database.destroy()
  const world = await startWorld(url, { rowLevelSecurity: 'on' })
  const acme = await world.company({ metrics: ['REV'] })
  await world.company({ metrics: ['REV'] })
  const { changed } = await world.mutate(acme.admin, 'archiveMetric', {
    ...{ metricId: acme.metric('REV'), expectedVersion: 1 },
  })
  expect(changed?.version).toBe(2)
  const rows = await asAppRole(world.database, acme.id, 'SELECT DISTINCT company_id AS id FROM metric')
  expect(rows).toEqual([{ id: acme.id }])
  await world.stop()
})
