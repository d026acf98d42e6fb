import fastify from 'fastify'
import mercurius from 'mercurius'
import { effectiveKeyMetrics, groupBy } from '../limits/resolve.mjs'
import { read } from './read.mjs'
import { schema } from './schema.mjs'

const company = process.env.BENCH_COMPANY
const one = async (id) => (await read('nodes', [id]))[0] ?? null

const resolvers = {
  Query: { company: () => one(company), team: (_root, { id }) => one(id) },
  OrgNode: { resolveType: ({ level }) => level[0] + level.slice(1).toLowerCase() },
}

/** A list of one field's objects at once, as its documentation has it for what would else be one statement each. */
const children = async (queries) => {
  const byParent = groupBy(
    await read(
      'children',
      queries.map(({ obj }) => obj.id),
    ),
    'parentId',
  )
  return queries.map(({ obj }) => byParent.get(obj.id) ?? [])
}

const keyMetrics = async (queries) => {
  const nodes = queries.map(({ obj }) => obj)
  const path = new Map((await withAbove(nodes)).map((node) => [node.id, node]))
  const [metrics, rules] = await Promise.all([
    read('metrics', nodes[0].companyId),
    read('rules', [...path.keys()]),
  ])
  const inTree = [...path.values()].map((node) => ({ ...node, parent_id: node.parentId }))
  const effective = effectiveKeyMetrics(inTree, metrics, rules)
  return nodes.map(({ id }) => effective.get(id).map((item) => ({ ...item, nodeId: id })))
}

/** With the departments and the company above them, in at most one statement more. */
async function withAbove(nodes) {
  const known = new Set(nodes.map(({ id }) => id))
  const missing = nodes
    .flatMap(({ parentId, companyId }) => [parentId, companyId])
    .filter((id) => id !== null && !known.has(id))
  return missing.length === 0 ? nodes : [...nodes, ...(await read('nodes', [...new Set(missing)]))]
}

const progress = async (queries) => {
  const nodeIds = [...new Set(queries.map(({ obj }) => obj.nodeId))]
  const { containing } = queries[0].params.period
  const [sums, targets] = await Promise.all([read('sums', nodeIds, containing), read('targets', nodeIds)])
  const actuals = new Map(sums.map((row) => [row.node_id + row.metric_id, row.actual]))
  const amounts = new Map(targets.map((row) => [row.node_id + row.metric_id, row.amount]))
  return queries.map(({ obj: { nodeId, metric } }) => {
    const target = amounts.get(nodeId + metric.id)
    return {
      actual: String(actuals.get(nodeId + metric.id) ?? 0),
      target: target === undefined ? null : String(target),
    }
  })
}

/** Its cache of loaders is off: no loader is asked for the same object twice within a request. */
const uncached = (loader) => ({ loader, opts: { cache: false } })

const app = fastify()
app.register(mercurius, {
  schema,
  resolvers,
  loaders: {
    Company: { departments: uncached(children), effectiveKeyMetrics: uncached(keyMetrics) },
    Department: { teams: uncached(children), effectiveKeyMetrics: uncached(keyMetrics) },
    Team: { effectiveKeyMetrics: uncached(keyMetrics) },
    EffectiveKeyMetric: { progress: uncached(progress) },
  },
  jit: 1,
})
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
