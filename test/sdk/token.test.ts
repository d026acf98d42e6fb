import { AuthError, getTeam, HttpError, type TokenSource } from '../../sdk/index.js'
import {
  answers,
  type Behaviour,
  failureOf,
  fails,
  gives,
  serverThat,
  stopServers,
} from './support/misbehaving-server.js'

afterEach(stopServers)

const accepts =
  (token: string, refusal: Behaviour): Behaviour =>
  (response, request) =>
    (request.headers.authorization === `Bearer ${token}` ? gives({ team: { id: 'OSLO' } }) : refusal)(
      response,
      request,
    )

function session(first: string, next: string) {
  const seen = { current: first, renewals: 0 }
  const token: TokenSource = async ({ refresh }) => {
    if (!refresh) return seen.current
    seen.renewals++
    await new Promise((resolve) => setTimeout(resolve, 10))
    return (seen.current = next)
  }
  return { seen, token }
}

describe('the token', () => {
  it('is sent as a bearer token', async () => {
    const server = await serverThat(accepts('abc.def', fails('UNAUTHENTICATED')))
    expect(await getTeam(server.client({ token: 'abc.def' }), { id: 'OSLO' })).toEqual({ id: 'OSLO' })
  })

  it('is renewed once for a hundred calls that find it expired', async () => {
    const server = await serverThat(accepts('new', fails('UNAUTHENTICATED')))
    const { seen, token } = session('old', 'new')
    const km = server.client({ token })
    const teams = await Promise.all(Array.from({ length: 100 }, () => getTeam(km, { id: 'OSLO' })))
    expect(teams).toHaveLength(100)
    expect(seen.renewals).toBe(1)
  })

  it('is renewed after a bare HTTP 401 too', async () => {
    const server = await serverThat(accepts('new', answers('who are you?', 401)))
    const { seen, token } = session('old', 'new')
    expect(await getTeam(server.client({ token }), { id: 'OSLO' })).toEqual({ id: 'OSLO' })
    expect(seen.renewals).toBe(1)
  })

  it('is renewed again when the renewed one expires in its turn', async () => {
    const server = await serverThat(
      accepts('2', fails('UNAUTHENTICATED')),
      accepts('2', fails('UNAUTHENTICATED')),
      accepts('3', fails('UNAUTHENTICATED')),
    )
    let issued = 1
    const token: TokenSource = ({ refresh }) => String(refresh ? ++issued : issued)
    const km = server.client({ token })
    await getTeam(km, { id: 'OSLO' })
    await getTeam(km, { id: 'OSLO' })
    expect(issued).toBe(3)
  })

  it('is not asked for a third time when the renewed one is refused as well', async () => {
    const server = await serverThat(fails('UNAUTHENTICATED'))
    const { seen, token } = session('old', 'new')
    const error = await failureOf<AuthError>(getTeam(server.client({ token }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(AuthError)
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', attempts: 2 })
    expect(seen.renewals).toBe(1)
  })

  it('can be renewed by a later call when renewing failed', async () => {
    const server = await serverThat(accepts('new', fails('UNAUTHENTICATED')))
    let online = false
    const token: TokenSource = async ({ refresh }) => {
      if (refresh && !online) throw new Error('offline')
      return refresh ? 'new' : 'old'
    }
    const km = server.client({ token })
    expect(await failureOf(getTeam(km, { id: 'OSLO' }))).toEqual(new Error('offline'))
    online = true
    expect(await getTeam(km, { id: 'OSLO' })).toEqual({ id: 'OSLO' })
  })

  it('cannot be renewed when it is a plain text', async () => {
    const server = await serverThat(fails('UNAUTHENTICATED'))
    const error = await failureOf<AuthError>(getTeam(server.client({ token: 'old' }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(AuthError)
    expect(server.received).toHaveLength(1)
  })

  it('does not follow a redirect', async () => {
    const elsewhere = await serverThat(gives({ team: null }))
    const server = await serverThat(answers('', 307, { location: elsewhere.url }))
    const error = await failureOf<HttpError>(getTeam(server.client({ token: 'secret' }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status: 307, retryable: false })
    expect(elsewhere.received).toHaveLength(0)
  })
})
