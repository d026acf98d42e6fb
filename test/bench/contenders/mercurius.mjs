import { installed } from '../installed.mjs'
import { startServer } from '../measure/server-process.mjs'
import { graphqlRequest, withoutErrors } from './ours.mjs'

const FOLDER = new URL('../peers/mercurius/', import.meta.url)

/** mercurius on fastify, with its loaders and graphql-jit: our schema as far as it is asked for. */
export const mercurius = {
  name: 'mercurius with JIT',
  start: ({ url, company }) => {
    const cwd = installed(FOLDER)
    const env = { DATABASE_URL: url, BENCH_COMPANY: company, NODE_ENV: 'production' }
    return startServer('mercurius', { args: ['server.mjs'], cwd, env })
  },
  request: async ({ document }, dataset) => graphqlRequest(document(dataset)),
  answer: ({ data, errors }) => withoutErrors(data, errors),
}
