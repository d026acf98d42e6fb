import { createServer } from 'node:http'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import pg from 'pg'

const connectionString = process.env.DATABASE_URL

const client = new pg.Client({ connectionString })
await client.connect()
await client.query(readFileSync(new URL('functions.sql', import.meta.url), 'utf8'))
await client.end()

/** As its documentation sets it up for production; lists instead of connections, which cost it less. */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['plain'], poolConfig: { max: 10 } })],
  schema: { defaultBehavior: '-connection +list' },
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
}

const server = createServer()
server.on('error', (error) => console.error(error))
await postgraphile(preset).createServ(grafserv).addTo(server)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`http://127.0.0.1:${server.address().port}`)
