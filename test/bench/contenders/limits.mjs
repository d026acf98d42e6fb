import { fileURLToPath } from 'node:url'
import { startServer } from '../measure/server-process.mjs'

/** Written by hand for one question each: what is left when everything general is left out. */
const limit = (name, file) => ({
  name,
  start: ({ url, company }) =>
    startServer(name, {
      args: [fileURLToPath(new URL(`../peers/limits/${file}`, import.meta.url))],
      env: { DATABASE_URL: url, BENCH_COMPANY: company },
    }),
  request: async ({ path }, dataset) => ({ path: path(dataset), method: 'GET' }),
  answer: ({ data }) => data,
})

export const oneStatement = limit('limit A: one statement', 'one-statement.mjs')
export const rows = limit('limit B: rows + stringify', 'rows.mjs')
