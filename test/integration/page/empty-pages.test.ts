import { freeze, log, progressCompany } from '../../support/progress-company.js'
import { viewer } from '../../support/activity-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld, type Viewer } from '../../support/world.js'

const world = inWorld()

beforeAll(() => freeze('2026-03-20T12:00:00Z'))
afterAll(() => jest.useRealTimers())

interface Notice {
  readonly verdict: string
  readonly fixes: readonly { readonly fix: string; readonly node: { readonly name: string } | null }[]
}

const NOTICE = 'notice { verdict fixes { fix node { name } } }'
const said = (notice: Notice | null) =>
  notice && [
    notice.verdict,
    ...notice.fixes.map(({ fix, node }) => [fix, node?.name].filter(Boolean).join(' at ')),
  ]

async function teamNotices(who: Viewer, { node }: TestCompany, name: string) {
  const document = `query ($id: ID!) { teamPage(id: $id) { ${NOTICE}
    keyMetrics { keyMetric { metric { key } } ${NOTICE} } } }`
  const { data, errors } = await world.run<{
    teamPage: {
      notice: Notice | null
      keyMetrics: { keyMetric: { metric: { key: string } }; notice: Notice | null }[]
    }
  }>(who, document, { id: node(name) })
  expect(errors).toEqual([])
  const { notice, keyMetrics } = data.teamPage
  const rows = keyMetrics.map(({ keyMetric, notice }) => [keyMetric.metric.key, said(notice)])
  return { page: said(notice), rows: Object.fromEntries(rows) as Record<string, unknown> }
}

async function overviewNotices(who: Viewer, variables: object = {}) {
  const document = `query ($nodeId: ID) { organizationOverview(nodeId: $nodeId) { ${NOTICE}
    nodes { nodes { node { name } ${NOTICE} } } } }`
  const { data, errors } = await world.run<{
    organizationOverview: {
      notice: Notice | null
      nodes: { nodes: { node: { name: string }; notice: Notice | null }[] }
    }
  }>(who, document, variables)
  expect(errors).toEqual([])
  const { notice, nodes } = data.organizationOverview
  const rows = nodes.nodes.map(({ node, notice }) => [node.name, said(notice)])
  return { page: said(notice), rows: Object.fromEntries(rows) as Record<string, unknown> }
}

describe('the page of a team says', () => {
  it('nothing where there are numbers, and beside each metric that has none why', async () => {
    const company = await progressCompany(world)
    await log(company, ['mia', 'CALL', '2026-03-02', '2'])
    const { page, rows } = await teamNotices(viewer(company, 'lea'), company, 'OSLO')
    expect(page).toBeNull()
    expect(rows).toEqual({
      ...{ CALLS: null, COST: null, RATE: null },
      ...{ DEALS: ['NO_DATA', 'LOG_ACTIVITY at OSLO'], REV: ['NO_DATA', 'LOG_ACTIVITY at OSLO'] },
      ...{ SIZE: ['NO_DATA', 'LOG_ACTIVITY at OSLO'], NPS: ['NO_FORMULA', 'SET_FORMULA'] },
    })
  })

  it('that nothing was recorded, where the team has no people yet', async () => {
    const company = await progressCompany(world)
    expect((await teamNotices(company.admin, company, 'LABS')).page).toEqual([
      'NO_DATA',
      'LOG_ACTIVITY at LABS',
    ])
  })

  it('that no key metric is in force, and where to add one', async () => {
    const company = await world.company({ departments: { SALES: ['OSLO'] }, metrics: ['REV'] })
    expect((await teamNotices(company.admin, company, 'OSLO')).page).toEqual([
      ...['NOTHING_CONFIGURED', 'ADD_KEY_METRIC at OSLO'],
    ])
  })

  it('that the team does not inherit what there is', async () => {
    const company = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
    await company.build.inherit(company.node('OSLO'), false)
    expect((await teamNotices(company.member, company, 'OSLO')).page).toEqual(
      expect.arrayContaining(['BLOCKED', 'INHERIT at OSLO']),
    )
  })
})

describe('the overview of the organisation says', () => {
  it('that nothing is configured, as a whole and on each node', async () => {
    const company = await world.company({ departments: { SALES: ['OSLO'] }, metrics: ['REV'] })
    expect(await overviewNotices(company.admin)).toEqual({
      page: ['NOTHING_CONFIGURED', 'ADD_KEY_METRIC at ACME'],
      rows: {
        ACME: ['NOTHING_CONFIGURED', 'ADD_KEY_METRIC at ACME'],
        SALES: ['NOTHING_CONFIGURED', 'ADD_KEY_METRIC at SALES'],
        OSLO: ['NOTHING_CONFIGURED', 'ADD_KEY_METRIC at OSLO'],
      },
    })
  })

  it('nothing as a whole as soon as there is something, and why there is nothing on one node', async () => {
    const company = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
    await company.build.inherit(company.node('OSLO'), false)
    const { page, rows } = await overviewNotices(company.admin)
    expect([page, rows.ACME, rows.SALES]).toEqual([null, null, null])
    expect(rows.OSLO).toEqual(expect.arrayContaining(['BLOCKED', 'INHERIT at OSLO']))
  })

  it('to who is in no team and runs nothing that this is why', async () => {
    const company = await progressCompany(world)
    expect(await overviewNotices(viewer(company, 'nia'))).toEqual({
      ...{ page: expect.arrayContaining(['NO_GRANT']) as unknown, rows: {} },
    })
  })
})

it('a leaderboard says why there are no numbers', async () => {
  const company = await progressCompany(world)
  const document = `query ($nodeId: ID!, $metricId: ID!) { leaderboard(nodeId: $nodeId, metricId: $metricId) { ${NOTICE} } }`
  const ask = async (key: string) => {
    const variables = { nodeId: company.node('OSLO'), metricId: company.metric(key) }
    const { data } = await world.run<{ leaderboard: { notice: Notice | null } }>(
      company.admin,
      document,
      variables,
    )
    return said(data.leaderboard.notice)
  }
  expect(await ask('NPS')).toEqual(['NO_FORMULA', 'SET_FORMULA'])
  expect(await ask('CALLS')).toEqual(['NO_DATA', 'LOG_ACTIVITY at OSLO'])
  await log(company, ['mia', 'CALL', '2026-03-02', '2'])
  expect(await ask('CALLS')).toBeNull()
})
