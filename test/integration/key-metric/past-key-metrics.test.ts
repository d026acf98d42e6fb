import { saysTheSameAs } from '../../../server/platform/graphql/execution/sharing.js'
import { pathTo } from '../../../server/domain/org-node.js'
import { loadKeyMetricsInForce } from '../../../server/features/key-metric/key-metric.loaders.js'
import { loadPastKeyMetrics } from '../../../server/features/key-metric/past-key-metrics.loaders.js'
import { loadTree } from '../../../server/features/org/tree.loaders.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import type { TestCompany } from '../../support/test-company.js'
import { inEachTest } from '../../support/world.js'

const { acme } = inEachTest((world) => world.workedExample())
const NODES = ['ACME', 'SALES', 'OSLO', 'LONDON', 'CS', 'RENEW', 'LABS']

/** Instants between which everything happens that decides what is in force. */
async function lived({ build, node, metric }: TestCompany): Promise<Date[]> {
  const { ctx } = build
  const changes = [
    () => build.archive(metric('OLD')),
    () => build.move(node('LONDON'), node('CS')),
    () => build.inherit(node('SALES'), false),
    () => build.override(node('SALES'), metric('OPPS'), { kind: 'PRIMARY', label: 'Openings', position: 3 }),
    () => build.inherit(node('LABS'), true),
    () => build.remove(node('OSLO'), metric('REN')),
  ]
  const instants = [ctx.moment.at]
  for (const change of changes) {
    await change()
    instants.push(ctx.moment.at)
  }
  return instants
}

it('what was in force on single nodes at many instants is what the configuration of each instant says', async () => {
  const instants = await lived(acme)
  const { ctx } = acme.build
  const asked = await Promise.all(
    instants.flatMap((at) =>
      NODES.map(async (name) => ({
        id: acme.node(name),
        at,
        path: pathTo(await loadTree(ctx, at), acme.node(name)),
      })),
    ),
  )
  const { result: told, statements } = await recordStatements(() => loadPastKeyMetrics(ctx, asked))
  expect(statements).toHaveLength(3)
  for (const [index, { id, at }] of asked.entries()) {
    const expected = await loadKeyMetricsInForce(ctx, { id, asOf: at })
    expect(told[index]).toEqual(
      expected.map(({ frequency: _, asOf: __, ...row }) => ({ ...row, ...saysTheSameAs(undefined) })),
    )
  }
  // Each change was one of what some node shows.
  const shown = (place: number) =>
    JSON.stringify(told.slice(place * NODES.length, (place + 1) * NODES.length))
  for (let place = 1; place < instants.length; place++) expect(shown(place)).not.toBe(shown(place - 1))
})

it('nothing was in force where there was no node yet', async () => {
  const [company] = await loadPastKeyMetrics(acme.build.ctx, [{ path: [], at: new Date() }])
  expect(company).toEqual([])
})
