import { onCompany } from '../../../server/features/org/permission.js'
import { assignTeams, grantRoles } from '../../../server/features/people/people.commands.js'
import { RoleAssignmentEntity } from '../../../server/features/people/role-assignment.entity.js'
import { change } from '../../../server/platform/database/change.js'
import { close } from '../../../server/platform/database/interval.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany
let before: Date

const WHO = `fragment Who on Team {
  name members { totalCount nodes { name team { name } } } managers { nodes { user { name } node { name } } }
}`

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ departments: { SALES: ['OSLO', 'LONDON'] } })
  const { build, node, member } = acme
  const role = { userId: member.userId, nodeId: node('OSLO'), role: 'MANAGER' as const }
  await change(build.ctx, onCompany('manage people'), (tx) => grantRoles(tx, [role]))
  before = build.ctx.moment.at
  await change(build.ctx, onCompany('manage people'), async (tx) => {
    await assignTeams(tx, [{ userId: member.userId, teamId: node('LONDON') }])
    await close(tx, RoleAssignmentEntity, { userId: member.userId })
  })
})

afterAll(() => world.stop())

const MIA = { name: 'Mia Member' }
const nobody = { members: { totalCount: 0, nodes: [] }, managers: { nodes: [] } }
const miaIn = (name: string) => ({ totalCount: 1, nodes: [{ ...MIA, team: { name } }] })

describe('who moved from OSLO to LONDON and does not lead OSLO any more', () => {
  const TEAMS = `query ($asOf: DateTime) { company(asOf: $asOf) { departments { teams { ...Who } } } } ${WHO}`

  it('is a member of LONDON', async () => {
    const { data } = await world.run(acme.admin, TEAMS)
    const teams = [
      { ...nobody, name: 'LONDON', members: miaIn('LONDON') },
      { ...nobody, name: 'OSLO' },
    ]
    expect(data).toEqual({ company: { departments: [{ teams }] } })
  })

  it('was a member and the lead of OSLO, asked as of the day before', async () => {
    const { data } = await world.run(acme.admin, TEAMS, { asOf: before })
    const teams = [
      { ...nobody, name: 'LONDON' },
      { name: 'OSLO', members: miaIn('OSLO'), managers: { nodes: [{ user: MIA, node: { name: 'OSLO' } }] } },
    ]
    expect(data).toEqual({ company: { departments: [{ teams }] } })
  })

  it('knows both, asked for the person', async () => {
    const document = `query ($id: ID!, $asOf: DateTime!) {
      now: user(id: $id) { ...Person then: team(asOf: $asOf) { name } }
      then: user(id: $id, asOf: $asOf) { ...Person }
    } fragment Person on User { team { name } roleAssignments { role node { name } } }`
    const { data } = await world.run(acme.admin, document, { id: acme.member.userId, asOf: before })
    expect(data).toEqual({
      now: { team: { name: 'LONDON' }, roleAssignments: [], then: { name: 'OSLO' } },
      then: { team: { name: 'OSLO' }, roleAssignments: [{ role: 'MANAGER', node: { name: 'OSLO' } }] },
    })
  })

  it('was in OSLO also when everybody of the company is asked for as of the day before', async () => {
    const document = `query ($asOf: DateTime!) { company(asOf: $asOf) { users {
      nodes { name team { name } roleAssignments { node { name } } }
    } } }`
    const { data } = await world.run(acme.admin, document, { asOf: before })
    const ada = { name: 'Ada Admin', team: null, roleAssignments: [{ node: { name: 'ACME' } }] }
    const mia = { name: 'Mia Member', team: { name: 'OSLO' }, roleAssignments: [{ node: { name: 'OSLO' } }] }
    expect(data).toEqual({ company: { users: { nodes: [ada, mia] } } })
  })
})
