import { deletionsInEachTest } from '../../support/deletion-company.js'
import { existingCompany } from '../../support/test-company.js'
import type { Viewer } from '../../support/world.js'

const { world, acme, input, viewer } = deletionsInEachTest()

const IMPACT = `impact {
  totals { nodes homes teamChanges rolesGained rolesLost targetsLosingOwner }
  people { affected homes { name } }
  teamChanges { user { name } from { name } to { name } }
  roles { gained { ...Role } lost { ...Role } }
  targets { losesOwner { user { name } amount } }
}`
const ROLE = 'fragment Role on RoleImpact { role node { name } user { name } }'

const NOBODY = {
  people: { affected: 0, homes: [] },
  teamChanges: [],
  roles: { gained: [], lost: [] },
  targets: { losesOwner: [] },
}

async function foretold(mutation: string, asked: object, by: Viewer = acme.admin): Promise<unknown> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const { data, errors } = await world.run<Record<string, { impact: unknown; userErrors: unknown[] }>>(
    by,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${IMPACT} userErrors { code message } } } ${ROLE}`,
    { input: { ...asked, dryRun: true } },
  )
  const { impact, userErrors } = data[mutation]!
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] })
  return impact
}

const now = async () =>
  (await world.database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now'))[0].now

/** What is foretold of the change made now is foretold of it as of an earlier day as well. Answers that. */
async function foretoldOfBoth(mutation: string, asked: object, by?: Viewer): Promise<unknown> {
  const impact = await foretold(mutation, asked, by)
  expect(await foretold(mutation, { ...asked, effectiveAt: then }, by)).toEqual(impact)
  return impact
}

const person = (name: string) => acme.person(`${name}@acme.test`)
const lead = () => ({ userId: person('lea'), nodeId: acme.node('OSLO'), role: 'MANAGER' })
const move = (name: string, team: string | null) => ({
  mode: 'ATOMIC',
  items: [{ userId: person(name), teamId: team && acme.node(team), expectedVersion: 1 }],
})

/** Since then nothing of what is tried has changed, but something else has. */
let then: Date

beforeEach(async () => {
  then = await now()
  await acme.build.hide(acme.node('CS'), acme.metric('CALLS'))
})

describe('of a change that is dated back it is told what is different today:', () => {
  it('a role that is taken', async () => {
    expect(await foretoldOfBoth('revokeRole', lead())).toEqual({
      ...NOBODY,
      totals: { nodes: 0, homes: 0, teamChanges: 0, rolesGained: 0, rolesLost: 1, targetsLosingOwner: 0 },
      people: { affected: 1, homes: [] },
      roles: { gained: [], lost: [{ role: 'MANAGER', node: { name: 'OSLO' }, user: { name: 'Lea' } }] },
    })
  })

  it('a role that is taken as of the instant at which it was given', async () => {
    const mia = { userId: person('mia'), nodeId: acme.node('RENEW'), role: 'ADMIN' }
    const { changed } = await world.mutate(acme.admin, 'grantRole', mia)
    const [{ since }] = await world.database.query<[{ since: Date }]>(
      `SELECT valid_from AS since FROM role_assignment WHERE company_id = $1 AND id = $2`,
      [acme.id, changed!.id],
    )
    expect(await foretold('revokeRole', { ...mia, effectiveAt: since })).toMatchObject({
      roles: { gained: [], lost: [{ role: 'ADMIN', node: { name: 'RENEW' }, user: { name: 'Mia Member' } }] },
    })
  })

  it('a role that is given', async () => {
    const asked = { ...lead(), userId: person('mia') }
    expect(await foretoldOfBoth('grantRole', asked)).toMatchObject({
      totals: { rolesGained: 1, rolesLost: 0 },
      people: { affected: 1, homes: [] },
    })
  })

  it('a move, and the other Home that comes with it', async () => {
    expect(await foretoldOfBoth('moveUsers', move('mia', 'RENEW'))).toEqual({
      ...NOBODY,
      totals: { nodes: 0, homes: 1, teamChanges: 1, rolesGained: 0, rolesLost: 0, targetsLosingOwner: 0 },
      people: { affected: 1, homes: [{ name: 'Mia Member' }] },
      teamChanges: [{ user: { name: 'Mia Member' }, from: { name: 'OSLO' }, to: { name: 'RENEW' } }],
    })
    expect(await foretoldOfBoth('moveUsers', move('dan', 'OSLO'))).toMatchObject({
      teamChanges: [{ user: { name: 'Dan' }, from: null, to: { name: 'OSLO' } }],
    })
  })

  it('nothing of a move behind which a later one stays', async () => {
    await world.run(
      acme.admin,
      'mutation ($input: MoveUsersInput!) { moveUsers(input: $input) { isWritten } }',
      { input: move('mia', 'LONDON') },
    )
    const [item] = move('mia', 'RENEW').items
    const asked = { mode: 'ATOMIC', items: [{ ...item, expectedVersion: 2 }], effectiveAt: then }
    expect(await foretold('moveUsers', asked)).toMatchObject({
      totals: { homes: 0, teamChanges: 0 },
      people: { affected: 1, homes: [] },
    })
  })

  it('the roles, teams, Homes and targets that go with a team', async () => {
    const target = { userId: person('mia'), metricId: acme.metric('REV'), amount: '100' }
    await world.run(
      acme.admin,
      'mutation ($input: SetTargetInput!) { setTarget(input: $input) { userErrors { code } } }',
      { input: target },
    )
    expect(await foretoldOfBoth('deleteNode', await input('OSLO', { choice: 'UNASSIGN_MEMBERS' }))).toEqual({
      totals: { nodes: 1, homes: 2, teamChanges: 2, rolesGained: 0, rolesLost: 1, targetsLosingOwner: 1 },
      people: { affected: 2, homes: [{ name: 'Lea' }, { name: 'Mia Member' }] },
      teamChanges: ['Lea', 'Mia Member'].map((name) => ({
        ...{ user: { name }, from: { name: 'OSLO' }, to: null },
      })),
      roles: { gained: [], lost: [{ role: 'MANAGER', node: { name: 'OSLO' }, user: { name: 'Lea' } }] },
      targets: { losesOwner: [{ user: { name: 'Mia Member' }, amount: '100' }] },
    })
  })

  it('to who sees those whom it touches by nothing but what it takes', async () => {
    await acme.build.people([
      {
        ...{ name: 'Pat', email: 'pat@acme.test' },
        roles: [{ role: 'MANAGER', nodeId: acme.node('OSLO') }],
      },
    ])
    then = await now()
    await acme.build.hide(acme.node('LONDON'), acme.metric('CALLS'))
    const pat = (await existingCompany(acme.build)).person('pat@acme.test')
    const asked = await input('OSLO', { choice: 'UNASSIGN_MEMBERS' })
    expect(await foretoldOfBoth('deleteNode', asked, viewer('dan@acme.test'))).toMatchObject({
      totals: { homes: 2, teamChanges: 2, rolesLost: 2 },
      people: { affected: 3 },
    })
    const taken = { userId: pat, nodeId: acme.node('OSLO'), role: 'MANAGER' }
    expect(await foretoldOfBoth('revokeRole', taken, viewer('dan@acme.test'))).toMatchObject({
      people: { affected: 1 },
    })
  })
})
