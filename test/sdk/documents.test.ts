import { parse, print } from 'graphql'
import { type ClientEvent, type TypedDocumentString } from '../../sdk/index.js'
import { failureOf, gives, serverThat, stopServers } from './support/misbehaving-server.js'

afterEach(stopServers)

type NameOfTeam = TypedDocumentString<{ team: { name: string } | null }, { id: string }>
const NAME_OF_TEAM = 'query NameOfTeam($id: ID!) { team(id: $id) { name } }' as NameOfTeam

describe('a document of the caller’s own', () => {
  it('may be a typed text', async () => {
    const server = await serverThat(gives({ team: { name: 'Oslo' } }))
    const { team } = await server.client().run(NAME_OF_TEAM, { id: 'OSLO' })
    expect(team?.name).toBe('Oslo')
    expect(server.received[0]?.body).toEqual({
      query: NAME_OF_TEAM,
      operationName: 'NameOfTeam',
      variables: { id: 'OSLO' },
    })
  })

  it('may be a text in an object, as graphql-codegen writes it', async () => {
    const server = await serverThat(gives({ team: null }))
    await server.client().run(new String(NAME_OF_TEAM) as NameOfTeam, { id: 'OSLO' })
    expect(server.received[0]?.body.query).toBe(NAME_OF_TEAM)
  })

  it('may be a syntax tree that knows its text', async () => {
    const server = await serverThat(gives({ team: null }))
    await server.client().run(parse(NAME_OF_TEAM), { id: 'OSLO' })
    expect(server.received[0]?.body.query).toBe(NAME_OF_TEAM)
  })

  it('is refused with a way out when it is a bare syntax tree', async () => {
    const server = await serverThat(gives({}))
    const error = await failureOf(server.client().run(parse(NAME_OF_TEAM, { noLocation: true })))
    expect(error.message).toBe('No loc.source: give createClient a print')
  })

  it('is printed when it is a bare syntax tree and the client knows how', async () => {
    const server = await serverThat(gives({ team: null }))
    await server.client({ print }).run(parse(NAME_OF_TEAM, { noLocation: true }), { id: 'OSLO' })
    expect(server.received[0]?.body).toMatchObject({
      query: print(parse(NAME_OF_TEAM)),
      operationName: 'NameOfTeam',
    })
  })

  it.each([
    ['mutation Hide { a }', 'Hide', true],
    ['# query Not { it }\n  mutation { a }', undefined, true],
    ['fragment F on P { a { b } query { c } }\n mutation Hide($x: X) { ...F }', 'Hide', true],
    ['query Read @live { a }', 'Read', false],
    ['{ a }', undefined, false],
  ])('has its name and kind told: %s', async (text, name, isMutation) => {
    const server = await serverThat(gives({ a: 1 }))
    await server.client().run(text)
    expect(server.received[0]?.body.operationName).toBe(name)
    expect('idempotency-key' in server.received[0]!.headers).toBe(isMutation)
  })
})

describe('headers and fetch', () => {
  it('a call may add headers to those of the client', async () => {
    const server = await serverThat(gives({ a: 1 }))
    const km = server.client({ headers: { 'x-app': 'board', 'x-tone': 'low' } })
    await km.run('{ a }', undefined, { headers: { 'x-tone': 'high', 'x-request-id': 'mine' } })
    expect(server.received[0]?.headers).toMatchObject({
      'x-app': 'board',
      'x-tone': 'high',
      'x-request-id': 'mine',
    })
  })

  it('are the same in whatever case their names are written: those of the call win', async () => {
    const server = await serverThat(gives({ a: 1 }))
    const km = server.client({ headers: { 'X-Tone': 'low', 'idempotency-key': 'K-0' } })
    const headers = { 'x-tone': 'high', 'Idempotency-Key': 'K-1', Accept: 'application/json' }
    await km.run('mutation { a }', undefined, { headers })
    expect(server.received[0]?.headers).toMatchObject({
      'x-tone': 'high',
      'idempotency-key': 'K-1',
      accept: 'application/json',
    })
  })

  it('another fetch may be given, and what else it understands', async () => {
    const seen: RequestInit[] = []
    const server = await serverThat(gives({ a: 1 }))
    const km = server.client({ fetch: (url, init) => (seen.push(init), fetch(url, init)) })
    await km.run('{ a }', undefined, { fetchOptions: { keepalive: true } })
    expect(seen[0]).toMatchObject({ keepalive: true, redirect: 'manual', method: 'POST' })
  })
})

describe('events', () => {
  it('tell status and duration of every answer, and a hook that throws does no harm', async () => {
    const server = await serverThat(gives({ a: 1 }))
    const events: ClientEvent[] = []
    const onEvent = (event: ClientEvent) => {
      events.push(event)
      throw new Error('broken hook')
    }
    await server.client({ onEvent }).run('query A { a }')
    expect(events).toEqual([
      {
        type: 'response',
        operation: 'A',
        requestId: expect.any(String) as string,
        attempts: 1,
        status: 200,
        durationMs: expect.any(Number) as number,
      },
    ])
  })
})
