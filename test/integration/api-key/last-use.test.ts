import { onCompany } from '../../../server/features/org/permission.js'
import { change } from '../../../server/platform/database/change.js'
import {
  askWith,
  eventually,
  keyCompany,
  keyWith,
  lastUseOf,
  NAME,
  readKey,
  statusOf,
  withoutNoting,
} from '../../support/api-key.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(keyCompany)

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
      expect(await statusOf(world, secret)).toBe(200)
      await eventually(async () => (await lastUse()) !== null)
    })
  })

  it('that has to wait to be noted lets nobody else wait', async () => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    await withoutNoting(world, acme, id, async () => {
      expect([await statusOf(world, secret), await statusOf(world, secret)]).toEqual([200, 200])
    })
    await eventually(async () => (await lastUse()) !== null)
  })
})
