import { buildSchema, type GraphQLEnumType } from 'graphql'
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import * as sdk from '../../sdk/index.js'
import {
  answers,
  breaksOff,
  failureOf,
  fails,
  gives,
  serverThat,
  staysSilent,
  stopServers,
} from './support/misbehaving-server.js'

const {
  ApiError,
  AuthError,
  ConflictError,
  getTeam,
  hideKeyMetric,
  HttpError,
  RateLimitError,
  ServerError,
  UserInputError,
} = sdk
const INPUT = { nodeId: 'OSLO', metricId: 'REV', expectedVersion: 1 }
const refused = (code: string, node: unknown = null) =>
  gives({ hideKeyMetric: { node, userErrors: [{ code, message: 'because', path: ['input', 'metricId'] }] } })

afterEach(stopServers)

describe('a code of the server', () => {
  it.each([
    ['UNAUTHENTICATED', AuthError],
    ['FORBIDDEN', AuthError],
    ['BAD_REQUEST', UserInputError],
    ['BAD_USER_INPUT', UserInputError],
    ['GRAPHQL_PARSE_FAILED', UserInputError],
    ['GRAPHQL_VALIDATION_FAILED', UserInputError],
    ['OPERATION_RESOLUTION_FAILURE', UserInputError],
    ['LIMIT_EXCEEDED', UserInputError],
    ['IDEMPOTENCY_KEY_REUSED', UserInputError],
    ['RATE_LIMITED', RateLimitError],
    ['OVERLOADED', ServerError],
    ['IDEMPOTENCY_IN_PROGRESS', ServerError],
    ['INTERNAL_SERVER_ERROR', ServerError],
    ['A_CODE_OF_NEXT_YEAR', ServerError],
    ['constructor', ServerError],
  ])('%s becomes %p', async (code, kind) => {
    const server = await serverThat(fails(code))
    const error = await failureOf<sdk.ApiError>(getTeam(server.client({ retries: 0 }), { id: 'OSLO' }))
    expect(error.constructor).toBe(kind)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ name: kind.name, code, operation: 'GetTeam', attempts: 1 })
    expect(error.message).toMatch(new RegExp(`^GetTeam: ${code} \\(request [\\d-]+\\)$`))
  })

  it('counts whatever the status it comes with', async () => {
    const server = await serverThat(fails('BAD_USER_INPUT', 400))
    expect(await failureOf(getTeam(server.client(), { id: 'OSLO' }))).toBeInstanceOf(UserInputError)
  })

  it('is one of those the schema lists', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'))
    const codes = (schema.getType('ErrorCode') as GraphQLEnumType).getValues().map(({ name }) => name)
    expect(codes).toContain('UNAUTHENTICATED' satisfies sdk.KnownErrorCode)
  })
})

describe('an answer that is no GraphQL', () => {
  it.each([
    ['a page', '<html>', 200],
    ['a number', 17, 200],
    ['nothing', null, 200],
    ['a list', [], 500],
  ])('is an HttpError: %s', async (_, body, status) => {
    const server = await serverThat(answers(body, status))
    const error = await failureOf<sdk.HttpError>(getTeam(server.client(), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error.status).toBe(status)
  })
})

describe('userErrors', () => {
  it('throw a UserInputError that holds them', async () => {
    const server = await serverThat(refused('LOCKED'))
    const error = await failureOf<sdk.UserInputError>(hideKeyMetric(server.client(), INPUT))
    expect(error.constructor).toBe(UserInputError)
    expect(error.userErrors).toEqual([{ code: 'LOCKED', message: 'because', path: ['input', 'metricId'] }])
    expect(error.message).toMatch(/^HideKeyMetric: LOCKED \(request /)
    expect(error).toMatchObject({ code: 'LOCKED', retryable: false, attempts: 1 })
  })

  it('throw a ConflictError with the present entity when somebody else was faster', async () => {
    const server = await serverThat(refused('VERSION_CONFLICT', { id: 'OSLO', version: 5 }))
    const error = await failureOf<sdk.ConflictError<{ version: number }>>(
      hideKeyMetric(server.client(), INPUT),
    )
    expect(error).toBeInstanceOf(ConflictError)
    expect(error).toBeInstanceOf(UserInputError)
    expect(error.current).toEqual({ id: 'OSLO', version: 5 })
  })

  it('are returned to a caller who asks for that', async () => {
    const server = await serverThat(refused('LOCKED'))
    const { node, userErrors } = await hideKeyMetric(server.client(), INPUT, { userErrors: 'return' })
    expect(node).toBeNull()
    expect(userErrors.map(({ code }) => code)).toEqual(['LOCKED'])
  })
})

describe('an answer with holes', () => {
  const data = { team: { id: 'OSLO', effectiveKeyMetrics: null } }

  it('throws, with what did arrive', async () => {
    const server = await serverThat(fails('INTERNAL_SERVER_ERROR', 200, data))
    const error = await failureOf<sdk.ServerError>(getTeam(server.client(), { id: 'OSLO' }))
    expect(error.data).toEqual(data)
  })

  it('is taken by a caller who says partial', async () => {
    const server = await serverThat(fails('INTERNAL_SERVER_ERROR', 200, data))
    expect(await getTeam(server.client(), { id: 'OSLO' }, { partial: true })).toEqual(data.team)
  })

  it('still throws when nothing arrived', async () => {
    const server = await serverThat(fails('INTERNAL_SERVER_ERROR'))
    const error = await failureOf(getTeam(server.client(), { id: 'OSLO' }, { partial: true }))
    expect(error).toBeInstanceOf(ServerError)
  })
})

describe('a value the SDK does not know', () => {
  it('of an enum is handed on as it is', async () => {
    const server = await serverThat(gives({ team: { id: 'OSLO', level: 'SQUAD' } }))
    expect((await getTeam(server.client(), { id: 'OSLO' }))?.level).toBe('SQUAD')
  })

  it('of a type is handed on with whatever it has', async () => {
    const squad = { __typename: 'Squad', name: 'Oslo', drums: 2 }
    const server = await serverThat(gives({ orgNode: squad }))
    const document = '{ orgNode(id: "OSLO") { __typename name ... on Team { version } } }'
    expect(await server.client().run(document)).toEqual({ orgNode: squad })
  })

  it('of a reason to refuse a change is thrown as any other', async () => {
    const server = await serverThat(refused('OUT_OF_SEASON'))
    const error = await failureOf<sdk.UserInputError>(hideKeyMetric(server.client(), INPUT))
    expect(error.constructor).toBe(UserInputError)
    expect(error).toMatchObject({ code: 'OUT_OF_SEASON', retryable: false })
  })
})

describe('secrets', () => {
  const [TOKEN, VARIABLE, SERVER] = ['t0ken-t0ken', 'variable-variable', 'server text']
  const echo = (code: string) =>
    answers({
      data: { team: { name: VARIABLE } },
      errors: [{ message: `${SERVER} ${VARIABLE}`, extensions: { code } }],
    })

  it.each([
    ['a refusal', echo('BAD_USER_INPUT')],
    ['a fault', echo('INTERNAL_SERVER_ERROR')],
    ['a rejected token', fails('UNAUTHENTICATED')],
    ['too many requests', fails('RATE_LIMITED')],
    ['another server', answers(`<p>${VARIABLE} ${TOKEN}`, 500)],
    ['a broken connection', breaksOff],
    ['silence', staysSilent],
    ['a user error', refused('LOCKED', { id: VARIABLE, version: 1 })],
  ])('are in no message, JSON, log or event: %s', async (_, behaviour) => {
    const server = await serverThat(behaviour)
    const events: object[] = []
    const km = server.client({ token: TOKEN, timeoutMs: 100, onEvent: (event) => events.push(event) })
    const error = await failureOf<sdk.ApiError>(hideKeyMetric(km, { ...INPUT, nodeId: VARIABLE }))
    const told = [
      error.message,
      error.stack,
      JSON.stringify(error),
      inspect(error),
      JSON.stringify(events),
      inspect(events),
    ]
    expect(told.join('\n')).not.toMatch(/t0ken|variable-|server text|fragment|mutation /)
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: error.name,
      message: error.message,
      operation: 'HideKeyMetric',
    })
    expect(events.at(-1)).toMatchObject({ type: 'failure', error: { name: error.name } })
  })

  it('are not quoted by a runtime that cannot send them', async () => {
    const server = await serverThat(gives({ team: null }))
    const km = server.client({ token: `${TOKEN}\n${TOKEN}`, retries: 0 })
    const outcome: unknown = await getTeam(km, { id: 'OSLO' }).catch((error: unknown) => error)
    expect(inspect(outcome, { depth: 9 })).not.toContain(TOKEN)
  })
})
