import { cells, OVERVIEW, overviewIn, type Overview } from '../../support/overview-page.js'
import { codesOf } from '../../support/run-document.js'
import { existingCompany } from '../../support/test-company.js'
import { inAllTests, type Viewer } from '../../support/world.js'

const { world, acme } = inAllTests((given) => given.workedExample())

const as = (name: string): Viewer => ({ companyId: acme.id, userId: acme.person(`${name}@acme.example`) })
const { overview, nodeOf, names } = overviewIn(world)

describe('who may edit a node', () => {
  const editors = async (who: Viewer, name: string) =>
    (await nodeOf(who, name)).editors.map(({ role, node, user }) => `${role} of ${node.name}: ${user.name}`)

  it('is told: the company admin, and managers once the company lets them', async () => {
    const company = await world.workedExample()
    const sam = { companyId: company.id, userId: company.person('sam@acme.example') }
    expect(await editors(company.admin, 'OSLO')).toEqual(['ADMIN of ACME: Ada Admin'])
    expect((await nodeOf(sam, 'OSLO')).mayEdit).toBe(false)
    const expectedVersion = await company.versionOf('ACME')
    await world.mutate(company.admin, 'setKeyMetricDelegation', {
      delegation: 'HIDE_AND_ADD',
      expectedVersion,
    })
    expect(await editors(sam, 'OSLO')).toEqual([
      ...['MANAGER of OSLO: Olga Oslo', 'MANAGER of SALES: Sam Sales', 'ADMIN of ACME: Ada Admin'],
    ])
    expect((await nodeOf(sam, 'OSLO')).mayEdit).toBe(true)
  })

  it('is at most ten people, the nearest first, and nobody who cannot sign in', async () => {
    const { build, admin } = await world.workedExample()
    const roles = [{ role: 'ADMIN' as const, nodeId: build.ctx.companyId }]
    const many = Array.from({ length: 12 }, (_, index) => ({
      ...{ email: `admin${index + 10}@acme.example`, name: `Admin ${index + 10}`, roles },
    }))
    await build.people(many)
    const company = await existingCompany(build)
    await world.database.query(
      `UPDATE app_user SET status = 'DEACTIVATED' WHERE company_id = $1 AND email = $2`,
      [...[company.id, 'admin10@acme.example']],
    )
    const found = await editors(admin, 'OSLO')
    expect(found).toHaveLength(10)
    expect(found.slice(0, 2)).toEqual(['ADMIN of ACME: Ada Admin', 'ADMIN of ACME: Admin 11'])
  })

  it('is whoever asks, or not', async () => {
    const mayEdit = async (who: string) =>
      (await overview(as(who))).nodes.nodes.map(({ node, mayEdit }) => `${node.name} ${mayEdit}`)
    expect(await mayEdit('sam')).toEqual(['SALES false', 'LONDON false', 'OSLO false'])
    expect(new Set((await mayEdit('ada')).map((one) => one.split(' ')[1]))).toEqual(new Set(['true']))
  })
})

describe('everybody sees the nodes that are theirs', () => {
  it.each([
    ['ada', ['ACME', 'CS', 'RENEW', 'SALES', 'LONDON', 'OSLO', 'LABS']],
    ['sam', ['SALES', 'LONDON', 'OSLO']],
    ['olga', ['OSLO']],
    ['liam', ['LONDON']],
  ])('%s', async (who, expected) => {
    expect(await names(as(who))).toEqual(expected)
  })

  it('or those below one of them; a node out of sight is answered as one that never was, byte for byte', async () => {
    expect(await names(as('ada'), { nodeId: acme.node('SALES') })).toEqual(['SALES', 'LONDON', 'OSLO'])
    const never = (await world.run(as('sam'), OVERVIEW, { nodeId: '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c' }))
      .text
    expect(never).toBe('{"data":{"organizationOverview":null}}\n')
    for (const node of ['ACME', 'CS', 'LABS'])
      expect((await world.run(as('sam'), OVERVIEW, { nodeId: acme.node(node) })).text).toBe(never)
  })
})

describe('what is too much for one answer', () => {
  it('is read page by page', async () => {
    const found: string[] = []
    let after: string | null = null
    do {
      const { nodes }: Overview = await overview(as('ada'), { first: 2, after })
      expect(nodes.totalCount).toBe(7)
      found.push(...nodes.nodes.map(({ node }) => node.name))
      after = nodes.pageInfo.hasNextPage ? nodes.pageInfo.endCursor : null
    } while (after !== null)
    expect(found).toEqual(await names(as('ada')))
  })

  it('is narrowed to some metrics', async () => {
    const metricIds = [acme.metric('REV'), acme.metric('NPS'), '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c']
    expect(cells(await nodeOf(as('ada'), 'LABS', { metricIds }))).toEqual(['P NPS OWN', 'P REV INHERITED'])
  })

  it('is refused by name beyond 10,000 pairs of node and metric', async () => {
    const metrics = Array.from({ length: 102 }, (_, index) => `M${index}`)
    const { admin } = await world.company({ teams: 100, metrics })
    const document = '{ organizationOverview { nodes(first: 100) { nodes { keyMetrics { status } } } } }'
    const answer = await world.run(admin, document)
    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED'])
    expect(answer.errors[0]!.message).toBe(
      '100 nodes with 102 metrics each are 10200 pairs; at most 10000 are told at once. Ask for fewer nodes with first, or name metrics with metricIds.',
    )
    expect((await world.run(admin, document.replace('100', '98'))).errors).toEqual([])
  })
})
