import { keyWith } from '../support/api-key.js'
import { until } from '../support/live.js'
import { apollo } from '../support/third-party/apollo.js'
import { graphqlRequest } from '../support/third-party/graphql-request.js'
import { relay } from '../support/third-party/relay.js'
import type { Connect, Follower } from '../support/third-party/third-party.js'
import { urql } from '../support/third-party/urql.js'
import { inEachTest } from '../support/world.js'

const { world, acme } = inEachTest((world) =>
  world.company({ teams: ['OSLO'], metrics: ['REV'], keyMetrics: ['REV'] }),
)
const FOLLOWERS: [string, Connect<Follower>][] = [
  ['Apollo Client, through a WebSocket', apollo],
  ['Relay, by server-sent events', relay],
  ['urql, by server-sent events', urql],
]
const CLIENTS: [string, Connect][] = [
  ['Apollo Client', apollo],
  ['graphql-request', graphqlRequest],
  ['Relay', relay],
  ['urql', urql],
]

describe.each(CLIENTS)('%s', (_, connect) => {
  const as = async (token?: string | Promise<string>) => connect(`${world.url}/graphql`, await token)
  const asAdmin = () => as(world.token(acme.admin))
  const TEAM = { effectiveKeyMetrics: [{ label: 'REV' }], name: 'OSLO' }

  it('reads what it asks for', async () => {
    const answer = await (await asAdmin()).query('TeamQuery', { id: acme.node('OSLO') })
    expect(answer).toMatchObject({ data: { team: { ...TEAM, id: acme.node('OSLO') } }, codes: [] })
  })

  it('reads null for what is not there', async () => {
    const answer = await (await asAdmin()).query('TeamQuery', { id: 'no such id' })
    expect(answer).toMatchObject({ data: { team: null }, codes: [] })
  })

  it('gets the data that could be had, and why the rest could not', async () => {
    const key = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const { data, codes } = await (await as(key.secret)).query('PartialQuery', {})
    expect(data).toMatchObject({ company: { effectiveKeyMetrics: [{ label: 'REV', progress: null }] } })
    expect(codes).toEqual(['FORBIDDEN'])
  })

  it('changes something, and sees the new version', async () => {
    const input = { nodeId: acme.node('OSLO'), metricId: acme.metric('REV'), expectedVersion: 1 }
    const client = await asAdmin()
    const answer = await client.hide({ input })
    expect(answer).toMatchObject({
      data: { hideKeyMetric: { node: { version: 2 }, userErrors: [] } },
      codes: [],
    })
    const after = await client.query('TeamQuery', { id: acme.node('OSLO') })
    expect(after.data).toMatchObject({ team: { effectiveKeyMetrics: [] } })
  })

  it('is refused a change in the data, not as an error', async () => {
    const input = { nodeId: acme.node('OSLO'), metricId: 'no such metric', expectedVersion: 1 }
    const answer = await (await asAdmin()).hide({ input })
    expect(answer).toMatchObject({
      data: { hideKeyMetric: { userErrors: [{ code: 'NOT_FOUND' }] } },
      codes: [],
    })
  })

  it('reads a second page and puts it after the first', async () => {
    const teamId = acme.node('OSLO')
    const names = ['Bo', 'Cy', 'Di']
    await acme.build.people(names.map((name) => ({ email: `${name}@acme.test`, name, teamId })))
    const [first, both] = await (await asAdmin()).members({ id: teamId, first: 2 })
    expect(first).toEqual(['Bo', 'Cy'])
    expect(both).toEqual(['Bo', 'Cy', 'Di', 'Mia Member'])
  })

  it.each([
    ['no token', undefined],
    ['a token that is none', 'not a token'],
  ])('is told that it is not signed in, with %s', async (_with, token) => {
    const { data, codes } = await (await as(token)).query('TeamQuery', { id: acme.node('OSLO') })
    expect(data ?? null).toBeNull()
    expect(codes).toEqual(['UNAUTHENTICATED'])
  })
})

describe.each(FOLLOWERS)('%s', (_, connect) => {
  it('is told what there is and then what changes, until it stops listening', async () => {
    const [id, token] = [acme.node('OSLO'), await world.token(acme.admin)]
    const told: unknown[] = []
    const client = connect(`${world.url}/graphql`, token)
    const stop = client.follow({ id }, (data) => void told.push(data))
    await until(() => told.length > 0)
    await client.hide({ input: { nodeId: id, metricId: acme.metric('REV'), expectedVersion: 1 } })
    await until(() => told.length > 1)
    stop()
    const event = (isFirst: boolean, version: number, disappeared: object[]) => ({
      effectiveKeyMetricsChanged: { isFirst, node: { id, version }, disappeared },
    })
    expect(told).toMatchObject([event(true, 1, []), event(false, 2, [{ metric: { key: 'REV' } }])])
  })
})
