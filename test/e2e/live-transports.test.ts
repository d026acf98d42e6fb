import { recordStatements } from '../../server/platform/database/statements.js'
import { viewer } from '../support/activity-company.js'
import { TRANSPORTS, until, type Transport } from '../support/live.js'
import { call, endAll, follow, liveCompany, PROGRESS } from '../support/live-company.js'
import { codesOf, runDocument } from '../support/run-document.js'
import { inAllTests, inWorld, startWorld } from '../support/world.js'

const { world, acme } = inAllTests(liveCompany, inWorld({ live: { pollMs: 20 } }))
afterEach(endAll)

const MUTATION = `mutation { signOutEverywhere(input: { userId: "x", expectedVersion: 1 }) { userErrors { code } } }`

describe('server-sent events', () => {
  async function send(body: object, { method = 'POST', ...given }: Record<string, string> = {}) {
    const headers = {
      accept: 'text/event-stream',
      authorization: `Bearer ${await world.token(acme.admin)}`,
      ...given,
    }
    const url = new URL('/graphql', world.url)
    if (method === 'POST') {
      const sent = { ...headers, 'content-type': 'application/json' }
      return fetch(url, { method, headers: sent, body: JSON.stringify(body) })
    }
    for (const [name, value] of Object.entries(body))
      url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    return fetch(url, { method, headers })
  }
  const codeOf = async (response: Response) => {
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    return [response.status, errors[0]!.extensions.code]
  }

  it.each(['POST', 'GET'])('come as the protocol has them, by %s', async (method) => {
    const variables = { nodeId: '4b3c0f3e-4b0f-4c59-8f35-6f1c7f0a3c11' }
    const response = await send({ query: PROGRESS, variables }, { method })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"progressChanged":null}}\n\nevent: complete\ndata:\n\n',
    )
  })

  it('answer a query as well', async () => {
    const response = await send({ query: '{ viewer { name } }' })
    expect(await response.text()).toBe(
      ':\n\nevent: next\ndata: {"data":{"viewer":{"name":"Ada Admin"}}}\n\nevent: complete\ndata:\n\n',
    )
  })

  it('are refused before they begin with the status and code that a query would get', async () => {
    const two = `subscription { a: progressChanged(nodeId: "x") { at } b: progressChanged(nodeId: "x") { at } }`
    expect(await codeOf(await send({ query: PROGRESS }, { authorization: 'Bearer nonsense' }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ])
    expect(await codeOf(await send({ query: '{ nothing }' }))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
    expect(await codeOf(await send({ query: '{' }))).toEqual([400, 'GRAPHQL_PARSE_FAILED'])
    expect(await codeOf(await send({ query: two }))).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
    expect(await codeOf(await send({ query: 5 }))).toEqual([400, 'BAD_REQUEST'])
    expect(await codeOf(await send({ query: MUTATION }, { method: 'GET' }))).toEqual([405, 'BAD_REQUEST'])
  })

  it('tell of variables that do not fit as of any input', async () => {
    const response = await send({ query: PROGRESS, variables: { nodeId: { no: 'id' } } })
    expect(await response.text()).toContain('"code":"BAD_USER_INPUT"')
  })
})

it('a subscription without a stream to answer it is refused, and says what to send', async () => {
  const request = { document: PROGRESS, variables: { nodeId: acme.id }, token: await world.token(acme.admin) }
  const refused = await runDocument(world.url, request)
  expect([refused.status, codesOf(refused)]).toEqual([406, ['BAD_REQUEST']])
  expect(refused.errors[0]!.message).toBe(
    'A subscription is answered with a stream: send it with the header Accept: text/event-stream, or over a WebSocket.',
  )
})

it('a caller has so many subscriptions open and no more, whichever way, until one of them ends', async () => {
  const small = await startWorld(undefined, { live: { pollMs: 20, maxStreams: 2 } })
  const company = await liveCompany(small)
  const [pia, nodeId] = [viewer(company, 'pia'), company.node('OSLO')]
  const authorization = `Bearer ${await small.token(pia)}`
  const third = async () => {
    const response = await fetch(new URL('/graphql', small.url), {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: PROGRESS, variables: { nodeId } }),
    })
    if (response.status !== 200) return response.text()
    await response.body!.cancel()
    return 'open'
  }
  for (let count = 0; count < 2; count++)
    await (await follow(small, pia, nodeId, { transport: 'WebSocket' })).next()
  expect(await third()).toBe(
    '{"errors":[{"message":"You have 2 subscriptions open; at most 2 are allowed. End some of them first.","extensions":{"code":"LIMIT_EXCEEDED"}}]}',
  )
  expect(await (await follow(small, company.admin, company.id)).next()).toMatch(/^FIRST/)
  await endAll()
  await until(async () => (await third()) === 'open')
  await small.stop()
})

describe.each(TRANSPORTS)('by %s', (transport: Transport) => {
  it('events count as requests: who has used up what there is gets no more of them', async () => {
    const strict = await startWorld(undefined, {
      live: { pollMs: 20 },
      rateLimit: { points: 6, seconds: 60 },
    })
    const company = await liveCompany(strict)
    const oslo = await follow(strict, viewer(company, 'pia'), company.node('OSLO'), { transport })
    let told = await oslo.next()
    for (; told !== 'RATE_LIMITED'; told = await oslo.next()) await call(world, company, 'pia')
    expect(await oslo.rest()).toEqual([])
    await endAll()
    await strict.stop()
  })

  it('a server that stops cuts its streams, so that their clients come again', async () => {
    const stopping = await startWorld(undefined, { live: { pollMs: 20 } })
    const company = await liveCompany(stopping)
    const oslo = await follow(stopping, company.admin, company.node('OSLO'), { transport })
    await oslo.next()
    await stopping.stop()
    await expect(oslo.rest()).rejects.toMatchObject({ message: 'The stream broke.' })
  })

  it('nothing is left of 200 subscribers that came and went', async () => {
    for (let round = 0; round < 10; round++) {
      const some = await Promise.all(
        Array.from({ length: 20 }, () => follow(world, acme.admin, acme.node('OSLO'), { transport })),
      )
      await Promise.all(some.map((one) => one.next()))
      await endAll()
    }
    const polls = async () => {
      const { statements } = await recordStatements(() => new Promise((resolve) => setTimeout(resolve, 100)))
      return statements.filter((statement) => statement.includes('change_event')).length
    }
    await until(async () => (await polls()) === 0)
    expect(world.server.websocketServer.clients.size).toBe(0)
  })
})
