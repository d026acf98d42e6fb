import { onCompany } from '../../../server/features/org/permission.js'
import { change } from '../../../server/platform/database/change.js'
import { askWith, eventually, keyWith, lastUseOf, readKey } from '../../support/api-key.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

const NAME = '{ company { name } }'
const statusOf = async (secret: string) => (await askWith(world, secret, NAME)).status
const lastUse = () => lastUseOf(world, acme)
const usedBefore = (ago: string) =>
  world.database.query(
    `UPDATE api_key_secret SET last_used_at = now() - $2::interval WHERE company_id = $1`,
    [acme.id, ago],
  )

describe('the last use of a key', () => {
  it('is kept by secret and shown, and makes no version', async () => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const before = await rowsOf(world.database, acme.id)
    await askWith(world, secret, NAME)
    await eventually(async () => (await lastUse()) !== null)
    const after = await rowsOf(world.database, acme.id)
    expect({ ...after, api_key_secret: [] }).toEqual({ ...before, api_key_secret: [] })
    const used = (await lastUse())!.toISOString()
    expect(await readKey(world, acme, id)).toMatchObject({
      lastUsedAt: used,
      version: 1,
      secrets: [{ lastUsedAt: used }],
    })
  })

  it('is written at most once a minute', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    await usedBefore('30 seconds')
    const known = await lastUse()
    for (let request = 0; request < 5; request += 1) {
      const { statements } = await askWith(world, secret, NAME)
      expect(statements.filter((statement) => statement.startsWith('UPDATE'))).toEqual([])
    }
    expect(await lastUse()).toEqual(known)
    await usedBefore('61 seconds')
    await Promise.all(Array.from({ length: 5 }, () => askWith(world, secret, NAME)))
    await eventually(async () => (await lastUse())! > known!)
  })

  it('is noted while a change of the company is under way', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    await change(acme.build.ctx, onCompany('manage API keys'), async () => {
      expect(await statusOf(secret)).toBe(200)
      await eventually(async () => (await lastUse()) !== null)
    })
  })

  it('that has to wait to be noted lets nobody else wait', async () => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const runner = world.database.createQueryRunner()
    await runner.startTransaction()
    await runner.query('SELECT FROM api_key_secret WHERE company_id = $1 AND key_id = $2 FOR UPDATE', [
      acme.id,
      id,
    ])
    expect([await statusOf(secret), await statusOf(secret)]).toEqual([200, 200])
    await runner.rollbackTransaction()
    await runner.release()
    await eventually(async () => (await lastUse()) !== null)
  })
})
