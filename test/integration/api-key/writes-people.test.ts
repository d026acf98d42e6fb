import { askWith, keyWith } from '../../support/api-key.js'
import { mutationDocument } from '../../support/mutation.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) =>
  world.company({ departments: { SALES: ['OSLO'], CS: ['RENEW'] } }),
)

const RANDOM_ID = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'

describe('a key that may WRITE_ORGANIZATION, and not read people', () => {
  type Said = Record<string, { changed?: null; userErrors: { code: string; message: string }[] }>
  const write = async (mutation: string, input: object, node?: string) => {
    const { secret } = await keyWith(world, acme, ['WRITE_ORGANIZATION'], node)
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code message } } }`
    const { data, errors } = await askWith<Said>(world, secret, document, { input })
    expect(errors).toEqual([])
    return data[mutation]!.userErrors
  }
  const moving = (team: string) => ({
    mode: 'ATOMIC',
    items: [{ userId: acme.member.userId, teamId: acme.node(team), expectedVersion: 1 }],
  })
  const person = async (name: string) => {
    const { data } = await world.run(
      acme.admin,
      `query ($id: ID!) { user(id: $id) { name status dataVisibility team { name } } }`,
      { id: acme.person(`${name}@acme.test`) },
    )
    return (data as { user: object }).user
  }

  it('manages people: the answer of the change is null, and the change is made', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_ORGANIZATION'])
    const { userId } = acme.member
    const changes = [
      ['updateUser', { name: 'Mia M.' }],
      ['setDataVisibility', { dataVisibility: 'HIDDEN' }],
      ['deactivateUser', {}],
      ['reactivateUser', {}],
      ['deactivateUser', {}],
    ] as const
    for (const [index, [mutation, rest]] of changes.entries()) {
      const input = { userId, expectedVersion: index + 1, ...rest }
      const answer = await askWith<Said>(world, secret, mutationDocument(mutation), { input })
      expect(answer.data).toEqual({ [mutation]: { changed: null, userErrors: [] } })
      expect(answer.errors).toEqual([])
    }
    expect(await person('mia')).toEqual({
      ...{ name: 'Mia M.', status: 'DEACTIVATED', dataVisibility: 'HIDDEN', team: { name: 'OSLO' } },
    })
  })

  it('takes an invitation back, says who somebody is, and tries out what would be', async () => {
    await world.mutate(acme.admin, 'inviteUser', { email: 'ina@acme.test', name: 'Ina' })
    const [{ id }] = await world.database.query<[{ id: string }]>(
      `SELECT id FROM app_user WHERE company_id = $1 AND email = 'ina@acme.test'`,
      [acme.id],
    )
    expect(await write('revokeInvitation', { userId: id, expectedVersion: 2 })).toEqual([])
    const { userId } = acme.member
    expect(await write('linkPerson', { source: 'crm', reference: 'Bob', userId })).toEqual([])
    expect(await write('deactivateUser', { userId, expectedVersion: 1, dryRun: true })).toEqual([])
    expect(await person('mia')).toMatchObject({ status: 'ACTIVE' })
  })

  it('moves people where it is bound to and below only', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_ORGANIZATION'])
    const document = `mutation ($input: MoveUsersInput!) { moveUsers(input: $input) {
      results { status user { name } userErrors { code message } } isWritten } }`
    const { data, errors } = await askWith<unknown>(world, secret, document, { input: moving('RENEW') })
    const result = { status: 'UPDATED', user: null, userErrors: [] }
    expect({ data, errors }).toEqual({
      data: { moveUsers: { results: [result], isWritten: true } },
      errors: [],
    })
    expect(await person('mia')).toMatchObject({ team: { name: 'RENEW' } })
    const missed = await write('moveUsers', moving('OSLO'), 'SALES')
    expect(missed).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(missed[0]!.message).toContain('There is no such person in your company.')
  })

  it('is told no names, and of who is out of its reach what it is told of who never was', async () => {
    const { userId } = acme.member
    const update = (id: string, node?: string) =>
      write('updateUser', { userId: id, expectedVersion: 7, name: 'Mia M.' }, node)
    expect(await update(userId)).toEqual([
      {
        code: 'VERSION_CONFLICT',
        message: 'The person is at version 1, not 7: it was changed meanwhile. Read it and try again.',
      },
    ])
    expect(await update(userId, 'CS')).toMatchObject([{ code: 'NOT_FOUND' }])
    expect(await update(userId, 'CS')).toEqual(await update(RANDOM_ID, 'CS'))
    const known = await write('inviteUser', { email: 'mia@acme.test', name: 'Mia' })
    expect(known).toMatchObject([{ message: 'mia@acme.test belongs to somebody, who may sign in.' }])
  })

  it('and one without that scope is told so, whomever it asks to change', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_METRICS'])
    for (const userId of [acme.member.userId, RANDOM_ID]) {
      const input = { userId, expectedVersion: 1 }
      const { data } = await askWith<Said>(world, secret, mutationDocument('deactivateUser'), { input })
      expect(data['deactivateUser']!.userErrors).toMatchObject([
        {
          code: 'FORBIDDEN',
          message: 'This API key lacks the scope WRITE_ORGANIZATION, which it takes to manage people.',
        },
      ])
    }
  })
})
