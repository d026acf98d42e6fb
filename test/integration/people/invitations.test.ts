import { runDocument } from '../../support/run-document.js'
import { rowsOf, unwritten } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((at) => at.company({ departments: { SALES: ['OSLO'] } }))

const INA = { email: 'ina@acme.test', name: 'Ina' }
const invite = (person: object = INA) => world.mutate(acme.admin, 'inviteUser', person)
const latest = () => world.invitations.at(-1)!
const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { email signInToken userErrors { code message path } } }`

/** By whoever holds the link: nobody is signed in. */
async function accept(token: string) {
  const { data } = await runDocument<{ acceptInvitation: { email: string | null; userErrors: object[] } }>(
    world.url,
    {
      document: ACCEPT,
      variables: { input: { token } },
    },
  )
  return data.acceptInvitation
}

const DOES_NOT_COUNT = {
  ...{ email: null, signInToken: null },
  userErrors: [
    {
      ...{ code: 'INVALID', path: ['token'] },
      message:
        'This invitation does not count: it was accepted, taken back or replaced by another, or it has expired. Ask whoever invited you for a new one.',
    },
  ],
}

const statusOf = async (id: string) =>
  (await world.run<{ user: object }>(acme.admin, `{ user(id: "${id}") { status team { name } } }`)).data.user

/** Whether the person gets an answer. */
const signsIn = async (userId: string) =>
  (await world.run({ userId, companyId: acme.id }, '{ viewer { id } }')).status === 200

describe('an invitation', () => {
  it('adds a person who may sign in once the link was accepted, and is told to whoever delivers it', async () => {
    const { changed, userErrors } = await invite({ ...INA, teamId: acme.node('OSLO') })
    expect(userErrors).toEqual([])
    const { id } = changed!
    expect(await statusOf(id)).toEqual({ status: 'INVITED', team: { name: 'OSLO' } })
    expect(await signsIn(id)).toBe(false)
    const { token, expiresAt, ...told } = latest()
    expect(told).toEqual({ company: 'ACME', ...INA })
    expect(expiresAt.getTime() - acme.build.ctx.moment.at.getTime()).toBeGreaterThan(6.9 * 86_400_000)
    expect(await accept(token)).toEqual({ email: INA.email, signInToken: null, userErrors: [] })
    expect(await statusOf(id)).toMatchObject({ status: 'ACTIVE' })
    expect(await signsIn(id)).toBe(true)
    expect(await acme.audit()).toContain('acceptInvitation')
  })

  it('counts once', async () => {
    await invite()
    await accept(latest().token)
    expect(await accept(latest().token)).toEqual(DOES_NOT_COUNT)
  })

  it('accepted by many at once is accepted once', async () => {
    await invite()
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(latest().token)))
    expect(answers.filter(({ email }) => email !== null)).toHaveLength(1)
    expect((await acme.audit()).filter((action) => action === 'acceptInvitation')).toHaveLength(1)
  })

  it('is replaced by the next one to the same address', async () => {
    await invite()
    const first = latest().token
    expect((await invite({ ...INA, email: ' INA@acme.test' })).userErrors).toEqual([])
    expect(await accept(first)).toEqual(DOES_NOT_COUNT)
    expect(await accept(latest().token)).toMatchObject({ email: INA.email })
  })

  it.each([
    [
      'an hour after its end',
      `UPDATE invitation SET expires_at = now() - interval '1 hour' WHERE company_id = $1`,
    ],
    ['of somebody deactivated meanwhile', `UPDATE app_user SET status = 'DEACTIVATED' WHERE company_id = $1`],
  ])('%s does not count', async (_, sql) => {
    await invite()
    await world.database.query(sql, [acme.id])
    expect(await accept(latest().token)).toEqual(DOES_NOT_COUNT)
  })

  it.each(['revokeInvitation', 'deactivateUser'] as const)('ends with %s', async (mutation) => {
    const { id: userId, version: expectedVersion } = (await invite()).changed!
    expect((await world.mutate(acme.admin, mutation, { userId, expectedVersion })).userErrors).toEqual([])
    expect(await accept(latest().token)).toEqual(DOES_NOT_COUNT)
  })

  it('sent to an address that the person has no more does not count', async () => {
    const { id: userId, version: expectedVersion } = (await invite()).changed!
    const moved = { userId, expectedVersion, email: 'ina@new.test' }
    expect((await world.mutate(acme.admin, 'updateUser', moved)).userErrors).toEqual([])
    expect(await accept(latest().token)).toEqual(DOES_NOT_COUNT)
  })

  it.each(['', 'x', 'kminvite_', `kminvite_${'0'.repeat(71)}`, '\0', 'km_abc'])(
    'that was never made (%j) is answered the same',
    async (token) => {
      expect(await accept(token)).toEqual(DOES_NOT_COUNT)
    },
  )

  it('changed in any one character is answered the same', async () => {
    await invite()
    const { token } = latest()
    const other = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    for (const at of [9, 20, 31, 50, 73, 79]) expect(await accept(other(at))).toEqual(DOES_NOT_COUNT)
    expect(await accept(token)).toMatchObject({ email: INA.email })
  })

  it('is kept nowhere in clear', async () => {
    await invite()
    const rows = JSON.stringify(await rowsOf(world.database, acme.id))
    expect(rows).not.toContain(latest().token)
    expect(rows).not.toContain(latest().token.slice(31, 74))
  })

  it('is not for who may sign in already, nor a way back for who was deactivated', async () => {
    expect(await unwritten(world, acme, () => invite({ email: 'mia@acme.test', name: 'M' }))).toEqual([
      {
        ...{ code: 'DUPLICATE', path: ['email'] },
        message: 'mia@acme.test belongs to Mia Member, who may sign in.',
      },
    ])
  })

  it('is accepted with an Idempotency-Key as well, which is of nobody', async () => {
    await invite()
    const { data } = await runDocument<{ acceptInvitation: { email: string } }>(world.url, {
      ...{ document: ACCEPT, variables: { input: { token: latest().token } } },
      headers: { 'idempotency-key': 'a-key-of-the-sdk' },
    })
    expect(data.acceptInvitation.email).toBe(INA.email)
  })

  it('opens nothing else to who is not signed in', async () => {
    await invite()
    const both = `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email }
      createMetric(input: { key: "X", name: "X", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }`
    const request = { document: both, variables: { input: { token: latest().token } } }
    expect((await runDocument(world.url, request)).status).toBe(401)
    expect(await accept(latest().token)).toMatchObject({ email: INA.email })
  })
})

it('a person who was invited is not taken back into service without having accepted', async () => {
  const { id: userId, version: expectedVersion } = (await invite()).changed!
  const back = () => world.mutate(acme.admin, 'reactivateUser', { userId, expectedVersion })
  expect(await unwritten(world, acme, back)).toMatchObject([{ code: 'INVALID', path: ['userId'] }])
})

it('a person is added to sign in at once, into a team that is there', async () => {
  const person = { email: 'Kim@acme.test', name: 'Kim', teamId: acme.node('OSLO') }
  const { changed, userErrors } = await world.mutate(acme.admin, 'createUser', person)
  expect(userErrors).toEqual([])
  expect(await statusOf(changed!.id)).toEqual({ status: 'ACTIVE', team: { name: 'OSLO' } })
  expect(await signsIn(changed!.id)).toBe(true)
  const again = { ...person, email: 'kim2@acme.test', teamId: acme.node('SALES') }
  expect(await unwritten(world, acme, () => world.mutate(acme.admin, 'createUser', again))).toMatchObject([
    { code: 'INVALID', path: ['teamId'] },
  ])
})

it('a person is given another name and address, and never that of somebody else', async () => {
  const userId = acme.person('mia@acme.test')
  const update = (rest: object, expectedVersion = 1) =>
    world.mutate(acme.admin, 'updateUser', { userId, expectedVersion, ...rest })
  expect((await update({ name: 'Mia M.', email: 'MIA2@acme.test' })).changed).toEqual({
    id: userId,
    version: 2,
  })
  expect(await unwritten(world, acme, () => update({ email: 'ada@acme.test' }, 2))).toMatchObject([
    { code: 'DUPLICATE', path: ['email'] },
  ])
})
