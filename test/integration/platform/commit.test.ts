import { onCompany } from '../../../server/features/org/permission.js'
import { append, type Change } from '../../../server/platform/database/change.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) => world.company())

const make = (work: (tx: Change) => void) =>
  append({ ...acme.build.ctx }, onCompany('log activities'), async (tx) => work(tx))
const record = (tx: Change) =>
  tx.record({ action: 'logActivities', nodeId: acme.id, entityId: null, before: null, after: {} })

describe('what a change is concluded with', () => {
  it('comes when all else is done, in the order it was said', async () => {
    const { statements } = await recordStatements(() =>
      make((tx) => {
        tx.conclude(['SELECT 1', []])
        tx.conclude(['SELECT $1::int', [2]])
        record(tx)
      }),
    )
    const words = statements.slice(-4).map((text) => text.split(' ').slice(0, 2).join(' '))
    expect(words).toEqual(['INSERT INTO', 'SELECT 1', 'SELECT $1::int', 'COMMIT'])
  })

  it('leaves nothing of the change when it fails, and the connection to others', async () => {
    const before = await rowsOf(world.database, acme.id)
    const failing = make((tx) => {
      record(tx)
      tx.conclude(['SELECT 1 / $1::int', [0]])
      tx.conclude(['SELECT 1', []])
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
    await Promise.all(Array.from({ length: 20 }, () => make(record)))
    expect(await rowsOf(world.database, acme.id)).not.toEqual(before)
  })
})
