import { mutationDocument } from '../../support/mutation.js'
import { codesOf } from '../../support/run-document.js'
import { rolesInEachTest, rolesOf } from '../../support/role-company.js'

const { world, acme } = rolesInEachTest()

const node = (name: string) => acme.company.node(name)
const role = rolesOf(acme)

const TREE = `{ company { departments { name teams { name effectiveKeyMetrics { label } } } } viewer { name } }`

describe('what is taken away is gone in the next request:', () => {
  it('a role', async () => {
    const manager = acme.person('department manager')
    expect((await world.run(manager, TREE)).text).toContain('OSLO')
    await world.mutate(acme.company.admin, 'revokeRole', role('department manager', 'MANAGER', 'SALES'))
    await acme.company.build.override(node('OSLO'), acme.company.metric('REV'), { label: 'Written after' })
    const { text } = await world.run(manager, TREE)
    expect(text).not.toContain('Written after')
    expect(text).toBe('{"data":{"company":{"departments":[]},"viewer":{"name":"DEPARTMENT MANAGER"}}}\n')
  })

  it('a team that moves to another department', async () => {
    const manager = acme.person('department manager')
    await acme.company.build.move(node('OSLO'), node('CS'))
    const { text } = await world.run(manager, TREE)
    expect(text).toContain('LONDON')
    expect(text).not.toContain('OSLO')
    expect((await world.run(acme.person('cs manager'), TREE)).text).toContain('OSLO')
  })

  it('everything, for who is deactivated: the same 401 as without a valid token; and it is undone', async () => {
    const member = acme.person('member')
    const key = { userId: member.userId }
    await world.mutate(acme.company.admin, 'deactivateUser', { ...key, expectedVersion: 1 })
    const refused = await world.run(member, TREE)
    expect([refused.status, codesOf(refused)]).toEqual([401, ['UNAUTHENTICATED']])
    await world.mutate(acme.company.admin, 'reactivateUser', { ...key, expectedVersion: 2 })
    expect((await world.run(member, TREE)).text).toContain('OSLO')
  })

  it('one’s own role, within the very request that gives it up', async () => {
    const input = role('department admin', 'ADMIN', 'SALES')
    const hide = { nodeId: node('OSLO'), metricId: acme.company.metric('REV'), expectedVersion: 2 }
    const document = `mutation ($input: RevokeRoleInput!, $hide: HideKeyMetricInput!) {
      revokeRole(input: $input) { userErrors { code } query { company { departments { name } } } }
      hideKeyMetric(input: $hide) { userErrors { code } }
    }`
    const { data } = await world.run(acme.person('department admin'), document, { input, hide })
    expect(data).toEqual({
      revokeRole: { userErrors: [], query: { company: { departments: [] } } },
      hideKeyMetric: { userErrors: [{ code: 'NOT_FOUND' }] },
    })
  })

  it('every token so far, for who signs out everywhere', async () => {
    const member = acme.person('member')
    const token = await world.token(member)
    const document = mutationDocument('signOutEverywhere')
    const input = { userId: member.userId, expectedVersion: 1 }
    const ask = (query: string, variables?: object) =>
      fetch(new URL('/graphql', world.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      })
    expect(await (await ask(document, { input })).json()).toMatchObject({
      data: { signOutEverywhere: { userErrors: [] } },
    })
    expect((await ask(TREE)).status).toBe(401)
  })
})
