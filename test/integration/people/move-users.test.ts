import { unwritten } from '../../support/rows.js'
import { emailOf, rolesInEachTest, type Who } from '../../support/role-company.js'
import { numbered } from '../../support/test-company.js'

const { world, acme } = rolesInEachTest()

interface Item {
  readonly userId: string
  readonly teamId: string | null
  readonly expectedVersion: number
}

const MOVE = `mutation ($input: MoveUsersInput!) { moveUsers(input: $input) {
  results { status user { name team { name } version } userErrors { code path message } } isWritten userErrors { code path message } } }`

interface Answer {
  readonly moveUsers: {
    readonly results: { status: string; user: unknown; userErrors: { code: string; path: string[] }[] }[]
    readonly isWritten: boolean
    readonly userErrors: { code: string; path: string[]; message: string }[]
  }
}

const item = (name: string, team: string | null, expectedVersion = 1): Item => ({
  userId: acme.company.person(emailOf(name)),
  teamId: team && acme.company.node(team),
  expectedVersion,
})

async function move(who: Who, items: readonly Item[], mode = 'ATOMIC') {
  const { data, statements } = await world.run<Answer>(acme.person(who), MOVE, { input: { mode, items } })
  return { ...data.moveUsers, statements }
}

/** The code that one move is answered with, or what became of it. */
async function one(who: Who, name: string, team: string | null): Promise<string> {
  const { results } = await move(who, [item(name, team)])
  const [error] = results[0]!.userErrors
  return error ? `${error.code} ${error.path.at(-1)}` : results[0]!.status
}

describe('people', () => {
  it('are moved many at once, each with their new version; who is there already stays', async () => {
    const { results, isWritten, userErrors } = await move('company admin', [
      item('peer', 'LONDON'),
      item('london member', 'LONDON', 99),
      item('renew member', null),
    ])
    expect({ results, isWritten, userErrors }).toEqual({
      results: [
        { status: 'UPDATED', user: { name: 'PEER', team: { name: 'LONDON' }, version: 2 }, userErrors: [] },
        {
          status: 'UNCHANGED',
          user: { name: 'LONDON MEMBER', team: { name: 'LONDON' }, version: 1 },
          userErrors: [],
        },
        { status: 'UPDATED', user: { name: 'RENEW MEMBER', team: null, version: 2 }, userErrors: [] },
      ],
      isWritten: true,
      userErrors: [],
    })
    expect(await acme.company.audit()).toEqual(['assignTeam', 'assignTeam'])
  })

  it('that may not sign in are moved like others', async () => {
    expect(await one('company admin', 'leaver', 'OSLO')).toBe('UPDATED')
  })

  it('are all left where they are by an ATOMIC call with one mistake', async () => {
    const items = [item('peer', 'LONDON'), item('london member', 'OSLO', 7), item('peer', 'RENEW')]
    const errors = await unwritten(world, acme.company, async () => ({
      changed: null,
      userErrors: (await move('company admin', items)).userErrors,
    }))
    expect(errors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['items', '1', 'expectedVersion'] }])
    expect(errors[0]!.message).toContain('2 of 3 items are rejected')
  })

  it('are moved one by one PER_ITEM: the others are told why not', async () => {
    const items = [item('peer', 'LONDON'), item('member', 'SALES'), item('peer', 'RENEW')]
    const { results, isWritten } = await move('company admin', items, 'PER_ITEM')
    expect(isWritten).toBe(true)
    expect(
      results.map(({ status, userErrors }) => [status, userErrors[0]?.code, userErrors[0]?.path]),
    ).toEqual([
      ['UPDATED', undefined, undefined],
      ['REJECTED', 'INVALID', ['items', '1', 'teamId']],
      ['REJECTED', 'INVALID', ['items', '2', 'userId']],
    ])
  })

  it('are at most 1,000 in a call', async () => {
    const items = Array.from({ length: 1_001 }, () => item('peer', 'LONDON'))
    expect((await move('company admin', items)).userErrors).toEqual([
      {
        ...{ code: 'LIMIT_EXCEEDED', path: ['items'] },
        message: 'items has 1001 people; at most 1000 are moved at once. Send several calls.',
      },
    ])
  })
})

describe('the right is needed where a person is and where they go:', () => {
  it.each<[Who, string, string | null, string]>([
    ['department manager', 'peer', 'LONDON', 'UPDATED'],
    ['department admin', 'peer', 'LONDON', 'UPDATED'],
    ['department admin', 'peer', 'RENEW', 'NOT_FOUND teamId'],
    ['department admin', 'renew member', 'OSLO', 'NOT_FOUND userId'],
    ['department manager', 'peer', null, 'FORBIDDEN '],
    ['team admin', 'peer', 'OSLO', 'FORBIDDEN userId'],
    ['team lead', 'peer', 'LONDON', 'FORBIDDEN userId'],
    ['member', 'hidden peer', 'LONDON', 'NOT_FOUND userId'],
    ['company manager', 'nobody', 'OSLO', 'UPDATED'],
  ])('a %s moves a %s to %s: %s', async (who, name, team, expected) => {
    expect((await one(who, name, team)).replace(/ (items|0)$/, ' ')).toBe(expected)
  })
})

it('costs the same statements for 1, 20 and 400 people', async () => {
  const { build } = acme.company
  const ids = await build.people(
    numbered(400, 'm').map((name) => ({
      ...{ name, email: `${name.replace(' ', '')}@many.test` },
      teamId: acme.company.node('OSLO'),
    })),
  )
  // What the first one reads of the tree is at hand for those after it.
  await move('company admin', [item('peer', 'LONDON')])
  const counts: number[] = []
  let from = 0
  for (const count of [1, 20, 379]) {
    const items = ids.slice(from, (from += count)).map((userId) => ({
      ...{ userId, teamId: acme.company.node('LONDON'), expectedVersion: 1 },
    }))
    const { isWritten, statements } = await move('company admin', items)
    expect(isWritten).toBe(true)
    counts.push(statements.length)
  }
  expect(new Set(counts).size).toBe(1)
  process.stdout.write(`moveUsers: ${counts[0]} statements\n`)
})
