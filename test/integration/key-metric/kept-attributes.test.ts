import { dryRun, linesOf } from '../../support/dry-run.js'
import type { Mutation } from '../../support/mutation.js'
import { overview } from '../../support/overview.js'
import { inEachTest } from '../../support/world.js'

const PLAN = { departments: { SALES: ['OSLO', 'LONDON'] }, metrics: ['REV'] }
const { world, acme } = inEachTest((found) => found.company(PLAN))

async function inputOf(node: string, rest: object) {
  const key = { nodeId: acme.node(node), metricId: acme.metric('REV') }
  return { ...key, expectedVersion: await acme.versionOf(node), ...rest }
}

/** What the admin says of REV on a node; nothing may be refused. */
async function say(mutation: Mutation, node: string, rest: object = {}): Promise<void> {
  const { userErrors } = await world.mutate(acme.admin, mutation, await inputOf(node, rest))
  expect(userErrors).toEqual([])
}

async function foretold(mutation: Mutation, node: string, rest: object = {}): Promise<string[]> {
  const { impact } = await dryRun(world, acme.admin, mutation, await inputOf(node, rest))
  return linesOf(impact!)
}

const shown = async (node: string) => (await overview(world, acme.admin))[node]!

async function labelOn(node: string): Promise<string | null> {
  const { data } = await world.run<{ orgNode: { effectiveKeyMetrics: { label: string }[] } }>(
    acme.admin,
    'query ($id: ID!) { orgNode(id: $id) { effectiveKeyMetrics { label } } }',
    { id: acme.node(node) },
  )
  return data.orgNode.effectiveKeyMetrics[0]?.label ?? null
}

describe('a pin keeps the kind and the label that were in force', () => {
  it('when what the company said is from now on for itself alone', async () => {
    await say('addKeyMetric', 'ACME', { kind: 'PRIMARY', label: 'Hello' })
    await say('addKeyMetric', 'OSLO', { pin: true })
    expect(await foretold('overrideKeyMetric', 'ACME', { reach: 'NODE_ONLY' })).toEqual([
      'SALES disappears PRIMARY REV',
      'LONDON disappears PRIMARY REV',
      'OSLO changes PRIMARY REV: ORIGIN',
    ])
    await say('overrideKeyMetric', 'ACME', { reach: 'NODE_ONLY' })
    expect(await shown('OSLO')).toEqual({ shows: ['PRIMARY REV @OSLO OWN'], dormant: [] })
    expect(await labelOn('OSLO')).toBe('Hello')
    expect((await acme.audit()).slice(-2).sort()).toEqual(['keepKeyMetricAttributes', 'overrideKeyMetric'])
  })

  it('when a HIDE takes the place of the OVERRIDE that said them, and when that is taken back', async () => {
    await say('addKeyMetric', 'ACME')
    await say('overrideKeyMetric', 'SALES', { kind: 'PRIMARY', label: 'Hello' })
    await say('addKeyMetric', 'OSLO', { pin: true })
    expect(await foretold('hideKeyMetric', 'SALES')).toEqual([
      'SALES disappears PRIMARY REV',
      'LONDON disappears PRIMARY REV',
      'OSLO changes PRIMARY REV: ORIGIN',
    ])
    await say('hideKeyMetric', 'SALES')
    expect(await shown('OSLO')).toEqual({ shows: ['PRIMARY REV @ACME REINSTATED'], dormant: [] })
    await say('removeKeyMetricRule', 'SALES')
    expect((await shown('OSLO')).shows).toEqual(['PRIMARY REV @ACME INHERITED'])
    expect((await shown('LONDON')).shows).toEqual(['SECONDARY REV @ACME INHERITED'])
    expect(await labelOn('OSLO')).toBe('Hello')
  })

  it('when the company forbids the metric, and allows it again', async () => {
    await say('addKeyMetric', 'ACME', { kind: 'PRIMARY', label: 'Hello' })
    await say('addKeyMetric', 'OSLO', { pin: true })
    await say('lockKeyMetric', 'ACME', { preset: 'FORBIDDEN' })
    expect(await shown('OSLO')).toEqual({ shows: [], dormant: ['ADD REV: LOCKED_BY ACME'] })
    expect(await foretold('lockKeyMetric', 'ACME', { preset: 'NONE' })).toEqual([
      'OSLO appears PRIMARY REV',
      'OSLO wakes ADD REV: LOCKED_BY ACME',
    ])
    await say('lockKeyMetric', 'ACME', { preset: 'NONE' })
    expect(await shown('OSLO')).toEqual({ shows: ['PRIMARY REV @OSLO OWN'], dormant: [] })
    expect(await labelOn('OSLO')).toBe('Hello')
  })
})

describe('a pin follows what a rule above says of those below', () => {
  it('when it says another kind', async () => {
    await say('addKeyMetric', 'ACME', { kind: 'PRIMARY' })
    await say('addKeyMetric', 'OSLO', { pin: true })
    await say('overrideKeyMetric', 'ACME', { kind: 'SECONDARY' })
    expect((await shown('OSLO')).shows).toEqual(['SECONDARY REV @ACME INHERITED'])
    expect(await acme.audit()).not.toContain('keepKeyMetricAttributes')
  })
})
