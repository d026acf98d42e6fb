import { deletionsInEachTest } from '../../support/deletion-company.js'
import { dated } from '../../support/schedule.js'

const { world, acme, input, remove, restore } = deletionsInEachTest()

describe('a deletion that is dated back', () => {
  const mia = () => ({ userId: acme.person('mia@acme.test'), nodeId: acme.node('OSLO'), role: 'MANAGER' })
  const now = async () =>
    (await world.database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now'))[0].now
  const removeAsOf = async (effectiveAt: Date) =>
    dated(world, acme.admin, 'deleteNode', await input('OSLO', { choice: 'UNASSIGN_MEMBERS', effectiveAt }))

  /** Since when Mia leads OSLO. */
  async function granted(): Promise<Date> {
    expect((await world.mutate(acme.admin, 'grantRole', mia())).userErrors).toEqual([])
    const [row] = await world.database.query<[{ since: Date }]>(
      `SELECT valid_from AS since FROM role_assignment WHERE company_id = $1 AND user_id = $2`,
      [acme.id, mia().userId],
    )
    return row.since
  }

  async function managers(): Promise<number> {
    const { data } = await world.run<{ team: { managers: { totalCount: number } } }>(
      acme.admin,
      `{ team(id: "${acme.node('OSLO')}") { managers { totalCount } } }`,
    )
    return data.team.managers.totalCount
  }

  it('is refused while somebody was given a role on the node since: it would come back with the node', async () => {
    const then = await now()
    const since = await granted()
    const { userErrors } = await removeAsOf(then)
    expect(userErrors).toEqual([
      {
        ...{ code: 'INVALID', path: ['effectiveAt'] },
        message: `From ${then.toISOString()} on, Mia Member would hold a role on OSLO at a time at which there is no OSLO. Choose another date, or take that role back as of when it was given first.`,
      },
    ])
    expect(await managers()).toBe(2)
    const revoked = await dated(world, acme.admin, 'revokeRole', { ...mia(), effectiveAt: since })
    expect(revoked.userErrors).toEqual([])
    expect((await removeAsOf(then)).userErrors).toEqual([])
    expect((await restore('OSLO')).userErrors).toEqual([])
    expect(await managers()).toBe(0)
  })

  it('is refused also while such a role was taken back again', async () => {
    const then = await now()
    await granted()
    await world.mutate(acme.admin, 'revokeRole', mia())
    expect((await removeAsOf(then)).userErrors).toMatchObject([{ code: 'INVALID', path: ['effectiveAt'] }])
  })

  it('has no role given across it, as if the node had been there all the time', async () => {
    const then = await now()
    await remove('OSLO', { choice: 'UNASSIGN_MEMBERS' })
    await restore('OSLO')
    const given = await dated(world, acme.admin, 'grantRole', { ...mia(), effectiveAt: then })
    expect(given.userErrors).toMatchObject([{ code: 'INVALID', path: ['effectiveAt'] }])
    expect(await managers()).toBe(0)
  })
})
