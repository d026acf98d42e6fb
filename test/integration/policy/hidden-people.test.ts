import { rolesInAllTests, type Who } from '../../support/role-company.js'

const { world, acme } = rolesInAllTests()

const MEMBERS = `query ($id: ID!, $after: String) {
  team(id: $id) { members(first: 2, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }
}`

interface Page {
  readonly team: {
    readonly members: {
      readonly totalCount: number
      readonly nodes: readonly { readonly name: string }[]
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
    }
  }
}

/** The members of OSLO as somebody pages through them, two at a time. */
async function members(who: Who): Promise<{ names: string[]; totalCount: number }> {
  const names: string[] = []
  let after: string | null = null
  let page: Page['team']['members']
  do {
    page = await pageOf(who, after)
    names.push(...page.nodes.map(({ name }) => name))
    after = page.pageInfo.endCursor
  } while (page.pageInfo.hasNextPage)
  return { names, totalCount: page.totalCount }
}

async function pageOf(who: Who, after: string | null): Promise<Page['team']['members']> {
  const variables = { id: acme.company.node('OSLO'), after }
  return (await world.run<Page>(acme.person(who), MEMBERS, variables)).data.team.members
}

const VISIBLE = ['MEMBER', 'Mia Member', 'PEER', 'TEAM LEAD']
const ALL = ['HIDDEN MEMBER', 'HIDDEN PEER', ...VISIBLE]

describe('hidden people', () => {
  it('are absent from the lists of their peers, who see neither them nor how many there are', async () => {
    expect(await members('member')).toEqual({ names: VISIBLE, totalCount: 4 })
  })

  it('see themselves, and are peers like any other: they do not see each other', async () => {
    expect(await members('hidden member')).toEqual({ names: ['HIDDEN MEMBER', ...VISIBLE], totalCount: 5 })
  })

  it.each<Who>([
    'team lead',
    'team admin',
    'department manager',
    'department admin',
    'company manager',
    'company admin',
  ])('are seen by who runs their team or a node above it: the %s', async (who) => {
    expect(await members(who)).toEqual({ names: ALL, totalCount: 6 })
  })

  it('do not exist for their peers by id either, byte for byte', async () => {
    const ask = async (who: Who, id: string) =>
      (
        await world.run(
          acme.person(who),
          'query ($id: ID!) { user(id: $id) { name } node(id: $id) { id } }',
          { id },
        )
      ).text
    const hidden = acme.person('hidden peer').userId
    expect(await ask('member', hidden)).toBe(await ask('member', '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'))
    expect(await ask('team lead', hidden)).toContain('HIDDEN PEER')
  })

  it('are hidden by a company admin at once, and shown again', async () => {
    const userId = acme.person('peer').userId
    const set = (dataVisibility: string, expectedVersion: number) =>
      world.mutate(acme.company.admin, 'setDataVisibility', { userId, dataVisibility, expectedVersion })
    expect((await set('HIDDEN', 1)).changed).toEqual({ id: userId, version: 2 })
    expect((await members('member')).names).not.toContain('PEER')
    expect((await set('VISIBLE', 2)).changed).toEqual({ id: userId, version: 3 })
    expect((await members('member')).names).toContain('PEER')
  })
})
