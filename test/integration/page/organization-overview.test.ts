import { cells, overviewIn } from '../../support/overview-page.js'
import { inAllTests, type Viewer } from '../../support/world.js'

const { world, acme } = inAllTests((given) => given.workedExample())

const as = (name: string): Viewer => ({ companyId: acme.id, userId: acme.person(`${name}@acme.example`) })
const { overview, nodeOf } = overviewIn(world)

describe('the overview of the organisation', () => {
  it('has every node, each before what hangs below it, and every metric of the catalogue on it', async () => {
    const all = await overview(as('ada'))
    expect(all.nodes.nodes.map(({ node }) => node.name)).toEqual([
      ...['ACME', 'CS', 'RENEW', 'SALES', 'LONDON', 'OSLO', 'LABS'],
    ])
    const keys = ['CALLS', 'EBITDA', 'MTG', 'NPS', 'OLD', 'OPPS', 'REN', 'REV']
    expect(all.metrics.map(({ key }) => key)).toEqual(keys)
    for (const { keyMetrics } of all.nodes.nodes)
      expect(keyMetrics.map(({ metric }) => metric.key)).toEqual(keys)
    expect(all.notice).toBeNull()
  })

  it.each([
    [
      'ACME',
      [
        'S CALLS OWN',
        'P EBITDA OWN',
        'S MTG OWN',
        'NPS NOT_CONFIGURED',
        'S OLD OWN',
        'OPPS NOT_CONFIGURED',
        'P REN OWN',
        'P REV OWN',
      ],
    ],
    [
      'SALES',
      [
        'S CALLS INHERITED',
        'EBITDA NOT_CONFIGURED',
        'S MTG INHERITED',
        'NPS NOT_CONFIGURED',
        'S OLD INHERITED',
        'S OPPS OWN',
        'REN HIDDEN_AT SALES',
        'P REV INHERITED',
      ],
    ],
    [
      'OSLO',
      [
        'S CALLS INHERITED',
        'EBITDA NOT_CONFIGURED',
        'S MTG INHERITED',
        'NPS NOT_CONFIGURED',
        'S OLD INHERITED',
        'S OPPS INHERITED',
        'P REN REINSTATED',
        'P REV INHERITED',
      ],
    ],
    [
      'LONDON',
      [
        'CALLS HIDDEN_AT LONDON',
        'EBITDA NOT_CONFIGURED',
        'P MTG INHERITED',
        'NPS NOT_CONFIGURED',
        'S OLD INHERITED',
        'S OPPS INHERITED',
        'REN HIDDEN_AT SALES',
        'P REV INHERITED',
      ],
    ],
    [
      'RENEW',
      [
        'CALLS HIDDEN_AT CS',
        'EBITDA NOT_CONFIGURED',
        'S MTG INHERITED',
        'NPS NOT_CONFIGURED',
        'S OLD INHERITED',
        'OPPS NOT_CONFIGURED',
        'P REN INHERITED',
        'P REV INHERITED',
      ],
    ],
    [
      'LABS',
      [
        'CALLS BLOCKED_AT LABS',
        'EBITDA NOT_CONFIGURED',
        'MTG BLOCKED_AT LABS',
        'P NPS OWN',
        'OLD BLOCKED_AT LABS',
        'OPPS NOT_CONFIGURED',
        'REN BLOCKED_AT LABS',
        'P REV INHERITED',
      ],
    ],
  ])('says of each metric on %s whether it is in force, and why', async (name, expected) => {
    expect(cells(await nodeOf(as('ada'), name))).toEqual(expected)
  })

  it('says where a metric comes from, and what may not be done with it', async () => {
    const { keyMetrics } = await nodeOf(as('ada'), 'OSLO')
    expect(keyMetrics.find(({ metric }) => metric.key === 'REV')!.effective).toEqual({
      ...{ kind: 'PRIMARY', label: 'Revenue', definedAt: { name: 'ACME' } },
      locks: [{ lock: 'HIDE', setAt: { name: 'ACME' } }],
    })
  })

  it('shows what a node itself says, dormant rules to who may change them only', async () => {
    const ruleOn = async (who: string, key: string) =>
      (await nodeOf(as(who), 'OSLO')).keyMetrics.find(({ metric }) => metric.key === key)!.rule
    expect(await ruleOn('ada', 'REV')).toEqual({ effect: 'HIDE', dormancy: { reason: 'LOCKED_BY' } })
    expect(await ruleOn('ada', 'REN')).toEqual({ effect: 'ADD', dormancy: null })
    expect(await ruleOn('ada', 'MTG')).toBeNull()
    expect(await ruleOn('olga', 'REV')).toBeNull()
    expect(await ruleOn('olga', 'REN')).toEqual({ effect: 'ADD', dormancy: null })
  })

  it('says that a metric is archived, and is read as of an instant before', async () => {
    const company = await world.workedExample()
    const before = company.build.ctx.moment.at
    await company.build.archive(company.metric('OLD'))
    const admin = company.admin
    expect(cells(await nodeOf(admin, 'SALES'))).toContain('OLD ARCHIVED')
    expect(cells(await nodeOf(admin, 'SALES', { asOf: before.toISOString() }))).toContain('S OLD INHERITED')
  })
})
