import { changeKey } from '../../support/api-key.js'
import { deletionsInEachTest } from '../../support/deletion-company.js'
import { unwritten } from '../../support/rows.js'

const { world, acme, viewer, input, remove, restore, tree } = deletionsInEachTest()

const BEFORE = 'CS: RENEW () | SALES: LONDON () OSLO (Lea, Mia Member) | company:  | no team: Ada Admin, Dan'

describe('a department that still has teams', () => {
  it('is not deleted unless it is said what becomes of them; the answer lists them and the choices', async () => {
    const document = `mutation ($input: DeleteNodeInput!) { deleteNode(input: $input) {
      deletedNode { id } node { name version } obstacle { teams { name } memberCount choices } userErrors { code message path } } }`
    const { data } = await world.run(acme.admin, document, { input: await input('SALES') })
    expect(data).toEqual({
      deleteNode: {
        deletedNode: null,
        node: { name: 'SALES', version: 1 },
        obstacle: {
          teams: [{ name: 'LONDON' }, { name: 'OSLO' }],
          memberCount: 2,
          choices: ['DETACH_TEAMS', 'MOVE_TEAMS'],
        },
        userErrors: [
          {
            code: 'NOT_EMPTY',
            message:
              'SALES still has 2 teams: LONDON, OSLO. Say with choice what is to become of them: DETACH_TEAMS or MOVE_TEAMS.',
            path: ['choice'],
          },
        ],
      },
    })
    expect(await tree()).toBe(BEFORE)
  })

  it('leaves them to the company with DETACH_TEAMS', async () => {
    expect((await remove('SALES', { choice: 'DETACH_TEAMS' })).userErrors).toEqual([])
    expect(await tree()).toBe('CS: RENEW () | company: LONDON, OSLO | no team: Ada Admin, Dan')
    // Entries of one change have one instant: their order among themselves is of no meaning.
    expect((await acme.audit()).sort()).toEqual(['deleteNode', 'moveNode', 'moveNode', 'revokeRole'])
  })

  it('leaves them to another department with MOVE_TEAMS', async () => {
    expect((await remove('SALES', { choice: 'MOVE_TEAMS', moveToId: acme.node('CS') })).userErrors).toEqual(
      [],
    )
    expect(await tree()).toBe(
      'CS: LONDON () OSLO (Lea, Mia Member) RENEW () | company:  | no team: Ada Admin, Dan',
    )
  })

  it('cannot leave them where one has that name already, and then stays whole', async () => {
    await acme.build.team('OSLO', acme.node('CS'))
    const errors = await unwritten(world, acme, () =>
      remove('SALES', { choice: 'MOVE_TEAMS', moveToId: acme.node('CS') }),
    )
    expect(errors).toMatchObject([{ code: 'DUPLICATE' }])
  })
})

describe('a team that still has members', () => {
  it('is not deleted unless it is said what becomes of them', async () => {
    expect(await unwritten(world, acme, () => remove('OSLO'))).toEqual([
      {
        code: 'NOT_EMPTY',
        message:
          'OSLO still has 2 members. Say with choice what is to become of them: UNASSIGN_MEMBERS or MOVE_MEMBERS.',
        path: ['choice'],
      },
    ])
  })

  it('leaves them in no team with UNASSIGN_MEMBERS, and its roles end', async () => {
    expect((await remove('OSLO', { choice: 'UNASSIGN_MEMBERS' })).userErrors).toEqual([])
    expect(await tree()).toBe(
      'CS: RENEW () | SALES: LONDON () | company:  | no team: Ada Admin, Dan, Lea, Mia Member',
    )
    const roles = `{ user(id: "${acme.person('lea@acme.test')}") { roleAssignments { role } } }`
    expect((await world.run(acme.admin, roles)).data).toEqual({ user: { roleAssignments: [] } })
    expect(await acme.versionOf('mia@acme.test')).toBe(2)
  })

  it('leaves them only where whoever deletes it may move people', async () => {
    const errors = await unwritten(world, acme, () =>
      remove('OSLO', { choice: 'MOVE_MEMBERS', moveToId: acme.node('RENEW') }, viewer('dan@acme.test')),
    )
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: ['moveToId'] }])
  })

  it('leaves them in another team with MOVE_MEMBERS', async () => {
    const { userErrors } = await remove('OSLO', { choice: 'MOVE_MEMBERS', moveToId: acme.node('LONDON') })
    expect(userErrors).toEqual([])
    expect(await tree()).toBe(
      'CS: RENEW () | SALES: LONDON (Lea, Mia Member) | company:  | no team: Ada Admin, Dan',
    )
  })
})

describe('what cannot be meant is refused, and nothing is half done:', () => {
  it.each([
    [
      'OSLO',
      { choice: 'DETACH_TEAMS' },
      'INVALID',
      'choice',
      'DETACH_TEAMS is no choice for a TEAM; expected UNASSIGN_MEMBERS or MOVE_MEMBERS.',
    ],
    ['SALES', { choice: 'MOVE_TEAMS' }, 'INVALID', 'moveToId', 'MOVE_TEAMS needs moveToId: where to.'],
    ['ACME', {}, 'INVALID', 'nodeId', 'The company itself cannot be deleted.'],
  ] as const)('%s with %j', async (name, rest, code, field, message) => {
    expect(await unwritten(world, acme, () => remove(name, rest))).toEqual([{ code, message, path: [field] }])
  })

  it.each([
    ['OSLO', 'MOVE_MEMBERS', 'CS', 'People are members of teams, not of a DEPARTMENT.'],
    ['OSLO', 'UNASSIGN_MEMBERS', 'LONDON', 'moveToId means nothing without MOVE_MEMBERS.'],
    ['OSLO', 'MOVE_MEMBERS', 'OSLO', 'OSLO is being deleted; name another node.'],
    ['SALES', 'MOVE_TEAMS', 'RENEW', 'A TEAM hangs under a COMPANY or a DEPARTMENT, not under a TEAM.'],
  ])('%s with %s to %s', async (name, choice, to, message) => {
    const errors = await unwritten(world, acme, () => remove(name, { choice, moveToId: acme.node(to) }))
    expect(errors).toEqual([{ code: 'INVALID', message, path: ['moveToId'] }])
  })

  it('a move into a tombstone, of a team or of people, says when it was deleted', async () => {
    await remove('CS', { choice: 'DETACH_TEAMS' })
    const to = { parentId: acme.node('CS') }
    const [error] = await unwritten(world, acme, async () =>
      world.mutate(acme.admin, 'moveNode', await input('OSLO', to)),
    )
    expect(error).toMatchObject({ code: 'DELETED', path: ['parentId'] })
    expect(error!.message).toMatch(/^CS was deleted at 20.*Z\. Restore it first, or name another node\.$/)
    const byDan = await world.mutate(viewer('dan@acme.test'), 'moveNode', await input('OSLO', to))
    expect(byDan.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['parentId'] }])
  })
})

describe('a node that changed since it was read', () => {
  it('is not deleted', async () => {
    const read = await input('LONDON')
    await acme.build.hide(acme.node('LONDON'), acme.metric('CALLS'))
    const errors = await unwritten(world, acme, () => world.mutate(acme.admin, 'deleteNode', read))
    expect(errors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }])
    expect((await remove('LONDON')).userErrors).toEqual([])
  })
})

describe('a deleted node', () => {
  it('answers null now and as it was then: the past still resolves', async () => {
    const before = acme.build.ctx.moment.at
    await remove('OSLO', { choice: 'UNASSIGN_MEMBERS' })
    const node = async (asOf: Date | null) =>
      (
        await world.run(
          acme.admin,
          'query ($id: ID!, $asOf: DateTime) { orgNode(id: $id, asOf: $asOf) { name effectiveKeyMetrics { label } } }',
          { id: acme.node('OSLO'), asOf },
        )
      ).data
    expect(await node(null)).toEqual({ orgNode: null })
    expect(await node(before)).toEqual({
      orgNode: { name: 'OSLO', effectiveKeyMetrics: [{ label: 'CALLS' }, { label: 'REV' }] },
    })
    expect(await tree(before)).toBe(BEFORE)
  })

  it('deleted again is deleted already: nothing changes, whatever the version', async () => {
    const { changed } = await remove('LONDON')
    const again = await world.mutate(acme.admin, 'deleteNode', {
      ...(await input('LONDON')),
      expectedVersion: 77,
    })
    expect(again).toMatchObject({ changed, userErrors: [] })
    expect(await acme.audit()).toEqual(['deleteNode'])
  })

  it('is listed to those who may restore it, the last deleted first', async () => {
    await remove('LONDON')
    await remove('RENEW')
    const document = '{ company { deletedNodes { totalCount nodes { name level parent { name } } } } }'
    const listed = async (who: typeof acme.admin) =>
      (await world.run<{ company: { deletedNodes: unknown } }>(who, document)).data.company.deletedNodes
    const london = { name: 'LONDON', level: 'TEAM', parent: { name: 'SALES' } }
    const renew = { name: 'RENEW', level: 'TEAM', parent: { name: 'CS' } }
    expect(await listed(acme.admin)).toEqual({ totalCount: 2, nodes: [renew, london] })
    expect(await listed(viewer('dan@acme.test'))).toEqual({ totalCount: 1, nodes: [london] })
    expect(await listed(acme.member)).toEqual({ totalCount: 0, nodes: [] })
    const paged = `query ($after: String) { company { deletedNodes(first: 1, after: $after) {
      nodes { name } pageInfo { endCursor } } } }`
    const page = async (after: string | null) =>
      (
        await world.run<{
          company: { deletedNodes: { nodes: { name: string }[]; pageInfo: { endCursor: string } } }
        }>(acme.admin, paged, { after })
      ).data.company.deletedNodes
    const first = await page(null)
    const second = await page(first.pageInfo.endCursor)
    expect([...first.nodes, ...second.nodes]).toEqual([{ name: 'RENEW' }, { name: 'LONDON' }])
  })

  it('makes the API keys bound to it count no more, until it is back', async () => {
    const nodeId = acme.node('LONDON')
    const scopes = ['READ_ORGANIZATION']
    const { data } = (await changeKey(world, acme.admin, 'createApiKey', { name: 'K', scopes, nodeId })) as {
      data?: unknown
    }
    expect(data).toBeDefined()
    const status = async () =>
      (
        await world.run<{ company: { apiKeys: { nodes: { status: string }[] } } }>(
          acme.admin,
          '{ company { apiKeys { nodes { status } } } }',
        )
      ).data.company.apiKeys.nodes.map((key) => key.status)
    await remove('LONDON')
    expect(await status()).toEqual(['EXPIRED'])
    await restore('LONDON')
    expect(await status()).toEqual(['ACTIVE'])
  })
})
