import { onCompany } from '../../../server/features/org/permission.js'
import { DomainError } from '../../../server/domain/errors.js'
import { assignTeams, createUsers, grantRoles } from '../../../server/features/people/people.commands.js'
import { change, type Change } from '../../../server/platform/database/change.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ departments: { SALES: ['OSLO', 'LONDON'] } })
})

afterAll(() => world.stop())

const organise = <T>(work: (tx: Change) => Promise<T>) =>
  change(acme.build.ctx, onCompany('manage people'), work)

/** Why it is refused; nothing may have been written. */
async function refusal(work: (tx: Change) => Promise<unknown>) {
  const before = await rowsOf(world.database, acme.id)
  const error: unknown = await organise(work).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(await rowsOf(world.database, acme.id)).toEqual(before)
  if (!(error instanceof DomainError)) throw error
  const { code, message, path } = error
  return { code, message, path }
}

describe('a person', () => {
  it('is a member of teams only, not of a department or the company', async () => {
    for (const name of ['SALES', 'ACME']) {
      const level = name === 'ACME' ? 'COMPANY' : 'DEPARTMENT'
      expect(
        await refusal((tx) => assignTeams(tx, [{ userId: acme.member.userId, teamId: acme.node(name) }])),
      ).toEqual({
        code: 'INVALID',
        message: `People are members of teams, not of a ${level}.`,
        path: ['teamId'],
      })
    }
  })

  it('cannot join a team of another company', async () => {
    const other = await world.company({ teams: ['OSLO'] })
    expect(
      await refusal((tx) => assignTeams(tx, [{ userId: acme.member.userId, teamId: other.node('OSLO') }])),
    ).toEqual({ code: 'NOT_FOUND', message: 'There is no such team in your company.', path: ['teamId'] })
  })

  it('is in one team at most: joining one leaves the other, and null leaves all', async () => {
    const teams = '{ company { departments { teams { name members { nodes { name } } } } } }'
    const members = (...names: string[]) => ({ nodes: names.map((name) => ({ name })) })
    const shown = async () => (await world.run(acme.admin, teams)).data
    const join = (teamId: string | null) =>
      organise((tx) => assignTeams(tx, [{ userId: acme.member.userId, teamId }]))
    const answer = (london: object, oslo: object) => ({
      company: {
        departments: [
          {
            teams: [
              { name: 'LONDON', members: london },
              { name: 'OSLO', members: oslo },
            ],
          },
        ],
      },
    })
    expect(await shown()).toEqual(answer(members(), members('Mia Member')))
    await join(acme.node('LONDON'))
    expect(await shown()).toEqual(answer(members('Mia Member'), members()))
    await join(null)
    expect(await shown()).toEqual(answer(members(), members()))
    expect(await acme.audit()).toEqual(['assignTeam', 'assignTeam'])
  })

  it.each(['ada@acme.test', ' ADA@acme.TEST '])(
    'has an e-mail address of their own: %j is taken',
    async (email) => {
      expect(await refusal((tx) => createUsers(tx, [{ email, name: 'Another Ada' }]))).toEqual({
        code: 'DUPLICATE',
        message: 'ada@acme.test belongs to a person of the company already: one e-mail address, one person.',
        path: ['email'],
      })
    },
  )

  it('cannot be made twice at once, and then neither is made', async () => {
    const twins = ['Tim', 'Tom'].map((name) => ({ name, email: 't@acme.test' }))
    expect(await refusal((tx) => createUsers(tx, twins))).toMatchObject({
      code: 'DUPLICATE',
      path: ['email'],
    })
  })

  it('of another company may have the same address', async () => {
    const other = await world.company()
    expect(other.person('ada@acme.test')).not.toBe(acme.person('ada@acme.test'))
  })

  it.each(['', 'ada', '@acme.test', 'ada@', 'a b@acme.test'])(
    'cannot have the address %.20j',
    async (email) => {
      expect(await refusal((tx) => createUsers(tx, [{ email, name: 'Eve' }]))).toEqual({
        code: 'INVALID',
        message: 'email is not an e-mail address; expected name@domain.',
        path: ['email'],
      })
    },
  )

  it('cannot be without a name', async () => {
    const nameless = { email: 'e@acme.test', name: ' ' }
    expect(await refusal((tx) => createUsers(tx, [nameless]))).toMatchObject({
      code: 'INVALID',
      path: ['name'],
    })
  })

  it('keeps a role that is granted again', async () => {
    const grant = { userId: acme.member.userId, nodeId: acme.node('OSLO'), role: 'MANAGER' as const }
    await organise((tx) => grantRoles(tx, [grant]))
    const before = await rowsOf(world.database, acme.id)
    await organise((tx) => grantRoles(tx, [grant]))
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })
})

describe('who runs a node', () => {
  it('is told with the node on which the role is held', async () => {
    const { build, node, person } = acme
    const grant = (nodeId: string, role: 'ADMIN' | 'MANAGER') => ({
      userId: person('mia@acme.test'),
      nodeId,
      role,
    })
    const grants = [grant(node('SALES'), 'ADMIN'), grant(node('OSLO'), 'MANAGER')]
    await change(build.ctx, onCompany('manage people'), (tx) => grantRoles(tx, grants))
    const document = `query ($id: ID!) { orgNode(id: $id) {
      administrators { totalCount nodes { role user { name } node { name } } } managers { nodes { user { name } node { name } } }
    } }`
    const mia = (name: string) => ({ user: { name: 'Mia Member' }, node: { name } })
    const { data } = await world.run(acme.admin, document, { id: node('OSLO') })
    expect(data).toEqual({
      orgNode: {
        administrators: {
          totalCount: 2,
          nodes: [
            { role: 'ADMIN', user: { name: 'Ada Admin' }, node: { name: 'ACME' } },
            { role: 'ADMIN', ...mia('SALES') },
          ],
        },
        managers: { nodes: [mia('OSLO')] },
      },
    })
    expect((await world.run(acme.admin, document, { id: node('LONDON') })).data).toMatchObject({
      orgNode: { administrators: { totalCount: 2 }, managers: { nodes: [] } },
    })
  })
})
