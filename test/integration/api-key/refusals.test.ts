import { changeKey, KEY_MUTATIONS, keyCompany, keyDocument, keyWith, NEW } from '../../support/api-key.js'
import { codesOf } from '../../support/run-document.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(keyCompany)

const rows = () => rowsOf(world.database, acme.id)

describe.each(['rotateApiKey', 'revokeApiKey'] as const)('%s writes nothing', (mutation) => {
  it('with a version that is not the present one, and tells the present state without a secret', async () => {
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const before = await rows()
    for (const expectedVersion of [0, 2]) {
      const outcome = await changeKey(world, acme.admin, mutation, { apiKeyId: id, expectedVersion })
      expect(outcome).toMatchObject({ apiKey: { id, version: 1 }, secret: null })
      const message = `The API key “CRM” is at version 1, not ${expectedVersion}: it was changed meanwhile. Read it and try again.`
      expect(outcome.userErrors).toEqual([{ code: 'VERSION_CONFLICT', message, path: ['expectedVersion'] }])
    }
    expect(await rows()).toEqual(before)
  })

  it('with an id of another company, never issued, or not an id at all: NOT_FOUND, byte for byte the same', async () => {
    const { id } = await keyWith(world, await world.company(), ['READ_PEOPLE'])
    const ids = [id, '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11', acme.id, id.toUpperCase(), 'x', '', "';--", '\0']
    const answers = await Promise.all(
      ids.map(async (apiKeyId) => {
        const outcome = await changeKey(world, acme.admin, mutation, { apiKeyId, expectedVersion: 1 })
        expect(outcome.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['apiKeyId'] }])
        return outcome.text
      }),
    )
    expect(new Set(answers).size).toBe(1)
  })
})

describe('who is no company admin', () => {
  it('changes no key, and is told who may', async () => {
    await acme.build.people([
      {
        name: 'Dora',
        email: 'dora@acme.test',
        roles: [{ role: 'ADMIN', nodeId: acme.node('SALES') }],
      },
    ])
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'], 'SALES')
    const [dora] = await world.database.query<{ id: string }[]>(
      `SELECT id FROM app_user WHERE company_id = $1 AND name = 'Dora'`,
      [acme.id],
    )
    const before = await rows()
    for (const viewer of [acme.member, { companyId: acme.id, userId: dora!.id }]) {
      for (const mutation of KEY_MUTATIONS) {
        const input = mutation === 'createApiKey' ? NEW : { apiKeyId: id, expectedVersion: 1 }
        expect((await changeKey(world, viewer, mutation, input)).userErrors).toMatchObject([
          { code: 'FORBIDDEN', message: 'You may not manage API keys here; a company admin may.' },
        ])
      }
      const document = `{ company { apiKeys { totalCount } } node(id: "${id}") { id } }`
      expect((await world.run(viewer, document)).data).toEqual({ company: { apiKeys: null }, node: null })
    }
    expect(await rows()).toEqual(before)
  })

  it('and has not signed in, is refused', async () => {
    for (const mutation of KEY_MUTATIONS) {
      const input = mutation === 'createApiKey' ? NEW : { apiKeyId: acme.id, expectedVersion: 1 }
      const answer = await world.run(null, keyDocument(mutation), { input })
      expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']])
    }
  })
})
