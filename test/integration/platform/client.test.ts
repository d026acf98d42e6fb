import { prepared, type Client } from '../../../server/platform/database/client.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

interface Remembered {
  readonly statement: string
  readonly used: boolean
}

/** What is asked of one connection, which is lent again afterwards. */
async function onOne<T>(ask: (client: Client) => Promise<T>): Promise<T> {
  const runner = world.database.createQueryRunner()
  try {
    return await ask((await runner.connect()) as Client)
  } finally {
    await runner.release()
  }
}

describe('statements that are marked', () => {
  async function remembered(statements: readonly string[]): Promise<Remembered[]> {
    return onOne(async (client) => {
      for (const statement of statements) await client.query(statement, ['1'])
      const { rows } = await client.query<Remembered>(
        'SELECT statement, generic_plans + custom_plans > 0 AS used FROM pg_prepared_statements',
      )
      return rows
    })
  }

  it('are remembered, and no others', async () => {
    const lookup = prepared('SELECT name FROM metric WHERE key = $1')
    const known = await remembered([lookup, 'SELECT id FROM metric WHERE key = $1', lookup])
    expect(known.filter(({ statement }) => statement.includes('metric'))).toEqual([
      { statement: lookup, used: true },
    ])
  })

  it('are tried anew when they failed', async () => {
    const unknown = prepared('SELECT name FROM not_there_yet WHERE key = $1')
    await onOne(async (client) => {
      await expect(client.query(unknown, ['1'])).rejects.toThrow('not_there_yet')
      await client.query('CREATE TEMP TABLE not_there_yet (key text, name text)')
      expect((await client.query(unknown, ['1'])).rows).toEqual([])
      await client.query('DROP TABLE not_there_yet')
    })
  })

  it('find who signs in', async () => {
    const acme = await world.company()
    let known = ''
    // It is found by any of the connections there are, and one is asked what it remembers.
    for (let time = 0; time < 100 && !known.includes('tokens_valid_from'); time += 1) {
      await world.run(acme.admin, '{ company { name } }')
      known = JSON.stringify(await remembered([]))
    }
    expect(known).toContain('tokens_valid_from')
  })
})

describe('a statement that is enclosed', () => {
  const START = 'START TRANSACTION READ ONLY'
  const IS_ENCLOSED = "SELECT current_setting('transaction_read_only') AS it"

  const isEnclosed = async (client: Client) => {
    const { rows } = await client.query<{ it: string }>(IS_ENCLOSED)
    return rows[0]?.it === 'on'
  }

  it('runs in the transaction, and the next one does not', async () => {
    await onOne(async (client) => {
      const ended = client.enclose(START)
      expect(await isEnclosed(client)).toBe(true)
      await ended()
      expect(await isEnclosed(client)).toBe(false)
    })
  })

  it('is one message with its transaction', async () => {
    await onOne(async (client) => {
      const { stream } = client.connection
      const one = jest.spyOn(stream, '_write')
      const several = jest.spyOn(stream as Required<typeof stream>, '_writev')
      const ended = client.enclose(START)
      await client.query(IS_ENCLOSED, [])
      await ended()
      expect([one.mock.calls.length, several.mock.calls.length]).toEqual([0, 1])
      jest.restoreAllMocks()
    })
  })

  it.each([
    [
      'the start',
      'START TRANSACTION; SET LOCAL ROLE nobody_of_this_name',
      IS_ENCLOSED,
      /nobody_of_this_name/,
    ],
    ['the statement', START, 'SELECT 1 / 0', /division by zero/],
  ])('fails when %s does, and the connection goes on', async (_what, start, statement, reason) => {
    await onOne(async (client) => {
      const ended = client.enclose(start)
      await expect(client.query(statement)).rejects.toThrow(reason)
      await ended()
      expect(await isEnclosed(client)).toBe(false)
    })
  })

  it('is none when it was not asked', async () => {
    await onOne(async (client) => {
      await client.enclose(START)()
      expect(await isEnclosed(client)).toBe(false)
    })
  })
})
