import { MAX_API_KEYS } from '../../../server/domain/api-key.js'
import { ApiKeyEntity } from '../../../server/features/api-key/api-key.entity.js'
import { changeKey, creatingKeysIn, keyCompany, keyWith, NEW, readKey } from '../../support/api-key.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(keyCompany)

const HOUR = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
const rows = () => rowsOf(world.database, acme.id)
const create = creatingKeysIn(world, acme)
const rotate = (input: object) => changeKey(world, acme.admin, 'rotateApiKey', input)
const revoke = (input: object) => changeKey(world, acme.admin, 'revokeApiKey', input)

/** The entries of the audit log about one key. */
async function auditOf(id: string) {
  return world.database.query<object[]>(
    `SELECT action, node_id, actor_id, acts_as, before, after FROM audit_entry
      WHERE company_id = $1 AND entity_id = $2 ORDER BY at`,
    [acme.id, id],
  )
}

describe('a key that a company admin creates', () => {
  it('has what it was given, and shows its secret this once', async () => {
    const expiresAt = inHours(24)
    const nodeId = acme.node('SALES')
    const scopes = ['WRITE_TARGETS', 'READ_PEOPLE', 'READ_PEOPLE']
    const { apiKey, secret, userErrors } = await create({ name: '  The  CRM ', scopes, nodeId, expiresAt })
    expect(userErrors).toEqual([])
    expect(secret).toMatch(/^km_[0-9A-Za-z]{71}$/)
    const created = {
      id: expect.any(String) as string,
      name: 'The CRM',
      scopes: ['READ_PEOPLE', 'WRITE_TARGETS'],
      status: 'ACTIVE',
      version: 1,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      node: { name: 'SALES' },
      createdBy: { name: 'Ada Admin' },
      secrets: [{ lastCharacters: secret?.slice(-4), expiresAt: null, lastUsedAt: null }],
    }
    expect(apiKey).toEqual(created)
    expect(await readKey(world, acme, apiKey!.id)).toEqual(created)
  })

  it('is of the whole company when it is bound to nothing, or to the company', async () => {
    for (const nodeId of [undefined, null, acme.id])
      expect((await create({ ...NEW, nodeId })).apiKey).toMatchObject({ node: null, expiresAt: null })
  })

  it('is in the audit log with its terms, and without its secret', async () => {
    const { apiKey, secret } = await create({ ...NEW, nodeId: acme.node('OSLO') })
    const after = { name: 'CRM', scopes: ['READ_ORGANIZATION'], nodeId: acme.node('OSLO'), expiresAt: null }
    expect(await auditOf(apiKey!.id)).toEqual([
      {
        action: 'createApiKey',
        node_id: null,
        actor_id: acme.admin.userId,
        acts_as: 'COMPANY_ADMIN',
        before: null,
        after: { id: apiKey!.id, ...after, version: 1, secretEndsWith: secret?.slice(-4) },
      },
    ])
  })

  it.each<[string, object, object]>([
    ['without a name', { name: ' ' }, { code: 'INVALID', path: ['name'] }],
    ['without a scope', { scopes: [] }, { code: 'INVALID', path: ['scopes'] }],
    ['that has ended', { expiresAt: inHours(-1) }, { code: 'INVALID', path: ['expiresAt'] }],
    ['that ends in six years', { expiresAt: inHours(6 * 8766) }, { code: 'INVALID', path: ['expiresAt'] }],
    ['bound to no node', { nodeId: 'x' }, { code: 'NOT_FOUND', path: ['nodeId'] }],
  ])('%s is refused, and nothing is written', async (_, wrong, error) => {
    const before = await rows()
    const { apiKey, secret, userErrors } = await create({ ...NEW, ...wrong })
    expect({ apiKey, secret, userErrors }).toMatchObject({ apiKey: null, secret: null, userErrors: [error] })
    expect(await rows()).toEqual(before)
  })

  it('is bound to a node of another company as little as to one that never was', async () => {
    const other = await world.company({ departments: { SALES: [] } })
    const ask = async (nodeId: string) => (await create({ ...NEW, nodeId })).text
    expect(await ask(other.node('SALES'))).toBe(await ask('2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'))
  })

  it(`is one of at most ${MAX_API_KEYS}, those not counted that have ended`, async () => {
    const key = { ...NEW, companyId: acme.id, createdAt: new Date(), createdBy: null, version: 1 }
    const ended = { revokedAt: new Date(), expiresAt: null, nodeId: null }
    const keys = Array.from({ length: MAX_API_KEYS }, () => ({ ...key, id: crypto.randomUUID(), ...ended }))
    await world.database.manager.insert(ApiKeyEntity, keys as ApiKeyEntity[])
    const { apiKey } = await create(NEW)
    const alive = keys.slice(1).map((one) => ({ ...one, id: crypto.randomUUID(), revokedAt: null }))
    await world.database.manager.insert(ApiKeyEntity, alive as ApiKeyEntity[])
    expect((await create(NEW)).userErrors).toEqual([
      {
        code: 'LIMIT_EXCEEDED',
        message:
          'A company has at most 100 API keys that are ACTIVE; yours has 100. Revoke one that is not used.',
        path: [],
      },
    ])
    await revoke({ apiKeyId: apiKey!.id, expectedVersion: 1 })
    expect((await create(NEW)).userErrors).toEqual([])
  })
})

describe('rotating a key', () => {
  it('adds a secret, which is shown this once, and lets the old one live for a day', async () => {
    const { id, secret: old } = await keyWith(world, acme, ['READ_PEOPLE'])
    const { apiKey, secret } = await rotate({ apiKeyId: id, expectedVersion: 1 })
    expect(secret).not.toBe(old)
    expect(apiKey).toMatchObject({
      version: 2,
      secrets: [{ lastCharacters: secret?.slice(-4), expiresAt: null }, { lastCharacters: old.slice(-4) }],
    })
    const [entry] = (await auditOf(id)).slice(1)
    const end = apiKey!.secrets[1]!.expiresAt!
    expect(entry).toMatchObject({
      action: 'rotateApiKey',
      before: { version: 1 },
      after: { version: 2, secretEndsWith: secret?.slice(-4), oldSecretExpiresAt: end },
    })
    const { data } = await world.run<{ node: { secrets: [{ createdAt: string }] } }>(
      acme.admin,
      `{ node(id: "${id}") { ... on ApiKey { secrets { createdAt } } } }`,
    )
    expect(Date.parse(end) - Date.parse(data.node.secrets[0].createdAt)).toBe(24 * HOUR)
  })

  it('again ends the oldest at once: never more than two are alive', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const shown = [
      await rotate({ apiKeyId: id, expectedVersion: 1, oldSecretExpiresAt: inHours(48) }),
      await rotate({ apiKeyId: id, expectedVersion: 2, oldSecretExpiresAt: inHours(48) }),
      await rotate({ apiKeyId: id, expectedVersion: 3, oldSecretExpiresAt: inHours(48) }),
    ].map(({ secret }) => secret!.slice(-4))
    expect((await readKey(world, acme, id))?.secrets).toMatchObject([
      { lastCharacters: shown[2], expiresAt: null },
      { lastCharacters: shown[1] },
    ])
  })

  it('leaves one alive when the old one is to end in the past', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const { apiKey } = await rotate({ apiKeyId: id, expectedVersion: 1, oldSecretExpiresAt: inHours(-1) })
    expect(apiKey?.secrets).toHaveLength(1)
  })

  it('lets the old one live for 30 days at most', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const before = await rows()
    const late = { apiKeyId: id, expectedVersion: 1, oldSecretExpiresAt: inHours(31 * 24) }
    expect((await rotate(late)).userErrors).toMatchObject([{ code: 'INVALID', path: ['oldSecretExpiresAt'] }])
    expect(await rows()).toEqual(before)
  })

  it('is refused for one that was revoked', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    await revoke({ apiKeyId: id, expectedVersion: 1 })
    const message = 'The API key “CRM” is REVOKED: it gets no new secret. Create another key.'
    expect((await rotate({ apiKeyId: id, expectedVersion: 2 })).userErrors).toEqual([
      { code: 'INVALID', message, path: ['apiKeyId'] },
    ])
  })

  it('sent twice is a conflict, so that no secret is made that nobody saw', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const input = { apiKeyId: id, expectedVersion: 1 }
    const both = await Promise.all([rotate(input), rotate(input)])
    expect(both.map(({ userErrors }) => userErrors.map(({ code }) => code)).sort()).toEqual([
      [],
      ['VERSION_CONFLICT'],
    ])
    expect((await readKey(world, acme, id))?.version).toBe(2)
  })
})

describe('revoking a key', () => {
  it('is for ever, in the audit log, and repeated, with any version, changes nothing', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const first = await revoke({ apiKeyId: id, expectedVersion: 1 })
    expect(first.apiKey).toMatchObject({ status: 'REVOKED', version: 2, secrets: [] })
    const [, entry] = await auditOf(id)
    expect(entry).toMatchObject({ action: 'revokeApiKey', acts_as: 'COMPANY_ADMIN', after: { version: 2 } })
    const before = await rows()
    for (const expectedVersion of [1, 2, 99])
      expect((await revoke({ apiKeyId: id, expectedVersion })).text).toBe(first.text)
    expect(await rows()).toEqual(before)
  })
})
