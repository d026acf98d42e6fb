import { prepared } from '../../../server/platform/database/prepared.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

interface Remembered {
  readonly statement: string
  readonly used: boolean
}

/** What one connection remembers. */
async function remembered(statements: readonly string[]): Promise<Remembered[]> {
  const runner = world.database.createQueryRunner()
  try {
    for (const statement of statements) await runner.query(statement, ['1']).catch(() => undefined)
    return await runner.manager.query<Remembered[]>(
      'SELECT statement, generic_plans + custom_plans > 0 AS used FROM pg_prepared_statements',
    )
  } finally {
    await runner.release()
  }
}

it('a connection remembers the statements that are marked, and no others', async () => {
  const lookup = prepared('SELECT name FROM metric WHERE key = $1')
  const known = await remembered([lookup, 'SELECT id FROM metric WHERE key = $1', lookup])
  expect(known.filter(({ statement }) => statement.includes('metric'))).toEqual([
    { statement: lookup, used: true },
  ])
})

it('a statement that fails is tried anew', async () => {
  const unknown = prepared('SELECT name FROM not_there_yet WHERE key = $1')
  const runner = world.database.createQueryRunner()
  await expect(runner.query(unknown, ['1'])).rejects.toThrow('not_there_yet')
  await runner.query('CREATE TEMP TABLE not_there_yet (key text, name text)')
  await expect(runner.query(unknown, ['1'])).resolves.toEqual([])
  await runner.query('DROP TABLE not_there_yet')
  await runner.release()
})

it('who signs in is found by a statement that is remembered', async () => {
  const acme = await world.company()
  await world.run(acme.admin, '{ company { name } }')
  const known = await remembered([])
  expect(known.map(({ statement }) => statement).join()).toContain('tokens_valid_from')
})
