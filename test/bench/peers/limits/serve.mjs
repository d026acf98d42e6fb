import { createServer } from 'node:http'
import { once } from 'node:events'
import pg from 'pg'

/** bigint and numeric as numbers: whoever writes by hand knows that these fit. */
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
export const company = process.env.BENCH_COMPANY

/** A bare server: `routes` by path, each answers the text of a whole body. Tells its address on its first line. */
export async function serve(routes) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    answer(routes[pathname], searchParams).then(
      (body) => response.setHeader('content-type', 'application/json').end(body),
      (error) => response.writeHead(500).end(String(error.stack)),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  console.log(`http://127.0.0.1:${server.address().port}`)
}

async function answer(route, parameters) {
  if (!route) throw new Error('There is no such path.')
  return route(Object.fromEntries(parameters))
}
