import type { GraphQLObjectType } from 'graphql'
import { apiSchema } from '../../../server/app/schema.js'
import { API_KEY_SCOPES } from '../../../server/domain/viewer.js'
import { askWith, keyDocument, keyWith, KEY_MUTATIONS } from '../../support/api-key.js'
import { mutationDocument } from '../../support/mutation.js'
import { codesOf } from '../../support/run-document.js'
import { rowsOf } from '../../support/rows.js'
import { everyQuery } from '../../support/selection.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ departments: { SALES: ['OSLO'], CS: ['RENEW'] }, keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

const RANDOM_ID = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'
const hide = (secret: string, node: string) =>
  askWith<{ hideKeyMetric: { changed: object | null; userErrors: { code: string; message: string }[] } }>(
    world,
    secret,
    mutationDocument('hideKeyMetric'),
    { input: { nodeId: acme.node(node), metricId: acme.metric('REV'), expectedVersion: 1 } },
  )

describe('a key that may READ_ORGANIZATION', () => {
  it('reads the tree, the catalogue and the key metrics in force', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const document = `{ metrics { key } company { name effectiveKeyMetrics { label }
      departments { name effectiveKeyMetrics { label } teams { name effectiveKeyMetrics { label } } } } }`
    const { data, errors } = await askWith(world, secret, document)
    const effectiveKeyMetrics = [{ label: 'REV' }]
    const node = (name: string, rest = {}) => ({ name, effectiveKeyMetrics, ...rest })
    const departments = [node('CS', { teams: [node('RENEW')] }), node('SALES', { teams: [node('OSLO')] })]
    expect(errors).toEqual([])
    expect(data).toEqual({ metrics: [{ key: 'REV' }], company: node('ACME', { departments }) })
  })

  it.each([
    '{ company { departments { teams { members { nodes { name } } } } } }',
    '{ company { users { totalCount } } }',
    '{ company { administrators { totalCount } } }',
    `{ user(id: "${RANDOM_ID}") { name } }`,
  ])('is refused people, and told the scope it lacks: %s', async (document) => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const answer = await askWith(world, secret, document)
    expect(new Set(codesOf(answer))).toEqual(new Set(['FORBIDDEN']))
    expect(answer.errors[0]?.message).toBe(
      'This API key lacks the scope READ_PEOPLE, which it takes to see people.',
    )
    expect(answer.text).not.toMatch(/Mia|Ada/)
  })

  it('is refused the node with its people where these cannot be null, as it says there', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const ask = async (field: string) =>
      (await askWith<unknown>(world, secret, `{ company { name ${field} { totalCount } } }`)).data
    expect(await ask('administrators')).toEqual({ company: { name: 'ACME', administrators: null } })
    const fields = (apiSchema().getType('Company') as GraphQLObjectType).getFields()
    for (const field of ['users', 'members', 'unassigned']) {
      expect(await ask(field)).toEqual({ company: null })
      expect(fields[field]!.description).toContain(
        'without READ_PEOPLE that selects them gets no node at all.',
      )
    }
  })

  it('changes nothing, and is told the scope it lacks', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    expect((await hide(secret, 'SALES')).data.hideKeyMetric).toEqual({
      changed: null,
      userErrors: [
        {
          code: 'FORBIDDEN',
          message: 'This API key lacks the scope WRITE_KEY_METRICS, which it takes to configure key metrics.',
          path: ['nodeId'],
        },
      ],
    })
  })
})

describe('a key that is bound to SALES', () => {
  it('sees SALES and what is below, the company by its name only, and no other department', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE'], 'SALES')
    const document = `{ company { name version effectiveKeyMetrics { label } users { nodes { name } }
      departments { name version teams { name effectiveKeyMetrics { label } members { nodes { name } } } } } }`
    const { data, errors } = await askWith(world, secret, document)
    expect(errors).toEqual([])
    const oslo = {
      name: 'OSLO',
      effectiveKeyMetrics: [{ label: 'REV' }],
      members: { nodes: [{ name: 'Mia Member' }] },
    }
    expect(data).toEqual({
      company: {
        name: 'ACME',
        version: 0,
        effectiveKeyMetrics: null,
        users: { nodes: [{ name: 'Ada Admin' }, { name: 'Mia Member' }] },
        departments: [{ name: 'SALES', version: 1, teams: [oslo] }],
      },
    })
  })

  it('is answered of another department as of a node that never was', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE'], 'SALES')
    const document = `query ($id: ID!) { node(id: $id) { id } orgNode(id: $id) { name } department(id: $id) { name } }`
    const ask = async (id: string) => (await askWith(world, secret, document, { id })).text
    expect(await ask(acme.node('CS'))).toBe(await ask(RANDOM_ID))
  })

  it('hides a key metric there and below, and nowhere else', async () => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'WRITE_KEY_METRICS'], 'SALES')
    const codes = async (node: string) =>
      (await hide(secret, node)).data.hideKeyMetric.userErrors.map(({ code }) => code)
    expect(await codes('CS')).toEqual(['NOT_FOUND'])
    expect(await codes('RENEW')).toEqual(['NOT_FOUND'])
    expect((await hide(secret, 'ACME')).data.hideKeyMetric.userErrors).toMatchObject([
      {
        code: 'FORBIDDEN',
        message: 'This API key is bound to another node: it may configure key metrics there and below only.',
      },
    ])
    expect((await hide(secret, 'SALES')).data.hideKeyMetric).toEqual({
      changed: { id: acme.node('SALES'), version: 2 },
      userErrors: [],
    })
    const [entry] = await world.database.query<object[]>(
      `SELECT actor_id, acts_as FROM audit_entry WHERE company_id = $1 AND action = 'hideKeyMetric'`,
      [acme.id],
    )
    expect(entry).toEqual({ actor_id: id, acts_as: 'API_KEY' })
    const { data } = await world.run(
      acme.admin,
      '{ company { departments { name effectiveKeyMetrics { label } } } }',
    )
    expect(data).toEqual({
      company: {
        departments: [
          { name: 'CS', effectiveKeyMetrics: [{ label: 'REV' }] },
          { name: 'SALES', effectiveKeyMetrics: [] },
        ],
      },
    })
  })

  it('changes without reading: the answer of the change is null, and the change is made', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_KEY_METRICS'], 'CS')
    const input = {
      nodeId: acme.node('CS'),
      metricId: acme.metric('REV'),
      expectedVersion: await acme.versionOf('CS'),
    }
    const document = mutationDocument('hideKeyMetric')
    const { data, errors, status } = await askWith<unknown>(world, secret, document, { input })
    expect({ data, errors, status }).toEqual({
      data: { hideKeyMetric: { changed: null, userErrors: [] } },
      errors: [],
      status: 200,
    })
    expect(await acme.versionOf('CS')).toBe(input.expectedVersion + 1)
  })

  it('is answered null by node, of what it may not read and of what never was', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_ACTIVITIES'])
    const ask = async (id: string) =>
      (await askWith(world, secret, 'query ($id: ID!) { node(id: $id) { id } }', { id })).text
    expect(await ask(acme.admin.userId)).toBe('{"data":{"node":null}}\n')
    expect(await ask('2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11')).toBe('{"data":{"node":null}}\n')
  })

  it('changes nothing that belongs to the whole company', async () => {
    const { secret } = await keyWith(world, acme, [...API_KEY_SCOPES], 'SALES')
    const input = { key: 'NEW', name: 'New', unit: 'COUNT', defaultKind: 'PRIMARY' }
    const { data } = await askWith(world, secret, mutationDocument('createMetric'), { input })
    expect(data).toMatchObject({ createMetric: { changed: null, userErrors: [{ code: 'FORBIDDEN' }] } })
  })
})

describe('a key with every scope there is', () => {
  it('manages no keys: neither itself nor others, and does not see them', async () => {
    const { id, secret } = await keyWith(world, acme, [...API_KEY_SCOPES])
    const before = { ...(await rowsOf(world.database, acme.id)), api_key_secret: [] }
    for (const mutation of KEY_MUTATIONS) {
      const input =
        mutation === 'createApiKey'
          ? { name: 'X', scopes: ['READ_PEOPLE'] }
          : { apiKeyId: id, expectedVersion: 1 }
      const { data } = await askWith(world, secret, keyDocument(mutation), { input })
      const message = 'No API key may manage API keys: a person has to.'
      expect(data).toMatchObject({
        [mutation]: { apiKey: null, userErrors: [{ code: 'FORBIDDEN', message }] },
      })
    }
    const { data } = await askWith(
      world,
      secret,
      `{ company { apiKeys { totalCount } } node(id: "${id}") { id } }`,
    )
    expect(data).toEqual({ company: { apiKeys: null }, node: null })
    expect({ ...(await rowsOf(world.database, acme.id)), api_key_secret: [] }).toEqual(before)
  })

  it('gives and takes no roles, and signs nobody out', async () => {
    const { secret } = await keyWith(world, acme, [...API_KEY_SCOPES])
    const before = { ...(await rowsOf(world.database, acme.id)), api_key_secret: [] }
    const { userId } = acme.member
    const role = { userId, nodeId: acme.node('OSLO'), role: 'ADMIN' }
    const changes = { grantRole: role, revokeRole: role, signOutEverywhere: { userId, expectedVersion: 1 } }
    for (const [mutation, input] of Object.entries(changes)) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
      const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`
      const { data, errors } = await askWith(world, secret, document, { input })
      expect(errors).toEqual([])
      expect(data).toEqual({ [mutation]: { userErrors: [{ code: 'FORBIDDEN' }] } })
    }
    expect({ ...(await rowsOf(world.database, acme.id)), api_key_secret: [] }).toEqual(before)
  })

  it('is answered with ids of another company as with ids that were never issued', async () => {
    const other = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
    const foreign = await keyWith(world, other, [...API_KEY_SCOPES])
    const ids = [other.id, other.node('SALES'), other.metric('REV'), other.admin.userId, foreign.id]
    const { secret } = await keyWith(world, acme, [...API_KEY_SCOPES])
    const byId = everyQuery(apiSchema(), 3).filter(({ document }) => document.includes('$id'))
    for (const { document } of byId) {
      const ask = async (id: string) =>
        (await askWith(world, secret, document, { id, ids: [id], metricId: id, cursor: null })).text
      const unknown = await ask(RANDOM_ID)
      for (const id of ids) expect(await ask(id)).toBe(unknown)
    }
    const input = { nodeId: other.node('SALES'), metricId: acme.metric('REV'), expectedVersion: 1 }
    const change = async (nodeId: string) =>
      (await askWith(world, secret, mutationDocument('hideKeyMetric'), { input: { ...input, nodeId } })).text
    expect(await change(input.nodeId)).toBe(await change(RANDOM_ID))
  })
})
