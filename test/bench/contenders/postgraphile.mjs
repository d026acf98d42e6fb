import { installed } from '../installed.mjs'
import { startServer } from '../measure/server-process.mjs'
import { graphqlRequest, ours, withoutErrors } from './ours.mjs'

const FOLDER = new URL('../peers/postgraphile/', import.meta.url)

/** PostGraphile 5, which needs Node 22: it brings the one of the npm package `node`. */
export const postgraphile = {
  name: 'PostGraphile 5',
  start: ({ url }) => {
    const cwd = installed(FOLDER)
    const env = { DATABASE_URL: url, NODE_ENV: 'production', GRAPHILE_ENV: 'production' }
    return startServer('PostGraphile 5', { command: itsNode(), args: ['server.mjs'], cwd, env })
  },
  request: async ({ name }, dataset) => graphqlRequest(DOCUMENTS[name](dataset)),
  answer: ({ data, errors }, { name }) => ANSWERS[name](withoutErrors(data, errors)),
}

/** Ours on the Node 24 that PostGraphile brings, to tell what is Node's doing. */
export const ours24 = {
  ...ours,
  name: 'ours, on Node 24',
  start: (dataset) => ours.start(dataset, { command: itsNode() }),
}

function itsNode() {
  return `${installed(FOLDER)}node_modules/.bin/node`
}

const node = (id, selection) => `{ node: orgNodeByRowId(rowId: "${id}") { ${selection} } }`
const tree = (id, keyMetrics) =>
  node(
    id,
    `rowId name ${keyMetrics} childrenList { rowId name ${keyMetrics} childrenList { rowId name ${keyMetrics} } }`,
  )
const KEY_METRICS = 'effectiveKeyMetricsList { label kind isInherited definedAt metricKey }'

const DOCUMENTS = {
  tree: ({ company }) => tree(company, KEY_METRICS),
  team: ({ team }) => node(team, `rowId name ${KEY_METRICS}`),
  progress: ({ company, month }) =>
    tree(company, `progressList(month: "${month}") { metricKey actual target }`),
}

const ANSWERS = {
  tree: ({ node: company }) => ({ company: nodeOf(company, ['departments', 'teams'], keyMetricsOf) }),
  team: ({ node: team }) => ({ team: nodeOf(team, [], keyMetricsOf) }),
  progress: ({ node: company }) => ({ company: nodeOf(company, ['departments', 'teams'], progressOf) }),
}

/** In our words: it calls the id of a table's row `rowId`, and the levels below have no names of their own. */
function nodeOf(shown, [below, ...rest], itemsOf) {
  const { rowId: id, name, childrenList } = shown
  const children = below && { [below]: childrenList.map((child) => nodeOf(child, rest, itemsOf)) }
  return { id, name, effectiveKeyMetrics: itemsOf(shown), ...children }
}

function keyMetricsOf({ effectiveKeyMetricsList }) {
  return effectiveKeyMetricsList.map(({ label, kind, isInherited, definedAt, metricKey }) => ({
    ...{ label, kind, isInherited },
    definedAt: { name: definedAt },
    metric: { key: metricKey },
  }))
}

function progressOf({ progressList }) {
  return progressList.map(({ metricKey, actual, target }) => ({
    metric: { key: metricKey },
    progress: { actual, target },
  }))
}
