import { buildCompany } from '../../../server/seed/company-builder.js'
import { dryRun, linesOf } from '../../support/dry-run.js'
import { dated } from '../../support/schedule.js'
import { furnish, type TestCompany } from '../../support/test-company.js'
import { inEachTest, type World } from '../../support/world.js'

const at = (day: string) => new Date(`2026-${day}T12:00:00.000Z`)
const PLAN = { departments: { SALES: ['OSLO'], CS: [] }, metrics: ['REV'] }

async function founded({ database }: World): Promise<TestCompany> {
  const build = await buildCompany(database, { name: 'ACME', foundedAt: at('01-05') })
  return furnish(build.at(at('01-06')), PLAN)
}

const { world, acme } = inEachTest(founded)

/** The company adds REV as PRIMARY ‘Up’ on 1 February. Then OSLO pins it, on the 10th unless told otherwise. */
async function addAndPin(pinned = '02-10') {
  await acme.build.at(at('02-01')).add(acme.id, acme.metric('REV'), { kind: 'PRIMARY', label: 'Up' })
  await acme.build.at(at(pinned)).add(acme.node('OSLO'), acme.metric('REV'), { pin: true })
}

async function inputOf(node: string, rest: object) {
  const key = { nodeId: acme.node(node), metricId: acme.metric('REV') }
  return { ...key, expectedVersion: await acme.versionOf(node), ...rest }
}

async function say(mutation: string, node: string, day: string, rest: object = {}): Promise<void> {
  const input = await inputOf(node, { ...rest, effectiveAt: at(day) })
  expect(await dated(world, acme.admin, mutation, input)).toMatchObject({ userErrors: [] })
}

/** REV as a node showed it that day, or shows it: ‘PRIMARY Up OWN’. */
async function shown(node: string, day: string | null): Promise<string | null> {
  const { data } = await world.run<{
    orgNode: { effectiveKeyMetrics: { kind: string; label: string; status: string }[] }
  }>(
    acme.admin,
    'query ($id: ID!, $asOf: DateTime) { orgNode(id: $id, asOf: $asOf) { effectiveKeyMetrics { kind label status } } }',
    { id: acme.node(node), asOf: day && at(day) },
  )
  const [one] = data.orgNode.effectiveKeyMetrics
  return one ? `${one.kind} ${one.label} ${one.status}` : null
}

describe('the rule of the company is taken back as of an earlier day, and a pin keeps what was in force', () => {
  it('also after it was given a label of its own', async () => {
    await addAndPin()
    await acme.build.at(at('03-01')).override(acme.node('OSLO'), acme.metric('REV'), { label: 'Mine' })
    const { impact } = await dryRun(
      world,
      acme.admin,
      'removeKeyMetricRule',
      await inputOf('ACME', { effectiveAt: at('02-20') }),
    )
    expect(linesOf(impact!)).toEqual([
      'ACME disappears PRIMARY REV',
      'CS disappears PRIMARY REV',
      'SALES disappears PRIMARY REV',
      'OSLO changes PRIMARY REV: ORIGIN',
    ])
    await say('removeKeyMetricRule', 'ACME', '02-20')
    expect(await shown('OSLO', '02-19')).toBe('PRIMARY Up INHERITED')
    expect(await shown('OSLO', '02-21')).toBe('PRIMARY Up OWN')
    expect(await shown('OSLO', '03-02')).toBe('PRIMARY Mine OWN')
    expect(await shown('OSLO', null)).toBe('PRIMARY Mine OWN')
    expect(await shown('SALES', '02-21')).toBeNull()
  })

  it('also when it was pinned after that day', async () => {
    await addAndPin('03-01')
    await say('removeKeyMetricRule', 'ACME', '02-20')
    expect(await shown('OSLO', '02-21')).toBeNull()
    expect(await shown('OSLO', null)).toBe('PRIMARY Up OWN')
  })

  it('also what a department said of it since, for as long as it was in force', async () => {
    await addAndPin()
    await acme.build.at(at('03-01')).override(acme.node('SALES'), acme.metric('REV'), { label: 'Sales' })
    await acme.build.at(at('04-01')).move(acme.node('OSLO'), acme.node('CS'))
    await say('removeKeyMetricRule', 'ACME', '02-20')
    expect(await shown('OSLO', '02-21')).toBe('PRIMARY Up OWN')
    expect(await shown('OSLO', '03-02')).toBe('PRIMARY Sales OWN')
    expect(await shown('OSLO', null)).toBe('PRIMARY Up OWN')
  })

  it('until what the company said later: that stays, and is followed as before', async () => {
    await addAndPin()
    await acme.build.at(at('03-01')).override(acme.id, acme.metric('REV'), { kind: 'SECONDARY' })
    await say('removeKeyMetricRule', 'ACME', '02-20')
    expect(await shown('OSLO', '02-21')).toBe('PRIMARY Up OWN')
    expect(await shown('OSLO', '03-02')).toBe('SECONDARY Up INHERITED')
    await world.mutate(acme.admin, 'overrideKeyMetric', await inputOf('ACME', { label: 'Down' }))
    expect(await shown('OSLO', null)).toBe('SECONDARY Down INHERITED')
  })

  it('also when it is forbidden instead, and allowed again', async () => {
    await addAndPin()
    await acme.build.at(at('03-01')).override(acme.node('OSLO'), acme.metric('REV'), { label: 'Mine' })
    await say('lockKeyMetric', 'ACME', '02-20', { preset: 'FORBIDDEN' })
    expect(await shown('OSLO', null)).toBeNull()
    await say('lockKeyMetric', 'ACME', '02-25', { preset: 'NONE' })
    expect(await shown('OSLO', '02-26')).toBe('PRIMARY Up OWN')
    expect(await shown('OSLO', null)).toBe('PRIMARY Mine OWN')
  })
})

it('who read the pin before is told once, and the log says since when each part of it holds', async () => {
  await addAndPin()
  await acme.build.at(at('03-01')).override(acme.node('OSLO'), acme.metric('REV'), { label: 'Mine' })
  delete acme.build.ctx.writesAt
  const before = await acme.versionOf('OSLO')
  await say('removeKeyMetricRule', 'ACME', '02-20')
  expect(await acme.versionOf('OSLO')).toBe(before + 1)
  const { data } = await world.run<{ auditLog: { nodes: { action: string; effectiveAt: string }[] } }>(
    acme.admin,
    '{ auditLog(first: 3) { nodes { action effectiveAt } } }',
  )
  const told = data.auditLog.nodes.map((entry) => JSON.stringify(entry)).sort()
  expect(told).toEqual([
    '{"action":"KEEP_KEY_METRIC_ATTRIBUTES","effectiveAt":"2026-02-20T12:00:00.000Z"}',
    '{"action":"KEEP_KEY_METRIC_ATTRIBUTES","effectiveAt":"2026-03-01T12:00:00.000Z"}',
    '{"action":"REMOVE_KEY_METRIC_RULE","effectiveAt":"2026-02-20T12:00:00.000Z"}',
  ])
})
