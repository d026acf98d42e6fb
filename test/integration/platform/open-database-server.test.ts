import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabaseServer } from '../../../server/platform/database/open-database-server.js'

describe('the database of the server', () => {
  let dataDir: string

  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'data-'))))
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it('is the one of DATABASE_URL, which is neither created nor stopped', async () => {
    const databaseUrl = 'postgres://app@nowhere.invalid:5432/key_metrics'
    const { url, stop } = await openDatabaseServer({ databaseUrl, dataDir })
    await stop()
    expect(url).toBe(databaseUrl)
  })

  it('is otherwise made in the data folder, once for two servers that start together', async () => {
    const said: string[] = []
    const onProgress = (text: string) => void said.push(text)
    const servers = await Promise.all([
      openDatabaseServer({ dataDir }, onProgress),
      openDatabaseServer({ dataDir }),
    ])
    const [first, second] = servers
    for (const { stop } of servers) await stop()
    expect(new URL(first.url).pathname).toBe('/key_metrics')
    expect(second.url).toBe(first.url)
    expect(said).toEqual([`Creating a PostgreSQL database in ${join(dataDir, 'postgres')}, this once`])
  })
})
