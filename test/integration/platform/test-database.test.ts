import pg from 'pg'
import { emptyDatabaseUrl, testDatabaseUrl } from '../../support/database.js'

describe('the database of a test', () => {
  it('has every table, and is the same for all tests of a worker', async () => {
    const url = await testDatabaseUrl()
    expect(await tablesOf(url)).toContain('company')
    expect(await testDatabaseUrl()).toBe(url)
  })

  it('has no table at all when the migrations are what is tested', async () => {
    expect(await tablesOf(await emptyDatabaseUrl('nothing'))).toEqual([])
  })
})

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    )
    .finally(() => client.end())
  return rows.map(({ name }) => name)
}
