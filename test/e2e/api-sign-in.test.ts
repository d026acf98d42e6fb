import { SignJWT } from 'jose'
import { onCompany } from '../../server/features/org/permission.js'
import { RoleAssignmentEntity } from '../../server/features/people/role-assignment.entity.js'
import { change } from '../../server/platform/database/change.js'
import { close } from '../../server/platform/database/interval.js'
import { codesOf, runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { JWT_SECRET, startWorld, type World } from '../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

const VIEWER = '{ viewer { name roleAssignments { role node { name } } } }'
const ask = (headers: Record<string, string>, document = VIEWER) =>
  runDocument(world.url, { document, headers })

describe('without a token', () => {
  it('the schema can be read, and what it is called', async () => {
    const { status, data, errors } = await ask(
      {},
      '{ __typename __schema { queryType { name } } __type(name: "Team") { kind } }',
    )
    expect({ status, errors }).toEqual({ status: 200, errors: [] })
    expect(data).toEqual({
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
      __type: { kind: 'OBJECT' },
    })
  })

  it.each([
    '{ company { name } }',
    '{ viewer { name } }',
    '{ metrics { key } }',
    '{ metric(id: "x") { key } }',
    '{ node(id: "x") { id } }',
    '{ nodes(ids: ["x"]) { id } }',
    '{ nodes(ids: []) { id } }',
    '{ orgNode(id: "x") { id } }',
    '{ department(id: "x") { id } }',
    '{ team(id: "x") { id } }',
    '{ user(id: "x") { id } }',
    '{ user(id: "2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11") { id } }',
  ])('%s is refused with 401', async (document) => {
    const { status, errors, ...rest } = await ask({}, document)
    expect({ status, codes: codesOf({ errors }) }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] })
    expect(errors[0]?.message).toBe('Sign in first: send the header Authorization: Bearer <token>')
    expect(rest.text).not.toContain('"id"')
  })
})

const REFUSED = {
  status: 401,
  errors: [
    {
      message: 'The token is not valid (any more). Get a new one and send it as: Bearer <token>',
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ],
}

interface Claims {
  readonly secret?: string
  readonly alg?: string
  readonly typ?: string
  readonly issuer?: string
  readonly audience?: string
  readonly subject?: string
  readonly company?: string
  readonly expires?: number
}

/** A token as ours but for what is named. */
function forged({ secret = JWT_SECRET, alg = 'HS256', typ = 'at+jwt', ...claims }: Claims): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ company: claims.company ?? acme.id })
    .setProtectedHeader({ alg, typ })
    .setSubject(claims.subject ?? acme.admin.userId)
    .setIssuer(claims.issuer ?? 'key-metrics')
    .setAudience(claims.audience ?? 'key-metrics-api')
    .setIssuedAt(now)
    .setExpirationTime(now + (claims.expires ?? 3600))
    .sign(new TextEncoder().encode(secret))
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The token with another header, and no signature that fits. */
function withHeader(token: string, header: object, signature = ''): string {
  return [encoded(header), token.split('.')[1], signature].join('.')
}

describe('a token', () => {
  it('as ours is answered: the forgeries below differ from it in what they name', async () => {
    const { status, data } = await ask({ authorization: `Bearer ${await forged({})}` })
    expect({ status, data }).toEqual({
      status: 200,
      data: { viewer: { name: 'Ada Admin', roleAssignments: [{ role: 'ADMIN', node: { name: 'ACME' } }] } },
    })
  })

  it.each<[string, Claims]>([
    ['that expired 6 seconds ago', { expires: -6 }],
    ['of another secret', { secret: `${JWT_SECRET}!` }],
    ['of another issuer', { issuer: 'someone-else' }],
    ['for another audience', { audience: 'someone-else' }],
    ['of another type', { typ: 'JWT' }],
    ['of another algorithm', { alg: 'HS512', secret: JWT_SECRET.repeat(2) }],
    ['of another algorithm with our secret', { alg: 'HS384' }],
    ['of a person who never was', { subject: '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11' }],
    ['of no person', { subject: 'admin' }],
    ['of no company', { company: "' OR 1 = 1 --" }],
  ])('%s is refused', async (_, claims) => {
    expect(await ask({ authorization: `Bearer ${await forged(claims)}` })).toMatchObject(REFUSED)
  })

  it('of a person in the name of another company is refused', async () => {
    const other = await world.company()
    expect(await ask({ authorization: `Bearer ${await forged({ company: other.id })}` })).toMatchObject(
      REFUSED,
    )
  })

  it('that is not signed is refused, whatever it says of its algorithm and key', async () => {
    const token = await forged({})
    const headers = [
      { alg: 'none', typ: 'at+jwt' },
      { alg: 'NONE', typ: 'at+jwt' },
      { typ: 'at+jwt' },
      { alg: 'HS256', typ: 'at+jwt', jwk: { kty: 'oct', k: '' } },
      { alg: 'HS256', typ: 'at+jwt', jku: world.url },
      { alg: 'HS256', typ: 'at+jwt', crit: ['exp'] },
    ]
    for (const header of headers) {
      expect(await ask({ authorization: `Bearer ${withHeader(token, header)}` })).toMatchObject(REFUSED)
      expect(
        await ask({ authorization: `Bearer ${withHeader(token, header, token.split('.')[2])}` }),
      ).toMatchObject(REFUSED)
    }
  })

  it.each(['', 'Bearer', 'Bearer ', 'Basic YWRhOmFkYQ==', 'Bearer a.b.c', 'Bearer null', 'Bearer x y'])(
    'sent as %j is refused, even where none is needed',
    async (authorization) => {
      expect(await ask({ authorization }, '{ __typename }')).toMatchObject(REFUSED)
    },
  )

  it('is read before the document: who has a bad one learns nothing of the document', async () => {
    expect(await ask({ authorization: 'Bearer a.b.c' }, '{ not graphql')).toMatchObject(REFUSED)
  })
})

describe('in the very next request', () => {
  it('who is deactivated is refused, and is answered again when reactivated', async () => {
    const setStatus = (status: string) =>
      world.database.query(`UPDATE app_user SET status = $3 WHERE company_id = $1 AND id = $2`, [
        ...[acme.id, acme.admin.userId],
        status,
      ])
    expect((await world.run(acme.admin, VIEWER)).status).toBe(200)
    await setStatus('DEACTIVATED')
    expect(await world.run(acme.admin, VIEWER)).toMatchObject(REFUSED)
    await setStatus('ACTIVE')
    expect((await world.run(acme.admin, VIEWER)).status).toBe(200)
  })

  it('who is no admin any more may change nothing, with the same token', async () => {
    const token = await world.token(acme.admin)
    const create = (key: string) =>
      runDocument(world.url, {
        token,
        document: `mutation { createMetric(input: { key: "${key}", name: "x", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }`,
      })
    expect((await create('A')).data).toEqual({ createMetric: { userErrors: [] } })
    const { ctx } = acme.build
    await change(ctx, onCompany('manage people'), async (tx) => {
      await close(tx, RoleAssignmentEntity, { userId: acme.admin.userId })
      tx.record({ action: 'revokeRole', nodeId: acme.id, entityId: null, before: null, after: null })
    })
    expect((await create('B')).data).toEqual({ createMetric: { userErrors: [{ code: 'FORBIDDEN' }] } })
    expect((await runDocument(world.url, { token, document: VIEWER })).data).toEqual({
      viewer: { name: 'Ada Admin', roleAssignments: [] },
    })
  })
})
