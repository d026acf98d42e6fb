// Limit A: one statement answers the text of the whole answer, which is written to the socket as it comes.
import { company, pool, serve } from './serve.mjs'
import { PROGRESS, TEAM, TREE } from './one-statement.sql.mjs'

await serve({
  '/tree': () => textOf({ name: 'tree', text: TREE, values: [company] }),
  '/team': ({ id }) => textOf({ name: 'team', text: TEAM, values: [company, id] }),
  '/progress': ({ month }) => textOf({ name: 'progress', text: PROGRESS, values: [company, month] }),
})

async function textOf(query) {
  const { rows } = await pool.query({ ...query, rowMode: 'array' })
  return rows[0][0]
}
