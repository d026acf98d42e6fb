import { activityCompany, changeActivity, viewer } from '../../support/activity-company.js'
import type { Mutation } from '../../support/mutation.js'
import { inEachTest } from '../../support/world.js'
import { ask, diagnosed, type About, type Told } from './ask.js'

const { world, acme } = inEachTest(activityCompany)

/** A key metric of the company that counts these types; without any it has no formula. */
async function counting(...types: string[]): Promise<string> {
  const { build, id, activityType } = acme
  const metricId = await build.metric({ key: 'COUNTED' })
  await build.add(id, metricId)
  if (types.length > 0)
    await build.formula(metricId, { kind: 'COUNT', activityTypeIds: types.map((key) => activityType(key)) })
  return metricId
}

const of = (who: string, rest: Partial<About> = {}) =>
  diagnosed(world, acme.admin, { userId: viewer(acme, who).userId, ...rest })

/** The verdict, and who can do what: ['NO_FORMULA', 'SET_FORMULA by Ada Admin']. */
function summary({ verdict, fixes }: Told): string[] {
  const told = fixes.map(({ fix, node, by }) => {
    const where = node ? ` on ${node.name}` : ''
    return `${fix}${where} by ${by.map(({ name }) => name).join(', ')}`
  })
  return [verdict, ...told]
}

async function mutate(mutation: Mutation, input: object): Promise<void> {
  const { userErrors, errors } = await world.mutate(acme.admin, mutation, input)
  expect([userErrors, errors]).toEqual([[], []])
}

const LOGGING = 'LOG_ACTIVITY on OSLO by Ada Admin, Pia Peer, Lea Lead, Dan Department'

describe('a metric that is shown, but has no number', () => {
  it('NO_FORMULA: a company admin says how it is computed', async () => {
    const metricId = await counting()
    expect(summary(await of('pia', { metricId }))).toEqual(['NO_FORMULA', 'SET_FORMULA by Ada Admin'])
    const formula = { kind: 'COUNT', activityTypeIds: [acme.activityType('CALL')] }
    await mutate('setMetricFormula', { metricId, formula, expectedVersion: 1 })
    expect(summary(await of('pia', { metricId }))).toEqual(['NO_DATA', LOGGING])
  })

  it('TYPE_NOT_ENABLED: whoever may, enables the type', async () => {
    const metricId = await counting('VISIT')
    expect(summary(await of('pia', { metricId }))).toEqual([
      'TYPE_NOT_ENABLED',
      'ENABLE_ACTIVITY_TYPE on OSLO by Ada Admin',
      LOGGING,
    ])
    const nodeId = acme.node('OSLO')
    const expectedVersion = await acme.versionOf('OSLO')
    await mutate('enableActivityType', {
      nodeId,
      activityTypeId: acme.activityType('VISIT'),
      expectedVersion,
    })
    expect(summary(await of('pia', { metricId }))).toEqual(['NO_DATA', LOGGING])
  })

  it('TYPE_ARCHIVED: a company admin restores it; enabling it is the next obstacle', async () => {
    const metricId = await counting('FAX')
    expect(summary(await of('pia', { metricId })).slice(0, 2)).toEqual([
      'TYPE_ARCHIVED',
      'RESTORE_ACTIVITY_TYPE by Ada Admin',
    ])
    const activityTypeId = acme.activityType('FAX')
    await mutate('restoreActivityType', { activityTypeId, expectedVersion: await acme.versionOf('FAX') })
    expect((await of('pia', { metricId })).verdict).toBe('TYPE_NOT_ENABLED')
  })

  it('can be logged by one team and not by the other', async () => {
    const metricId = await counting('DEMO')
    expect((await of('pia', { metricId })).verdict).toBe('NO_DATA')
    expect((await of('lon', { metricId })).verdict).toBe('TYPE_NOT_ENABLED')
  })

  it('counts on a node what is below: it is enough that a team logs it', async () => {
    const metricId = await counting('DEMO')
    expect(summary(await of('dan', { metricId }))[0]).toBe('NO_DATA')
    const lonely = { metricId, nodeId: acme.node('LABS') }
    expect(summary(await of('ada', lonely))[0]).toBe('TYPE_NOT_ENABLED')
  })
})

describe('the period', () => {
  it('is the one that is asked for', async () => {
    const metricId = await counting('CALL')
    const input = { activityTypeId: acme.activityType('CALL'), occurredAt: '2026-02-02T12:00:00Z' }
    const { errors } = await changeActivity(world, viewer(acme, 'pia'), 'logActivity', input)
    expect(errors).toEqual([])
    const period = { frequency: 'MONTHLY', containing: '2026-02-28' }
    expect((await of('pia', { metricId, period })).verdict).toBe('VISIBLE')
    expect((await of('pia', { metricId, period: { ...period, offset: 1 } })).verdict).toBe('NO_DATA')
  })

  it('is refused as elsewhere', async () => {
    const metricId = await counting('CALL')
    const about = { userId: viewer(acme, 'pia').userId, metricId, period: { offset: 401 } }
    expect((await ask(world, acme.admin, about)).codes).toEqual(['LIMIT_EXCEEDED'])
  })
})

it('on HOME, whoever is in no team or has chosen a node sees what was done there, not what they did', async () => {
  const metricId = await counting('CALL')
  await changeActivity(world, viewer(acme, 'lea'), 'logActivity', {
    activityTypeId: acme.activityType('CALL'),
  })
  expect((await of('lea', { metricId })).verdict).toBe('VISIBLE')
  expect((await of('pia', { metricId })).verdict).toBe('NO_DATA')
  expect((await of('pia', { metricId, nodeId: acme.node('OSLO') })).verdict).toBe('VISIBLE')
  expect((await of('dan', { metricId })).verdict).toBe('VISIBLE')
  expect((await of('dan', { metricId, nodeId: acme.node('LONDON') })).verdict).toBe('NO_DATA')
})
