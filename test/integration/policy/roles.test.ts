import { codesOf } from '../../support/run-document.js'
import { dated } from '../../support/schedule.js'
import { NODE_NAMES } from '../../support/role-nodes.js'
import { roleCompany, rolesInEachTest, rolesOf, type Who } from '../../support/role-company.js'

const { world, acme } = rolesInEachTest()

const node = (name: string) => acme.company.node(name)
const role = rolesOf(acme)
const grant = (who: Who, input: object) => world.mutate(acme.person(who), 'grantRole', input)
const revoke = (who: Who, input: object) => world.mutate(acme.person(who), 'revokeRole', input)
const codes = ({ userErrors }: { userErrors: readonly { code: string; path: readonly string[] }[] }) =>
  userErrors.map(({ code, path }) => [code, ...path].join(' '))

const HOLDERS = `query ($id: ID!, $asOf: DateTime) { orgNode(id: $id, asOf: $asOf) {
  administrators { nodes { user { name } node { name } } } managers { nodes { user { name } node { name } } }
} }`

interface Holders {
  readonly orgNode: Record<
    'administrators' | 'managers',
    { readonly nodes: readonly { readonly user: { name: string }; readonly node: { name: string } }[] }
  >
}

async function holders(who: string, on: string, asOf?: Date): Promise<Record<string, string[]>> {
  const { data } = await world.run<Holders>(acme.person(who), HOLDERS, { id: node(on), asOf })
  const said = ({ nodes }: Holders['orgNode']['managers']) =>
    nodes.map(({ user, node: through }) => `${user.name} @${through.name}`)
  return { administrators: said(data.orgNode.administrators), managers: said(data.orgNode.managers) }
}

async function validFromOf(roleAssignmentId: string): Promise<Date> {
  const [row] = await world.database.query<[{ validFrom: Date }]>(
    `SELECT valid_from AS "validFrom" FROM role_assignment WHERE company_id = $1 AND id = $2`,
    [acme.company.id, roleAssignmentId],
  )
  return row.validFrom
}

describe('the administrators and managers of a node', () => {
  it('are those who hold it directly and those of the nodes above, each with the node it comes through', async () => {
    expect(await holders('member', 'OSLO')).toEqual({
      administrators: [
        'Ada Admin @ACME',
        'COMPANY ADMIN @ACME',
        'DEPARTMENT ADMIN @SALES',
        'TEAM ADMIN @OSLO',
      ],
      managers: ['COMPANY MANAGER @ACME', 'DEPARTMENT MANAGER @SALES', 'TEAM LEAD @OSLO'],
    })
  })

  it('change with a grant and with a revocation, which can both be repeated', async () => {
    const peer = role('peer', 'MANAGER', 'OSLO')
    const first = await grant('department admin', peer)
    const again = await grant('department admin', peer)
    expect([first.changed?.id, codes(first), codes(again)]).toEqual([again.changed?.id, [], []])
    expect((await holders('department admin', 'OSLO')).managers).toContain('PEER @OSLO')
    expect(codes(await revoke('department admin', peer))).toEqual([])
    expect(codes(await revoke('department admin', peer))).toEqual([])
    expect((await holders('department admin', 'OSLO')).managers).not.toContain('PEER @OSLO')
    expect(await acme.company.audit()).toEqual(['grantRole', 'revokeRole'])
  })
})

describe('nobody grants above themselves:', () => {
  it('a department admin grants any role in the department, also their own', async () => {
    for (const on of ['SALES', 'OSLO', 'LONDON']) {
      expect(codes(await grant('department admin', role('peer', 'ADMIN', on)))).toEqual([])
    }
  })

  it('a department admin makes no company admin, and nobody anything in another department', async () => {
    expect(codes(await grant('department admin', role('peer', 'ADMIN', 'ACME')))).toEqual([
      'FORBIDDEN nodeId',
    ])
    expect(codes(await grant('department admin', role('peer', 'ADMIN', 'CS')))).toEqual(['NOT_FOUND nodeId'])
  })

  it('people of another department do not exist for a department admin', async () => {
    expect(codes(await grant('department admin', role('renew member', 'ADMIN', 'OSLO')))).toEqual([
      'NOT_FOUND userId',
    ])
  })

  it.each<Who>(['department manager', 'team admin', 'team lead', 'member', 'nobody'])(
    'a %s grants nothing',
    async (who) => {
      for (const name of NODE_NAMES) {
        expect(codes(await grant(who, role(who, 'ADMIN', name)))[0]).toMatch(/^(FORBIDDEN|NOT_FOUND) nodeId$/)
      }
      expect(await acme.company.audit()).toEqual([])
    },
  )

  it('a deactivated person is given no role', async () => {
    expect(codes(await grant('company admin', role('leaver', 'ADMIN', 'OSLO')))).toEqual(['INVALID userId'])
  })
})

describe('the last company admin', () => {
  const admins = () => [acme.company.admin, acme.person('company admin')]
  const adminRole = (userId: string) => ({ userId, role: 'ADMIN', nodeId: acme.company.id })

  it('keeps the role: another one has to be made first', async () => {
    const [ada, other] = admins()
    expect(codes(await revoke('company admin', adminRole(ada!.userId)))).toEqual([])
    const last = await revoke('company admin', adminRole(other!.userId))
    expect(codes(last)).toEqual(['LAST_ADMIN userId'])
    expect(last.userErrors[0]?.message).toBe(
      'This is the last company admin. Make somebody else a company admin first.',
    )
  })

  it('is not deactivated, and who is deactivated does not count as one', async () => {
    const [ada, other] = admins()
    const off = (userId: string) =>
      world.mutate(acme.person('company admin'), 'deactivateUser', { userId, expectedVersion: 1 })
    expect(codes(await off(ada!.userId))).toEqual([])
    expect(codes(await off(other!.userId))).toEqual(['LAST_ADMIN userId'])
    expect(codes(await revoke('company admin', adminRole(other!.userId)))).toEqual(['LAST_ADMIN userId'])
  })

  const now = async () => {
    const [row] = await world.database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now')
    return row.now
  }
  /** With Ada gone, as if it had been so then. */
  const revokeAsOf = (effectiveAt: Date, { userId }: { userId: string }) =>
    dated(world, acme.person('company admin'), 'revokeRole', { ...adminRole(userId), effectiveAt })

  it('is not taken out of the past either: from then until another one began there was none', async () => {
    const then = await now()
    const [ada, other] = admins()
    const { changed } = await grant('company admin', role('peer', 'ADMIN', 'ACME'))
    const began = await validFromOf(changed!.id)
    expect((await revokeAsOf(then, ada!)).userErrors).toEqual([])
    expect((await revokeAsOf(then, other!)).userErrors).toEqual([
      {
        ...{ code: 'LAST_ADMIN', path: ['effectiveAt'] },
        message: `From ${then.toISOString()} until ${began.toISOString()} the company would have had no company admin who may sign in today. Choose a later date, or make somebody else a company admin as of then first.`,
      },
    ])
    expect((await holders('company admin', 'ACME', then)).administrators).toEqual(['COMPANY ADMIN @ACME'])
    expect((await revokeAsOf(began, other!)).userErrors).toEqual([])
    expect((await holders('peer', 'ACME', then)).administrators).toEqual(['COMPANY ADMIN @ACME'])
  })

  it('is not left in the past by who is deactivated today, and is by who was made one as of then', async () => {
    const then = await now()
    const [ada, other] = admins()
    await grant('company admin', role('peer', 'ADMIN', 'ACME'))
    const off = { userId: ada!.userId, expectedVersion: 1 }
    expect(codes(await world.mutate(other!, 'deactivateUser', off))).toEqual([])
    expect(codes(await revokeAsOf(then, other!))).toEqual(['LAST_ADMIN effectiveAt'])
    const input = { ...role('team lead', 'ADMIN', 'ACME'), effectiveAt: then }
    expect((await dated(world, other!, 'grantRole', input)).userErrors).toEqual([])
    expect(codes(await revokeAsOf(then, other!))).toEqual([])
  })

  it('is left when two take the role from each other at once: exactly one of them comes too late', async () => {
    for (let round = 0; round < 10; round++) {
      const company = await roleCompany(world)
      const [ada, other] = [company.company.admin, company.person('company admin')]
      const from = (userId: string) => ({ userId, role: 'ADMIN', nodeId: company.company.id })
      const outcomes = await Promise.all([
        world.mutate(ada, 'revokeRole', from(other.userId)),
        world.mutate(other, 'revokeRole', from(ada.userId)),
      ])
      const done = outcomes.filter(({ userErrors, errors }) => userErrors.length === 0 && errors.length === 0)
      expect(done).toHaveLength(1)
      const late = outcomes.find((outcome) => outcome !== done[0])!
      // Too late to be still allowed to, or, where the loser was asked before, to leave nobody.
      expect([...codes(late), ...codesOf(late)][0]).toMatch(/^(FORBIDDEN|LAST_ADMIN)/)
    }
  })
})

describe('a company that delegates key metrics', () => {
  beforeEach(async () => {
    const input = { delegation: 'HIDE_AND_ADD', expectedVersion: await acme.company.versionOf('ACME') }
    expect(codes(await world.mutate(acme.company.admin, 'setKeyMetricDelegation', input))).toEqual([])
  })

  const on = async (name: string, metric: string) => ({
    nodeId: node(name),
    metricId: acme.company.metric(metric),
    expectedVersion: await acme.company.versionOf(name),
  })

  it('lets managers and team leads hide, add, override and restore, in their part only', async () => {
    const lead = acme.person('team lead')
    expect(codes(await world.mutate(lead, 'hideKeyMetric', await on('OSLO', 'REV')))).toEqual([])
    expect(codes(await world.mutate(lead, 'removeKeyMetricRule', await on('OSLO', 'REV')))).toEqual([])
    expect(codes(await world.mutate(lead, 'addKeyMetric', await on('OSLO', 'NPS')))).toEqual([])
    expect(codes(await world.mutate(lead, 'hideKeyMetric', await on('SALES', 'REV')))).toEqual([
      'FORBIDDEN nodeId',
    ])
    expect(codes(await world.mutate(lead, 'hideKeyMetric', await on('LONDON', 'REV')))).toEqual([
      'NOT_FOUND nodeId',
    ])
    const manager = acme.person('department manager')
    expect(codes(await world.mutate(manager, 'hideKeyMetric', await on('LONDON', 'REV')))).toEqual([])
  })

  it('leaves locks with the admins: neither set by managers, nor lost with a rule that carries them', async () => {
    const manager = acme.person('department manager')
    const lock = { ...(await on('SALES', 'MTG')), preset: 'MANDATORY' }
    expect(codes(await world.mutate(manager, 'lockKeyMetric', lock))).toEqual(['FORBIDDEN nodeId'])
    expect(codes(await world.mutate(acme.person('department admin'), 'lockKeyMetric', lock))).toEqual([])
    expect(codes(await world.mutate(manager, 'removeKeyMetricRule', await on('SALES', 'MTG')))).toEqual([
      'FORBIDDEN nodeId',
    ])
  })
})
