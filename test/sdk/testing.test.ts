import {
  AuthError,
  ConflictError,
  getTeam,
  hideKeyMetric,
  listMembers,
  type ListMembersItem,
  RateLimitError,
} from '../../sdk/index.js'
import { fault, given, mockClient } from '../../sdk/testing.js'
import { failureOf } from './support/misbehaving-server.js'

const member = (id: string): ListMembersItem => ({
  ...{ id, name: id, email: `${id}@acme.test`, status: 'ACTIVE', dataVisibility: 'VISIBLE' },
  team: { id: 'OSLO', name: 'Oslo', level: 'TEAM' },
  version: 1,
})
const INPUT = { nodeId: 'OSLO', metricId: 'REV', expectedVersion: 1 }

describe('a mock client', () => {
  it('answers an operation with what is given', async () => {
    expect(await getTeam(mockClient(given(getTeam, null)), { id: 'OSLO' })).toBeNull()
  })

  it('answers with what a function makes of the variables', async () => {
    const payload = { node: null, impact: null, userErrors: [] }
    const km = mockClient(given(hideKeyMetric, async ({ input }) => ({ ...payload, of: input.nodeId })))
    expect(await hideKeyMetric(km, INPUT)).toEqual({ ...payload, of: 'OSLO' })
  })

  it('answers with the last of two answers', async () => {
    const km = mockClient(given(getTeam, fault('FORBIDDEN')), given(getTeam, null))
    expect(await getTeam(km, { id: 'OSLO' })).toBeNull()
  })

  it('reads lists page by page', async () => {
    const km = mockClient(
      given(listMembers, ({ after }) => ({
        members: after
          ? { nodes: [member('BO')], pageInfo: { hasNextPage: false, endCursor: 'c2' } }
          : { nodes: [member('ANNA')], pageInfo: { hasNextPage: true, endCursor: 'c1' } },
      })),
    )
    const members = await listMembers(km, { nodeId: 'OSLO' }).toArray({ limit: 9 })
    expect(members.map(({ id }) => id)).toEqual(['ANNA', 'BO'])
    expect(km.variablesOf(listMembers)).toEqual([{ nodeId: 'OSLO' }, { nodeId: 'OSLO', after: 'c1' }])
  })

  it('throws what a real client throws', async () => {
    const km = mockClient(
      given(getTeam, fault('UNAUTHENTICATED')),
      given(listMembers, fault('RATE_LIMITED')),
      given(hideKeyMetric, {
        node: {
          ...{ id: 'OSLO', name: 'Oslo', level: 'TEAM', version: 2 },
          inheritsKeyMetrics: true,
          effectiveKeyMetrics: [],
        },
        impact: null,
        userErrors: [
          { code: 'VERSION_CONFLICT', message: 'Somebody was faster.', path: ['expectedVersion'] },
        ],
      }),
    )
    expect(await failureOf(getTeam(km, { id: 'OSLO' }))).toBeInstanceOf(AuthError)
    expect(await failureOf(listMembers(km, { nodeId: 'OSLO' }).toArray({ limit: 1 }))).toBeInstanceOf(
      RateLimitError,
    )
    const conflict = await failureOf<ConflictError>(hideKeyMetric(km, INPUT))
    expect(conflict).toBeInstanceOf(ConflictError)
    expect(conflict.current).toMatchObject({ id: 'OSLO', version: 2 })
  })

  it('tells with which variables an operation was called', async () => {
    const km = mockClient(given(getTeam, null))
    await getTeam(km, { id: 'OSLO' })
    await getTeam(km, { id: 'LONDON' })
    expect(km.variablesOf(getTeam)).toEqual([{ id: 'OSLO' }, { id: 'LONDON' }])
    expect(km.variablesOf(hideKeyMetric)).toEqual([])
  })

  it('says so when no answer is given', async () => {
    const error = await failureOf(getTeam(mockClient(), { id: 'OSLO' }))
    expect(error.message).toMatch(
      /^No answer is given for: query GetTeam.+ Add given\(theOperation, itsAnswer\)\.$/,
    )
  })
})
