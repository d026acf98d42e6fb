import { askWith, keyWith } from '../../support/api-key.js'
import { enablementCompany, enablementsOf } from '../../support/enabled-types.js'
import { existingCompany, numbered } from '../../support/test-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(enablementCompany)

const { enable, input, tree } = enablementsOf(world, acme)

describe('the activity logger of a team', () => {
  it('offers what its path enables at present, each type once and by name', async () => {
    await enable('ACME', 'CALL')
    await enable('SALES', 'MEETING')
    await enable('OSLO', 'CALL')
    await enable('OSLO', 'DEAL')
    await enable('CS', 'DEAL')
    const { data } = await world.run(
      acme.admin,
      '{ company { departments { teams { name activityLogger { key name } } } } }',
    )
    const [deal, meeting] = [
      { key: 'DEAL', name: 'Deal won' },
      { key: 'MEETING', name: 'Meeting' },
    ]
    const call = { key: 'CALL', name: 'Zebra call' }
    expect(data).toEqual({
      company: {
        departments: [
          { teams: [{ name: 'RENEW', activityLogger: [deal, call] }] },
          {
            teams: [
              { name: 'LONDON', activityLogger: [meeting, call] },
              { name: 'OSLO', activityLogger: [deal, meeting, call] },
            ],
          },
        ],
      },
    })
  })

  it('of a team that was in sight once and is not any more says nothing', async () => {
    await acme.build.people([
      { email: 'sam@acme.test', name: 'Sam', roles: [{ role: 'MANAGER', nodeId: acme.node('SALES') }] },
    ])
    await enable('ACME', 'CALL')
    const then = acme.build.ctx.moment.at
    await acme.build.move(acme.node('OSLO'), acme.node('CS'))
    const { person } = await existingCompany(acme.build)
    const sam = { userId: person('sam@acme.test'), companyId: acme.id }
    const document = `query ($id: ID!, $then: DateTime) { team(id: $id, asOf: $then) { activityTypes { isInherited } activityLogger { key } } }`
    const { data } = await world.run(sam, document, { id: acme.node('OSLO'), then })
    expect(data).toEqual({ team: { activityTypes: [{ isInherited: true }], activityLogger: [] } })
  })
})

describe('who', () => {
  it('sees the name of a node only does not see what it enables, but where theirs comes from', async () => {
    for (const node of ['ACME', 'SALES']) await enable(node, 'CALL')
    await enable('SALES', 'DEAL')
    expect(await tree(acme.member)).toEqual({
      ...{ ACME: null, SALES: null },
      OSLO: ['(DEAL @SALES)', '(CALL @SALES)'],
    })
  })

  it('leads a team may enable on it where the company delegates, and there only', async () => {
    await acme.build.people([
      { email: 'lea@acme.test', name: 'Lea', roles: [{ role: 'MANAGER', nodeId: acme.node('OSLO') }] },
    ])
    const { person } = await existingCompany(acme.build)
    const lea = { userId: person('lea@acme.test'), companyId: acme.id }
    const codes = async (node: string) => {
      const { userErrors } = await world.mutate(lea, 'enableActivityType', await input(node, 'CALL'))
      return userErrors.map(({ code }) => code)
    }
    expect([await codes('OSLO'), await codes('SALES')]).toEqual([['FORBIDDEN'], ['FORBIDDEN']])
    const delegate = { delegation: 'HIDE_AND_ADD', expectedVersion: await acme.versionOf('ACME') }
    await world.mutate(acme.admin, 'setKeyMetricDelegation', delegate)
    expect([await codes('SALES'), await codes('RENEW'), await codes('OSLO')]).toEqual([
      ['FORBIDDEN'],
      ['NOT_FOUND'],
      [],
    ])
    expect(await tree()).toMatchObject({ OSLO: ['CALL @OSLO'], SALES: [] })
  })

  it('is an API key of a node may enable there and below with the scope for key metrics', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_KEY_METRICS'], 'SALES')
    const document = `mutation ($input: EnableActivityTypeInput!) { enableActivityType(input: $input) { node { id } userErrors { code } } }`
    const ask = async (node: string) =>
      (await askWith(world, secret, document, { input: await input(node, 'CALL') })).data
    const answer = (...codes: string[]) => ({
      enableActivityType: { node: null, userErrors: codes.map((code) => ({ code })) },
    })
    expect(await ask('OSLO')).toEqual(answer())
    expect(await ask('RENEW')).toEqual(answer('NOT_FOUND'))
    expect(await ask('ACME')).toEqual(answer('FORBIDDEN'))
  })
})

describe('what the whole tree enables costs', () => {
  const LOGGERS = `{ company { ...E departments { ...E teams { ...E activityLogger { key } } } teams { ...E activityLogger { key } } } }
    fragment E on OrgNode { name activityTypes { activityType { key name } isInherited enabledAt { name } } }`

  it.each([1, 20, 400])(
    'four statements with %i teams, and one when that version was read before',
    async (teams) => {
      const { admin, build, node } = await world.company({
        departments: { SALES: numbered(teams) },
        teams: ['LABS'],
      })
      for (const key of ['A', 'B']) await build.enable(node('SALES'), await build.activityType({ key }))
      const first = await world.run<{ company: { departments: [{ teams: unknown[] }] } }>(admin, LOGGERS)
      expect(first.data.company.departments[0].teams).toHaveLength(teams)
      expect(first.data.company.departments[0].teams[teams - 1]).toMatchObject({
        activityTypes: [{ isInherited: true }, { enabledAt: { name: 'SALES' } }],
        activityLogger: [{ key: 'A' }, { key: 'B' }],
      })
      expect(first.statements).toHaveLength(4)
      const again = await world.run(admin, LOGGERS)
      expect(again.text).toBe(first.text)
      expect(again.statements).toHaveLength(1)
    },
  )
})
