import { fileURLToPath } from 'node:url'
import { issueToken } from '../../../dist/server/platform/http/sign-in/own-token.js'
import { startServer } from '../measure/server-process.mjs'

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const OBSERVER = new URL('../measure/event-loop.mjs', import.meta.url).href
const SECRET = 'a secret of the benchmark, known to everybody'

/** The server as it is run in production, row-level security included; only the rate limit is out of the way. */
export const ours = {
  name: 'ours',
  start: ({ url }, { command, observer = OBSERVER } = {}) =>
    startServer('ours', {
      command,
      cwd: ROOT,
      args: ['--import', observer, 'dist/server/main.js'],
      env: {
        ...{ DATABASE_URL: url, JWT_SECRET: SECRET, NODE_ENV: 'production', LOG_LEVEL: 'error' },
        ...{ PORT: '0', HOST: '127.0.0.1', STOP_DELAY_SECONDS: '0' },
        ...{ RATE_LIMIT_POINTS: '1000000', RATE_LIMIT_SECONDS: '1' },
      },
    }),
  request: async (question, dataset, server) =>
    graphqlRequest(
      question.document(dataset),
      await signedIn(dataset, question.as),
      await variablesOf(question, dataset, server),
    ),
  answer: ({ data, errors }) => withoutErrors(data, errors),
}

export async function signedIn(dataset, as = 'admin') {
  const token = await issueToken(SECRET, { userId: dataset[as], companyId: dataset.company }, '1d')
  return { authorization: `Bearer ${token}` }
}

/** Of a page somewhere behind: whoever wants it has walked there, page by page. */
async function variablesOf({ document, variables, as, pagesBefore = 0, pageInfo }, dataset, server) {
  const given = variables?.(dataset)
  let after = null
  for (let page = 0; page < pagesBefore; page += 1) {
    const request = graphqlRequest(document(dataset), await signedIn(dataset, as), { ...given, after })
    const { data, errors } = await (await fetch(server.url + request.path, request)).json()
    const { hasNextPage, endCursor } = pageInfo(withoutErrors(data, errors))
    if (!hasNextPage) break
    after = endCursor
  }
  return { ...given, after }
}

export function graphqlRequest(query, headers = {}, variables = undefined) {
  return {
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  }
}

export function withoutErrors(data, errors) {
  if (errors?.length > 0) throw new Error(JSON.stringify(errors[0]))
  return data
}
