import { explainKeyMetric, getHome } from '../../../sdk/index.js'
import { activityCompany, changeActivity, moveUser, viewer } from '../../support/activity-company.js'
import { asking, MARCH, said } from '../../support/pages.js'
import { inEachTest, inWorld } from '../../support/world.js'

const shared = inWorld()
const { world, acme } = inEachTest(activityCompany, shared)
const as = asking(world, acme)

/** A key metric of the company; it counts these types, and without any it has no formula. */
async function counting(key: string, ...types: string[]): Promise<string> {
  const { build, id, activityType } = acme
  const metricId = await build.metric({ key })
  await build.add(id, metricId)
  if (types.length > 0)
    await build.formula(metricId, { kind: 'COUNT', activityTypeIds: types.map((type) => activityType(type)) })
  return metricId
}

const ofPage = async (name: string) => said((await getHome(await as(name), {}))?.notice)

/** What is said of each row, by the key of its metric. */
async function ofRows(name: string, variables = {}) {
  const page = await getHome(await as(name), variables)
  return Object.fromEntries(page!.keyMetrics.map(({ metric, notice }) => [metric.key, said(notice)]))
}

describe('a page with nothing to show says why, and who can do what about it:', () => {
  it('a person without a team', async () => {
    await counting('CALLS', 'CALL')
    expect(await ofPage('nia')).toEqual(['NO_TEAM', 'ASSIGN_TEAM by Ada Admin'])
    await moveUser(acme, acme.person('nia@acme.test'), acme.node('OSLO'))
    expect((await ofPage('nia'))?.[0]).toBe('NO_DATA')
  })

  it('a company without configuration', async () => {
    const adding = 'ADD_KEY_METRIC on OSLO by Ada Admin'
    expect(await ofPage('pia')).toEqual(['NOTHING_CONFIGURED', adding])
    expect(await ofPage('ada')).toEqual(['NOTHING_CONFIGURED', 'ADD_KEY_METRIC on ACME by Ada Admin'])
  })

  it('a team without metrics, since what there is is hidden above it', async () => {
    const calls = await counting('CALLS', 'CALL')
    await acme.build.hide(acme.node('SALES'), calls)
    expect(await ofPage('pia')).toEqual([
      'HIDDEN',
      'ADD_KEY_METRIC on OSLO by Ada Admin',
      'REMOVE_RULE on SALES by Ada Admin',
    ])
  })

  it('a team to which the company gives nothing, since it keeps it to itself', async () => {
    const id = await acme.build.metric({ key: 'CALLS' })
    await acme.build.add(acme.id, id, { reach: 'NODE_ONLY' })
    expect((await ofPage('pia'))?.[0]).toBe('NODE_ONLY')
  })

  it('a node that blocks everything', async () => {
    await counting('CALLS', 'CALL')
    await acme.build.inherit(acme.node('SALES'), false)
    expect(await ofPage('pia')).toEqual([
      'BLOCKED',
      'ADD_KEY_METRIC on OSLO by Ada Admin',
      'INHERIT on SALES by Ada Admin',
    ])
  })

  it('a catalogue that is archived', async () => {
    const calls = await counting('CALLS', 'CALL')
    await acme.build.archive(calls)
    expect(await ofPage('pia')).toEqual(['ARCHIVED', 'RESTORE_METRIC by Ada Admin'])
  })
})

const LOGGING = 'LOG_ACTIVITY on OSLO by Pia Peer, Lea Lead, Dan Department, Ada Admin'

describe('a row without a number says why:', () => {
  it('nothing logged in the period, no formula, activities that nobody logs here, or not any more', async () => {
    await counting('CALLS', 'CALL')
    await counting('NPS')
    await counting('VISITS', 'VISIT')
    await counting('FAXES', 'FAX')
    expect(await ofRows('pia')).toEqual({
      CALLS: ['NO_DATA', LOGGING],
      NPS: ['NO_FORMULA', 'SET_FORMULA by Ada Admin'],
      VISITS: ['TYPE_NOT_ENABLED', 'ENABLE_ACTIVITY_TYPE on OSLO by Ada Admin', LOGGING],
      FAXES: ['TYPE_ARCHIVED', 'RESTORE_ACTIVITY_TYPE by Ada Admin', LOGGING],
    })
  })

  it('and says nothing once there is one', async () => {
    await counting('CALLS', 'CALL')
    const input = { activityTypeId: acme.activityType('CALL') }
    await changeActivity(world, viewer(acme, 'pia'), 'logActivity', input)
    expect(await ofRows('pia')).toEqual({ CALLS: null })
    expect(await ofPage('pia')).toBeNull()
    // Of another period there is still none.
    expect((await ofRows('pia', { period: MARCH })).CALLS?.[0]).toBe('NO_DATA')
    expect((await ofRows('mia')).CALLS?.[0]).toBe('NO_DATA')
  })

  it('of a node: what is logged anywhere below it', async () => {
    await counting('DEMOS', 'DEMO')
    const [node, team] = [acme.node('SALES'), acme.node('LONDON')]
    expect((await ofRows('dan', { nodeId: node })).DEMOS).toEqual([
      'NO_DATA',
      'LOG_ACTIVITY on SALES by Dan Department, Ada Admin',
    ])
    expect((await ofRows('dan', { nodeId: team })).DEMOS?.[0]).toBe('TYPE_NOT_ENABLED')
  })

  it('a page all of whose rows have none says so as a whole', async () => {
    await counting('CALLS', 'CALL')
    await counting('NPS')
    expect(await ofPage('pia')).toEqual(['NO_DATA', LOGGING])
  })
})

it('a page and its rows say what explainKeyMetric says, check by check', async () => {
  await counting('CALLS', 'CALL')
  await counting('VISITS', 'VISIT')
  for (const name of ['pia', 'lea', 'dan', 'nia', 'ada']) {
    const km = await as(name)
    const page = await getHome(km, { period: MARCH })
    const notices = [page!.notice, ...page!.keyMetrics.map(({ notice }) => notice)]
    const metricIds = [undefined, ...page!.keyMetrics.map(({ metric }) => metric.id)]
    for (const [index, metricId] of metricIds.entries()) {
      const about = { userId: acme.person(`${name}@acme.test`), surface: 'HOME', period: MARCH, metricId }
      const { verdict, checks, fixes } = (await explainKeyMetric(km, about))!
      expect(notices[index]).toMatchObject({
        verdict,
        checks: checks.map(({ check, outcome, evidence }) => ({ check, outcome, evidence })),
        fixes: fixes.map(({ fix, description, node }) => ({ fix, description, node })),
      })
    }
  }
})

it('somebody who manages, but is deactivated, is not offered as who can help', async () => {
  await counting('NPS')
  await world.database.query(
    `UPDATE app_user SET status = 'DEACTIVATED' WHERE company_id = $1 AND email = $2`,
    [acme.id, 'ada@acme.test'],
  )
  expect((await ofRows('pia')).NPS).toEqual(['NO_FORMULA', 'SET_FORMULA by '])
})
