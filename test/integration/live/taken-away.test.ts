import { viewer } from '../../support/activity-company.js'
import { TRANSPORTS } from '../../support/live.js'
import { call, endAll, follow, liveCompany } from '../../support/live-company.js'
import { inEachTest, inWorld } from '../../support/world.js'

const { world, acme } = inEachTest(liveCompany, inWorld({ live: { pollMs: 20, recheckMs: 200 } }))
afterEach(endAll)

const mutate = async (mutation: Parameters<typeof world.mutate>[1], input: object) => {
  const { userErrors } = await world.mutate(acme.admin, mutation, input)
  expect(userErrors).toEqual([])
}

describe.each(TRANSPORTS)('by %s nothing more is told', (transport) => {
  const followAs = async (name: string, node: string) => {
    const follower = await follow(world, viewer(acme, name), acme.node(node), { transport })
    expect(await follower.next()).toBe(`FIRST ${node} CALLS 0 of null`)
    return follower
  }

  it('once a role is revoked', async () => {
    const sales = await followAs('dan', 'SALES')
    const { userId } = viewer(acme, 'dan')
    await mutate('revokeRole', { userId, role: 'MANAGER', nodeId: acme.node('SALES') })
    await call(world, acme, 'pia')
    expect(await sales.rest()).toEqual(['GONE'])
  })

  it('once a team has moved out of a manager’s department', async () => {
    const oslo = await followAs('dan', 'OSLO')
    await acme.build.move(acme.node('OSLO'), acme.id)
    await call(world, acme, 'pia')
    expect(await oslo.rest()).toEqual(['GONE'])
  })

  it('once a person is deactivated', async () => {
    const oslo = await followAs('pia', 'OSLO')
    const { userId } = viewer(acme, 'pia')
    await call(world, acme, 'lea')
    expect(await oslo.next()).toBe('ACTIVITIES OSLO CALLS 1 of null')
    await mutate('deactivateUser', { userId, expectedVersion: 1 })
    await call(world, acme, 'lea')
    expect(await oslo.rest()).toEqual(['UNAUTHENTICATED'])
  })

  it('once somebody has signed out everywhere', async () => {
    const oslo = await followAs('pia', 'OSLO')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await mutate('signOutEverywhere', { userId: viewer(acme, 'pia').userId, expectedVersion: 1 })
    expect(await oslo.rest()).toEqual(['UNAUTHENTICATED'])
  })

  it('once the token has expired, though nothing happens', async () => {
    const oslo = await follow(world, viewer(acme, 'pia'), acme.node('OSLO'), { transport, expiresIn: '-3s' })
    expect(await oslo.next()).toBe('FIRST OSLO CALLS 0 of null')
    expect(await oslo.rest()).toEqual(['UNAUTHENTICATED'])
  })
})
