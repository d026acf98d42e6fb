import { rehearse } from '../../../server/features/impact/rehearse.js'
import type { ImpactRow } from '../../../server/features/impact/impact.loaders.js'
import { KeyMetricRuleEntity } from '../../../server/features/key-metric/key-metric-rule.entity.js'
import { OrgNodePlacementEntity } from '../../../server/features/org/org-node-placement.entity.js'
import { RoleAssignmentEntity } from '../../../server/features/people/role-assignment.entity.js'
import type { ApiKeyScope } from '../../../server/domain/viewer.js'
import { change, type Change } from '../../../server/platform/database/change.js'
import { close, open } from '../../../server/platform/database/interval.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { dryRun, IMPACT, linesOf, type Impact } from '../../support/dry-run.js'
import { emailOf, rolesInAllTests, WHO, type Who } from '../../support/role-company.js'
import { NODE_NAMES } from '../../support/role-nodes.js'

const { world, acme } = rolesInAllTests()

const recorded = (tx: Change) =>
  tx.record({ action: 'moveNode', nodeId: null, entityId: null, before: null, after: null })

/** A change of the whole company that somebody is let make who may not: what do they see of it? */
async function seenBy(who: Who, work: (tx: Change) => Promise<unknown>): Promise<ImpactRow> {
  const ctx = { ...acme.company.build.ctx, actor: acme.person(who) }
  const { impact } = await rehearse(ctx, async (maker) => {
    await change(
      maker,
      async () => 'COMPANY_ADMIN',
      async (tx) => {
        await work(tx)
        recorded(tx)
      },
    )
    return {}
  })
  return impact!
}

const hideEverywhere = (tx: Change) =>
  close(tx, KeyMetricRuleEntity, { nodeId: acme.company.id, metricId: acme.company.metric('REV') })

const WHOLE: Record<Who, readonly string[]> = {
  'company admin': ['ACME', 'CS', 'SALES', 'LABS', 'LONDON', 'OSLO', 'RENEW'],
  'company manager': ['ACME', 'CS', 'SALES', 'LABS', 'LONDON', 'OSLO', 'RENEW'],
  'department admin': ['SALES', 'LONDON', 'OSLO'],
  'department manager': ['SALES', 'LONDON', 'OSLO'],
  'team admin': ['OSLO'],
  'team lead': ['OSLO'],
  member: ['OSLO'],
  'hidden member': ['OSLO'],
  nobody: [],
}

const VISIBLE = ['member', 'mia', 'peer', 'team lead']
const OSLO = ['hidden member', 'hidden peer', ...VISIBLE]
const SALES = [...OSLO, 'london member']
const COMPANY = [...SALES, 'labs lead', 'renew member']

/** The leaver of LONDON, who may not sign in any more, is not among them. */
const HOMES: Record<Who, readonly string[]> = {
  'company admin': COMPANY,
  'company manager': COMPANY,
  'department admin': SALES,
  'department manager': SALES,
  'team admin': OSLO,
  'team lead': OSLO,
  member: VISIBLE,
  'hidden member': ['hidden member', ...VISIBLE],
  nobody: [],
}

const idOf = (name: string) => acme.company.person(name === 'mia' ? 'mia@acme.test' : emailOf(name))

describe('of a change that reaches the whole company, whoever tries it is told only what they see:', () => {
  it.each(WHO)('%s', async (who) => {
    const { nodes, people, totals } = await seenBy(who, hideEverywhere)
    expect(nodes?.map(({ node }) => node.name)).toEqual(WHOLE[who])
    expect(totals.nodes).toBe(WHOLE[who].length)
    expect([...people!.userIds].sort()).toEqual(HOMES[who].map(idOf).sort())
    expect(people?.affected).toBe(HOMES[who].length)
  })

  it('of roles, those on nodes they see', async () => {
    const takeAll = async (tx: Change) => {
      for (const node of NODE_NAMES)
        await close(tx, RoleAssignmentEntity, { nodeId: acme.company.node(node) })
    }
    const lost = async (who: Who) =>
      (await seenBy(who, takeAll)).roles?.lost.map(({ node, role }) => `${role} ${node.name}`).sort()
    expect(await lost('member')).toEqual(
      [
        'ADMIN ACME',
        'ADMIN ACME',
        'MANAGER ACME',
        'ADMIN OSLO',
        'MANAGER OSLO',
        'ADMIN SALES',
        'MANAGER SALES',
      ].sort(),
    )
    expect(await lost('nobody')).toEqual(['ADMIN ACME', 'ADMIN ACME', 'MANAGER ACME'])
    expect(await lost('company admin')).toHaveLength(9)
  })

  it('of a team that would come into their department, since they would see it; of its past they see nothing else', async () => {
    const moveRenew = async (tx: Change) => {
      await close(tx, OrgNodePlacementEntity, { nodeId: acme.company.node('RENEW') })
      await open(tx, OrgNodePlacementEntity, [
        { nodeId: acme.company.node('RENEW'), parentId: acme.company.node('SALES') },
      ])
    }
    const told = async (who: Who) =>
      (await seenBy(who, moveRenew)).nodes?.map(({ node, fate }) => `${node.name} ${fate}`)
    expect(await told('department admin')).toEqual(['RENEW MOVES'])
    expect(await told('team admin')).toEqual([])
  })
})

describe('an API key is told what its scopes let it read', () => {
  const DOCUMENT = `mutation ($input: HideKeyMetricInput!) { hideKeyMetric(input: $input) {
    userErrors { code } impact { ...Impact } } } ${IMPACT}`

  async function told(scopes: readonly ApiKeyScope[], node = 'ACME', rest: object = {}): Promise<Impact> {
    const { secret } = await keyWith(world, acme.company, ['WRITE_KEY_METRICS', ...scopes], node)
    const input = {
      nodeId: acme.company.node('SALES'),
      metricId: acme.company.metric('REV'),
      expectedVersion: await acme.company.versionOf('SALES'),
      dryRun: true,
      ...rest,
    }
    const { data, errors } = await askWith<{ hideKeyMetric: { impact: Impact; userErrors: unknown[] } }>(
      world,
      secret,
      DOCUMENT,
      { input },
    )
    expect({ errors, userErrors: data.hideKeyMetric.userErrors }).toEqual({ errors: [], userErrors: [] })
    return data.hideKeyMetric.impact
  }

  it('nothing, where it may change but not read', async () => {
    const { nodes, people, roles, targets, totals } = await told([])
    expect([nodes, people, roles, targets]).toEqual([null, null, null, null])
    expect(new Set(Object.values(totals))).toEqual(new Set([null]))
  })

  it('nothing of a change that is dated back either', async () => {
    const { nodes, people, roles } = await told([], 'ACME', { effectiveAt: acme.company.build.ctx.moment.at })
    expect([nodes, people, roles]).toEqual([null, null, null])
  })

  it('nodes, where it may read the organisation', async () => {
    const impact = await told(['READ_ORGANIZATION'], 'SALES')
    expect(linesOf(impact)).toEqual(
      ['SALES', 'LONDON', 'OSLO'].map((node) => `${node} disappears SECONDARY REV`),
    )
    expect([impact.people, impact.targets, impact.totals.homes]).toEqual([null, null, null])
  })

  it('people and roles, where it may read people, and targets with the numbers', async () => {
    const impact = await told(['READ_ORGANIZATION', 'READ_PEOPLE'])
    expect(impact.people?.affected).toBe(SALES.length)
    expect([impact.roles, impact.targets]).toEqual([{ gained: [], lost: [] }, null])
    const withNumbers = await told(['READ_PEOPLE', 'READ_NUMBERS'])
    expect(withNumbers.targets).toEqual({ losesOwner: [], regainsOwner: [] })
  })
})

it('whoever tries to take their own rights is told with the rights they have', async () => {
  const admin = acme.person('company admin')
  const { impact } = await dryRun(world, admin, 'revokeRole', {
    ...{ userId: admin.userId, nodeId: acme.company.id, role: 'ADMIN' },
  })
  expect(impact?.roles?.lost).toEqual([
    { role: 'ADMIN', node: { name: 'ACME' }, user: { name: 'COMPANY ADMIN' } },
  ])
  const { data } = await world.run(admin, '{ company { keyMetricRules { id } } }')
  expect(data).toMatchObject({ company: { keyMetricRules: [{}, {}] } })
})
