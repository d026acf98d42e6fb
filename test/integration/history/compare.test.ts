import { activityCompany, moveUser } from '../../support/activity-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const IMPACT = `fragment Whole on Impact {
  nodes { fate node { name } appears { metric { key } after { kind } } disappears { metric { key } }
          changes { metric { key } aspects } wakes { effect } goesDormant { effect } }
  people { affected homes { name } }
  teamChanges { user { name } from { name } to { name } }
  roles { gained { role node { name } user { name } } lost { role user { name } } }
  targets { losesOwner { amount } regainsOwner { amount } }
  totals { nodes appears disappears changes wakes goesDormant homes teamChanges rolesGained rolesLost }
  isTruncated }`

interface Compared {
  readonly nodes: readonly { fate: string; node: { name: string }; appears: object[]; disappears: object[] }[]
  readonly teamChanges: readonly object[]
  readonly roles: { readonly gained: readonly object[] }
  readonly people: { readonly homes: readonly object[] }
  readonly totals: Readonly<Record<string, number>>
}

async function compare(from: Date, to: Date | null, as = acme.admin) {
  const document = `query ($from: DateTime!, $to: DateTime) { compareOrganization(from: $from, to: $to) { ...Whole } } ${IMPACT}`
  const { data, errors } = await world.run<{ compareOrganization: Compared } | null>(as, document, {
    from,
    to,
  })
  return { compared: data?.compareOrganization, errors }
}

const now = () => acme.build.ctx.moment.at

/** The company anew, with a change that the fixtures make by another context. */
async function sinceThen(change: () => Promise<unknown>): Promise<{ from: Date; to: Date }> {
  const from = now()
  await change()
  const [{ at }] = await world.database.query<[{ at: Date }]>(
    `SELECT changed_at AS at FROM company WHERE company_id = $1`,
    [acme.id],
  )
  return { from, to: at }
}

describe('comparing the organisation at two instants', () => {
  it('tells nothing when nothing was changed', async () => {
    const { compared } = await compare(now(), null)
    expect(compared!.totals).toEqual({
      ...{ nodes: 0, appears: 0, disappears: 0, changes: 0, wakes: 0, goesDormant: 0 },
      ...{ homes: 0, teamChanges: 0, rolesGained: 0, rolesLost: 0 },
    })
  })

  it('tells which nodes began and moved, and what appears where', async () => {
    const { from } = await sinceThen(async () => {
      const cs = await acme.build.department('CS')
      await acme.build.move(acme.node('LONDON'), cs)
      await acme.build.add(acme.node('SALES'), await acme.build.metric({ key: 'REV' }))
    })
    const { compared } = await compare(from, null)
    expect(compared!.nodes.map(({ fate, node }) => `${node.name} ${fate}`)).toEqual([
      'CS BEGINS',
      'SALES STAYS',
      'LONDON MOVES',
      'OSLO STAYS',
    ])
    expect(compared!.totals).toMatchObject({ nodes: 4, appears: 2, disappears: 0 })
    expect(compared!.people.homes).toEqual([
      { name: 'Hal Hidden' },
      { name: 'Lea Lead' },
      { name: 'Mia Member' },
      { name: 'Pia Peer' },
    ])
  })

  it('tells who is of another team, and not who came back meanwhile', async () => {
    const { from, to } = await sinceThen(async () => {
      await moveUser(acme, acme.person('pia@acme.test'), acme.node('LONDON'))
      await moveUser(acme, acme.person('lea@acme.test'), acme.node('LABS'))
      await moveUser(acme, acme.person('lea@acme.test'), acme.node('OSLO'))
    })
    const pia = { user: { name: 'Pia Peer' }, from: { name: 'OSLO' }, to: { name: 'LONDON' } }
    expect((await compare(from, to)).compared!.teamChanges).toEqual([pia])
    await moveUser(acme, acme.person('pia@acme.test'), null)
    expect((await compare(from, to)).compared!.teamChanges).toEqual([pia])
    expect((await compare(to, null)).compared!.teamChanges).toEqual([
      { user: { name: 'Pia Peer' }, from: { name: 'LONDON' }, to: null },
    ])
  })

  it('tells the same as the preview of the change that came between', async () => {
    const userId = acme.person('pia@acme.test')
    const input = { userId, role: 'MANAGER', nodeId: acme.node('SALES') }
    const grant = `mutation ($input: GrantRoleInput!) { grantRole(input: $input) { impact { ...Whole } userErrors { code } } } ${IMPACT}`
    const run = (dryRun: boolean) =>
      world.run<{ grantRole: { impact: Compared | null } }>(acme.admin, grant, {
        input: { ...input, dryRun },
      })
    const { impact } = (await run(true)).data.grantRole
    const { from, to } = await sinceThen(() => run(false))
    const { compared } = await compare(from, to)
    expect(compared!.roles).toEqual(impact!.roles)
    expect(compared!.roles.gained).toEqual([
      { role: 'MANAGER', node: { name: 'SALES' }, user: { name: 'Pia Peer' } },
    ])
    expect(compared).toEqual(impact)
  })

  it('tells a member what is about their team alone', async () => {
    const { from } = await sinceThen(async () => {
      await acme.build.add(acme.node('LABS'), await acme.build.metric({ key: 'REV' }))
      await moveUser(acme, acme.person('lon@acme.test'), acme.node('LABS'))
    })
    const { compared } = await compare(from, null, {
      companyId: acme.id,
      userId: acme.person('pia@acme.test'),
    })
    expect(compared!.totals).toMatchObject({ nodes: 0, teamChanges: 0 })
  })

  it('asks for the earlier instant first', async () => {
    const { errors } = await compare(new Date(now().getTime() + 1), now())
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT'])
  })
})
