import pg from 'pg'
import { migrate } from '../../../server/app/migrate.js'
import { activityCompany } from '../../support/activity-company.js'
import { emptyDatabaseUrl } from '../../support/database.js'
import { codesOf, runDocument } from '../../support/run-document.js'
import { startServerProcess, type ServerProcess } from '../../support/server-process.js'
import type { TestCompany } from '../../support/test-company.js'
import { age, askingIn, callsOf, logCall, newKey, type Asked } from '../../support/with-key.js'
import { startWorld, type World } from '../../support/world.js'

let databaseUrl: string
let world: World
let acme: TestCompany

// A database of this file's own: its tables are locked.
beforeAll(async () => {
  databaseUrl = await emptyDatabaseUrl('idempotency')
  await migrate(databaseUrl)
  world = await startWorld(databaseUrl)
})
beforeEach(async () => (acme = await activityCompany(world)))
afterAll(() => world.stop())

const ask = (asked: Asked) => askingIn(world, acme)(asked)
const logged = () => callsOf(world, acme)
const call = () => logCall(acme, acme.person('pia@acme.test'))

/** The same, and reads on after the change, from a table that `held` can hold. */
const callAndRead = () => {
  const { document, variables } = call()
  const read = '{ query { company { apiKeys { totalCount } } } activity {'
  return { document: document.replace('{ activity {', read), variables }
}

/** Does `work` while nobody else gets what the statement locks. */
async function held<T>(lock: string, work: (release: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`BEGIN; ${lock}`)
  try {
    return await work(() => client.query('ROLLBACK'))
  } finally {
    await client.end()
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

const isWaiting = async () => {
  const query = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return (await world.database.query<unknown[]>(query)).length > 0
}

const COMPANY = () => `SELECT FROM company WHERE company_id = '${acme.id}' FOR UPDATE`
const KEYS = () => 'LOCK TABLE api_key IN ACCESS EXCLUSIVE MODE'

describe('a fault is no outcome:', () => {
  it('when nothing was changed, the same key does it as soon as it can be done', async () => {
    const key = newKey()
    const failed = await held(COMPANY(), () => ask({ key, ...call() }))
    expect(failed.codes).toEqual(['OVERLOADED'])
    expect(await logged()).toBe(0)
    expect(await ask({ key, ...call() })).toMatchObject({ codes: [], isReplayed: false })
    expect(await logged()).toBe(1)
  })

  it('when something was changed, it is not done again, and the next with this key is told so', async () => {
    const key = newKey()
    const failed = await held(KEYS(), () => ask({ key, ...callAndRead() }))
    expect(failed.codes).toEqual(['OVERLOADED'])
    expect(await logged()).toBe(1)
    const again = await ask({ key, ...callAndRead() })
    expect({ status: again.status, codes: again.codes }).toEqual({
      ...{ status: 409, codes: ['IDEMPOTENCY_OUTCOME_LOST'] },
    })
    expect(await logged()).toBe(1)
  })
})

describe('a server that is killed', () => {
  let server: ServerProcess
  beforeEach(async () => (server = await startServerProcess(databaseUrl)))

  /** Sends the request to the server, kills it once `isSo`, and starts another. */
  async function killedWhen(isSo: () => Promise<boolean>, key: string, asked: Asked): Promise<void> {
    const request = { ...asked, token: await world.token(acme.admin), headers: { 'idempotency-key': key } }
    const answer = runDocument(server.url, request).then(
      () => 'answered',
      () => 'cut off',
    )
    await until(isSo)
    await server.kill()
    expect(await answer).toBe('cut off')
  }

  it('before the change is made has not made it: the same key makes it', async () => {
    const key = newKey()
    await held(COMPANY(), () => killedWhen(isWaiting, key, call()))
    expect(await logged()).toBe(0)
    expect(await ask({ key, ...call() })).toMatchObject({ codes: [], isReplayed: false })
    expect(await logged()).toBe(1)
  })

  it('between the change and its answer has made it: the same key does not make it twice', async () => {
    const key = newKey()
    await held(KEYS(), () => killedWhen(async () => (await logged()) === 1, key, callAndRead()))
    const soon = await ask({ key, ...callAndRead() })
    expect({ codes: soon.codes, retryAfter: soon.headers.get('retry-after') }).toEqual({
      ...{ codes: ['IDEMPOTENCY_IN_PROGRESS'], retryAfter: '1' },
    })
    await age(world, acme, '1 minute')
    const later = await ask({ key, ...callAndRead() })
    expect(codesOf(later)).toEqual(['IDEMPOTENCY_OUTCOME_LOST'])
    expect(await logged()).toBe(1)
  })
})
