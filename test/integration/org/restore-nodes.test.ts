import { deletionsInEachTest } from '../../support/deletion-company.js'
import { unwritten } from '../../support/rows.js'

const { world, acme, viewer, remove, restore, tree } = deletionsInEachTest()

describe('a restored node', () => {
  it('is back where it hung, with its rules, without the people and roles it had', async () => {
    await acme.build.hide(acme.node('OSLO'), acme.metric('CALLS'))
    await remove('OSLO', { choice: 'UNASSIGN_MEMBERS' })
    const { changed, userErrors } = await restore('OSLO')
    expect(userErrors).toEqual([])
    expect(changed).toMatchObject({ id: acme.node('OSLO') })
    expect(await tree()).toBe(
      'CS: RENEW () | SALES: LONDON () OSLO () | company:  | no team: Ada Admin, Dan, Lea, Mia Member',
    )
    const shown = `{ team(id: "${acme.node('OSLO')}") { effectiveKeyMetrics { label } managers { totalCount } } }`
    expect((await world.run(acme.admin, shown)).data).toEqual({
      team: { effectiveKeyMetrics: [{ label: 'REV' }], managers: { totalCount: 0 } },
    })
  })

  it('cannot hang under a department that is gone, but elsewhere', async () => {
    await remove('RENEW')
    await remove('CS')
    expect(await unwritten(world, acme, () => restore('RENEW'))).toMatchObject([
      { code: 'DELETED', path: ['parentId'] },
    ])
    expect((await restore('RENEW', { parentId: acme.node('SALES') })).userErrors).toEqual([])
    expect(await tree()).toContain('SALES: LONDON () OSLO (Lea, Mia Member) RENEW ()')
  })

  it('cannot hang where nothing of its level does', async () => {
    await remove('LONDON')
    expect(await unwritten(world, acme, () => restore('LONDON', { parentId: acme.node('OSLO') }))).toEqual([
      {
        code: 'INVALID',
        message: 'A TEAM hangs under a COMPANY or a DEPARTMENT, not under a TEAM.',
        path: ['parentId'],
      },
    ])
  })

  it('has another version than it was deleted with, so that who read the tombstone reads anew', async () => {
    await remove('LONDON')
    const deleted = await acme.versionOf('LONDON')
    await restore('LONDON')
    expect(await acme.versionOf('LONDON')).toBe(deleted + 1)
  })

  it('cannot have the name that a sibling has taken meanwhile', async () => {
    await remove('LONDON')
    await acme.build.team('london', acme.node('SALES'))
    expect(await unwritten(world, acme, () => restore('LONDON'))).toMatchObject([{ code: 'DUPLICATE' }])
  })

  it('restored again is there already; with an old version it is a conflict that carries the present', async () => {
    await remove('LONDON')
    const stale = { nodeId: acme.node('LONDON'), expectedVersion: 1 }
    const document = `mutation ($input: RestoreNodeInput!) { restoreNode(input: $input) {
      node { id } deletedNode { name version } userErrors { code } } }`
    expect((await world.run(acme.admin, document, { input: stale })).data).toEqual({
      restoreNode: {
        node: null,
        deletedNode: { name: 'LONDON', version: 2 },
        userErrors: [{ code: 'VERSION_CONFLICT' }],
      },
    })
    await restore('LONDON')
    expect((await world.mutate(acme.admin, 'restoreNode', stale)).userErrors).toEqual([])
    expect(await acme.audit()).toEqual(['deleteNode', 'restoreNode'])
  })

  it('is for company admins, and in their department for its admins: for others it never was', async () => {
    await remove('LONDON')
    await remove('RENEW')
    expect((await restore('RENEW', {}, viewer('dan@acme.test'))).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['nodeId'] },
    ])
    expect((await restore('LONDON', {}, viewer('lea@acme.test'))).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['nodeId'] },
    ])
    expect((await restore('LONDON', {}, viewer('dan@acme.test'))).userErrors).toEqual([])
  })
})
