import { rehearse } from '../../../server/features/impact/rehearse.js'
import { builder } from '../../../server/seed/company-builder.js'
import { dryRun, linesOf, type Impact } from '../../support/dry-run.js'
import type { Mutation } from '../../support/mutation.js'
import { overview } from '../../support/overview.js'
import { inEachTest } from '../../support/world.js'

const { world, acme: example } = inEachTest((found) => found.workedExample())

/** What a change of a rule of a node would do; nothing may be refused, and nothing changes. */
async function foretold(
  mutation: Mutation,
  node: string,
  metric: string,
  rest: object = {},
): Promise<Impact> {
  const before = await overview(world, example.admin)
  const { impact, userErrors } = await dryRun(
    world,
    example.admin,
    mutation,
    await inputOf(node, metric, rest),
  )
  expect(userErrors).toEqual([])
  expect(await overview(world, example.admin)).toEqual(before)
  return impact!
}

async function inputOf(node: string, metric: string, rest: object) {
  const key = { nodeId: example.node(node), metricId: example.metric(metric) }
  return { ...key, expectedVersion: await example.versionOf(node), ...rest }
}

async function say(mutation: Mutation, node: string, metric: string, rest: object = {}): Promise<void> {
  const { userErrors } = await world.mutate(example.admin, mutation, await inputOf(node, metric, rest))
  expect(userErrors).toEqual([])
}

describe('in the worked example a dry run foretells that', () => {
  it('OLD leaves every node when it is archived', async () => {
    const input = { metricId: example.metric('OLD'), expectedVersion: await example.versionOf('OLD') }
    const { impact } = await dryRun(world, example.admin, 'archiveMetric', input)
    expect(linesOf(impact!)).toEqual(
      ['ACME', 'CS', 'SALES', 'LONDON', 'OSLO', 'RENEW'].map((node) => `${node} disappears SECONDARY OLD`),
    )
    expect(impact!.totals).toMatchObject({ nodes: 6, disappears: 6, appears: 0, changes: 0 })
    expect(impact!.isTruncated).toBe(false)
  })

  it('OSLO pins MTG and shows what it did; then SALES hides it, and OSLO keeps it and LONDON loses it', async () => {
    expect(linesOf(await foretold('addKeyMetric', 'OSLO', 'MTG', { pin: true }))).toEqual([])
    await say('addKeyMetric', 'OSLO', 'MTG', { pin: true })
    expect(linesOf(await foretold('hideKeyMetric', 'SALES', 'MTG'))).toEqual([
      'SALES disappears SECONDARY MTG',
      'LONDON disappears PRIMARY MTG',
      'LONDON goes dormant OVERRIDE MTG: NOTHING_TO_OVERRIDE',
      'OSLO changes SECONDARY MTG: ORIGIN',
    ])
  })

  it('ACME unlocks REV: what OSLO had hidden is hidden, and LABS does not have to show it', async () => {
    const impact = await foretold('lockKeyMetric', 'ACME', 'REV', { preset: 'NONE' })
    expect(linesOf(impact)).toEqual([
      ...['ACME', 'CS', 'SALES'].map((node) => `${node} changes PRIMARY REV: LOCKS`),
      'LABS disappears PRIMARY REV',
      'LONDON changes PRIMARY REV: LOCKS',
      'OSLO disappears PRIMARY REV',
      'OSLO wakes HIDE REV: LOCKED_BY ACME',
      'RENEW changes PRIMARY REV: LOCKS',
    ])
  })

  it('ACME removes its REN: it becomes the own one of OSLO, stays PRIMARY and stands behind REV', async () => {
    const impact = await foretold('removeKeyMetricRule', 'ACME', 'REN')
    expect(linesOf(impact)).toEqual([
      'ACME disappears PRIMARY REN',
      'CS disappears PRIMARY REN',
      'SALES goes dormant HIDE REN: NOTHING_TO_HIDE',
      'OSLO changes PRIMARY REV: ORDER',
      'OSLO changes PRIMARY REN: ORDER ORIGIN',
      'RENEW disappears PRIMARY REN',
    ])
    expect(impact.nodes?.find(({ node }) => node.name === 'OSLO')?.changes[1]).toEqual({
      metric: { key: 'REN' },
      aspects: ['ORDER', 'ORIGIN'],
      before: {
        ...{ kind: 'PRIMARY', label: 'Renewals', place: 1, status: 'REINSTATED', locks: [] },
        definedAt: { name: 'ACME' },
      },
      after: {
        ...{ kind: 'PRIMARY', label: 'Renewals', place: 2, status: 'OWN', locks: [] },
        definedAt: { name: 'OSLO' },
      },
    })
  })

  it('SALES un-hides MTG: the HIDE of OSLO, which was dormant, wakes', async () => {
    await say('hideKeyMetric', 'OSLO', 'MTG')
    await say('hideKeyMetric', 'SALES', 'MTG')
    expect(linesOf(await foretold('removeKeyMetricRule', 'SALES', 'MTG'))).toEqual([
      'SALES appears SECONDARY MTG',
      'LONDON appears PRIMARY MTG',
      'LONDON wakes OVERRIDE MTG: NOTHING_TO_OVERRIDE',
      'OSLO wakes HIDE MTG: NOTHING_TO_HIDE',
    ])
  })

  it('LONDON moves to CS: it gets REN by the rule that wakes, loses OPPS, and its HIDE CALLS goes dormant', async () => {
    const { impact } = await rehearse(example.build.ctx, async (maker) => {
      await builder(maker).move(example.node('LONDON'), example.node('CS'))
      return {}
    })
    expect(impact?.nodes).toMatchObject([
      {
        ...{ node: { name: 'LONDON' }, fate: 'MOVES', changes: [] },
        appears: [
          { metric: { key: 'REN' }, after: { kind: 'SECONDARY', place: 4, definedAt: { name: 'ACME' } } },
        ],
        disappears: [{ metric: { key: 'OPPS' }, before: { place: 4, definedAt: { name: 'SALES' } } }],
        wakes: [{ effect: 'OVERRIDE', metric: { key: 'REN' }, dormancy: { reason: 'NOTHING_TO_OVERRIDE' } }],
        goesDormant: [{ effect: 'HIDE', metric: { key: 'CALLS' }, dormancy: { reason: 'NOTHING_TO_HIDE' } }],
      },
    ])
  })

  it('LABS inherits again: it gets what ACME adds for all', async () => {
    const key = { nodeId: example.node('LABS'), expectedVersion: await example.versionOf('LABS') }
    const input = { ...key, inheritsKeyMetrics: true }
    const { impact } = await dryRun(world, example.admin, 'setKeyMetricInheritance', input)
    expect(linesOf(impact!)).toEqual([
      'LABS appears PRIMARY REN',
      ...['CALLS', 'MTG', 'OLD'].map((metric) => `LABS appears SECONDARY ${metric}`),
    ])
  })
})
