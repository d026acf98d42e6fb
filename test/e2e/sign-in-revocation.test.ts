import { openTokenWorkshop, REFUSED, type TokenWorkshop } from '../support/token-workshop.js'
import { codesOf, runDocument } from '../support/run-document.js'
import { inSeconds } from '../support/forged-token.js'

let workshop: TokenWorkshop

beforeAll(async () => {
  workshop = await openTokenWorkshop()
})

afterAll(() => workshop.stop())

/** Tess of a new company, in which she is admin, with a token of each sort. */
async function newTess() {
  const { world, provider, rsaKey } = workshop
  const acme = await world.company()
  const email = `tess@${acme.id}.test`
  const [userId] = await acme.build.people([
    { email, name: 'Tess', roles: [{ role: 'ADMIN', nodeId: acme.id }] },
  ])
  const own = (iat: number) => workshop.own({ sub: userId, company: acme.id, iat })
  const fromProvider = (iat: number) => provider.token(rsaKey, provider.claims({ email, iat }))
  const sql = (assignment: string) =>
    world.database.query(`UPDATE app_user SET ${assignment} WHERE company_id = $1 AND id = $2`, [
      acme.id,
      userId,
    ])
  return { acme, userId: userId!, sql, tokens: { own, fromProvider } }
}

const SORTS = ['own', 'fromProvider'] as const
const ask = (token: string, document = '{ viewer { name roleAssignments { role } } }') =>
  runDocument(workshop.world.url, { token, document })
const TESS = { status: 200, data: { viewer: { name: 'Tess', roleAssignments: [{ role: 'ADMIN' }] } } }
const createMetric = (key: string) =>
  `mutation { createMetric(input: { key: "${key}", name: "x", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }`

describe.each(SORTS)('in the very next request with the same token (%s)', (sort) => {
  it('who is deactivated is refused, and is answered again when reactivated', async () => {
    const { sql, tokens } = await newTess()
    const token = tokens[sort](inSeconds(0))
    expect(await ask(token)).toMatchObject(TESS)
    await sql(`status = 'DEACTIVATED'`)
    expect(await ask(token)).toMatchObject(REFUSED)
    await sql(`status = 'ACTIVE'`)
    expect(await ask(token)).toMatchObject(TESS)
  })

  it('who has lost a role may do no more what came with it', async () => {
    const { acme, userId, tokens } = await newTess()
    const token = tokens[sort](inSeconds(0))
    expect((await ask(token, createMetric('A'))).data).toEqual({ createMetric: { userErrors: [] } })
    await workshop.world.database.query(
      `WITH next AS (
         UPDATE company SET config_version = config_version + 1, changed_at = changed_at + interval '1 ms'
          WHERE company_id = $1 RETURNING changed_at)
       UPDATE role_assignment SET valid_to = next.changed_at FROM next WHERE company_id = $1 AND user_id = $2`,
      [acme.id, userId],
    )
    expect((await ask(token, createMetric('B'))).data).toEqual({
      createMetric: { userErrors: [{ code: 'FORBIDDEN' }] },
    })
    expect((await ask(token)).data).toEqual({ viewer: { name: 'Tess', roleAssignments: [] } })
  })

  it('whose tokens were taken back is refused, until there is a new one', async () => {
    const { sql, tokens } = await newTess()
    const then = inSeconds(-30)
    const [old, current] = [tokens[sort](then - 30), tokens[sort](then)]
    expect(await ask(old)).toMatchObject(TESS)
    await sql(`tokens_valid_from = to_timestamp(${then})`)
    expect(await ask(old)).toMatchObject(REFUSED)
    expect(await ask(current)).toMatchObject(TESS)
    await sql(`tokens_valid_from = to_timestamp(${then}) + interval '1 ms'`)
    expect(await ask(current)).toMatchObject(REFUSED)
    await sql(`tokens_valid_from = NULL`)
    expect(await ask(old)).toMatchObject(TESS)
  })
})

it('a change that waited while its credential was taken back is not made', async () => {
  const { acme, sql, tokens } = await newTess()
  const { database } = workshop.world
  const lock = database.createQueryRunner()
  await lock.startTransaction()
  await lock.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [acme.id])
  const waiting = ask(tokens.own(inSeconds(-60)), createMetric('A'))
  await untilSomebodyWaits()
  await sql('tokens_valid_from = now()')
  await lock.query(
    `UPDATE company SET config_version = config_version + 1, changed_at = changed_at + interval '1 ms' WHERE company_id = $1`,
    [acme.id],
  )
  await lock.commitTransaction()
  await lock.release()
  expect(codesOf(await waiting)).toEqual(['UNAUTHENTICATED'])
  expect(await database.query('SELECT FROM metric WHERE company_id = $1', [acme.id])).toEqual([])
})

async function untilSomebodyWaits(): Promise<void> {
  const { database } = workshop.world
  const [row] = await database.query<[{ count: number }]>(
    `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  )
  if (row.count === 0) await untilSomebodyWaits()
}
