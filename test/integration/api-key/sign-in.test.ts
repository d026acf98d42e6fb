import { onCompany } from '../../../server/features/org/permission.js'
import { OrgNodePlacementEntity } from '../../../server/features/org/org-node-placement.entity.js'
import { change } from '../../../server/platform/database/change.js'
import { close } from '../../../server/platform/database/interval.js'
import {
  askWith,
  changeKey,
  eventually,
  keyCompany,
  keyWith,
  lastUseOf,
  NAME,
  readKey,
  statusOf,
} from '../../support/api-key.js'
import { mutationDocument } from '../../support/mutation.js'
import { codesOf, runDocument } from '../../support/run-document.js'
import { REFUSED } from '../../support/token-workshop.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(keyCompany)

const UNANSWERED = { ...REFUSED, data: undefined }
const endSecret = (id: string) =>
  world.database.query(
    `UPDATE api_key_secret SET expires_at = now() - interval '1 second' WHERE company_id = $1 AND key_id = $2`,
    [acme.id, id],
  )

describe('an integration', () => {
  it('signs in with the secret of its key, and is nobody: `viewer` is null', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const { status, data } = await askWith(world, secret, '{ company { name } viewer { id } }')
    expect({ status, data }).toEqual({ status: 200, data: { company: { name: 'ACME' }, viewer: null } })
  })

  it('signs in with one statement, and what was read before costs no other', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const document = '{ company { departments { name teams { effectiveKeyMetrics { label } } } } }'
    const { text } = await askWith(world, secret, document)
    await eventually(async () => (await lastUseOf(world, acme)) !== null)
    const again = await askWith(world, secret, document)
    expect(again.text).toBe(text)
    expect(again.statements).toHaveLength(1)
  })

  it('sees what was changed a moment ago', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    await askWith(world, secret, NAME)
    await acme.build.department('CS')
    const { data } = await askWith(world, secret, '{ company { departments { name } } }')
    expect(data).toEqual({ company: { departments: [{ name: 'CS' }, { name: 'SALES' }] } })
  })

  it('with a slip of the pen is refused without a look into the database', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const last = secret.endsWith('A') ? 'B' : 'A'
    for (const slip of [
      secret.slice(0, -1) + last,
      secret.slice(0, -1),
      secret.toLowerCase(),
      'km_',
      `${secret}=`,
    ]) {
      const { statements, ...answer } = await askWith(world, slip, NAME)
      expect(answer).toMatchObject(UNANSWERED)
      expect(statements).toEqual([])
    }
  })

  it('sends its key in the header Authorization as Bearer, and nowhere else', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const ask = (headers: Record<string, string>) => runDocument(world.url, { document: NAME, headers })
    expect((await ask({ authorization: `bearer ${secret}` })).status).toBe(200)
    expect(await ask({ authorization: `Basic ${secret}` })).toMatchObject(UNANSWERED)
    expect(await ask({ authorization: secret })).toMatchObject(UNANSWERED)
    expect((await ask({ 'x-api-key': secret })).status).toBe(401)
  })
})

describe('refused in the very next request, all with the same answer, is a key that', () => {
  const ends: [string, (id: string) => Promise<unknown>][] = [
    [
      'was revoked',
      (id) => changeKey(world, acme.admin, 'revokeApiKey', { apiKeyId: id, expectedVersion: 1 }),
    ],
    [
      'expired',
      (id) =>
        world.database.query(
          `UPDATE api_key SET expires_at = now() - interval '1 second' WHERE company_id = $1 AND id = $2`,
          [acme.id, id],
        ),
    ],
    [
      'was bound to a node that is no more',
      () =>
        change(acme.build.ctx, onCompany('delete nodes'), async (tx) => {
          await close(tx, OrgNodePlacementEntity, { nodeId: acme.node('SALES') })
          tx.record({ action: 'moveNode', nodeId: null, entityId: null, before: null, after: null })
        }),
    ],
    ['was replaced and lived on to the end of its time', endSecret],
  ]

  it.each(ends)('%s', async (_, end) => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION'], 'SALES')
    expect(await statusOf(world, secret)).toBe(200)
    await end(id)
    const { text } = await askWith(world, 'km_mistyped', NAME)
    const refused = await askWith(world, secret, NAME)
    expect(refused).toMatchObject(UNANSWERED)
    expect(refused.text).toBe(text)
  })

  it('expired or is bound to a node that is no more, and is shown as EXPIRED, without a secret', async () => {
    const [, [, expire], [, deleteNode]] = ends as [never, (typeof ends)[0], (typeof ends)[0]]
    for (const end of [expire, deleteNode]) {
      const { id } = await keyWith(world, acme, ['READ_ORGANIZATION'], 'SALES')
      await end(id)
      expect(await readKey(world, acme, id)).toMatchObject({ status: 'EXPIRED', secrets: [] })
      const rotation = { apiKeyId: id, expectedVersion: 1 }
      expect((await changeKey(world, acme.admin, 'rotateApiKey', rotation)).userErrors).toMatchObject([
        { code: 'INVALID' },
      ])
    }
  })
})

describe('a key that is rotated', () => {
  const rotate = (apiKeyId: string, expectedVersion: number, oldSecretExpiresAt?: string) =>
    changeKey(world, acme.admin, 'rotateApiKey', { apiKeyId, expectedVersion, oldSecretExpiresAt })

  it('is answered by both secrets, and after the next rotation by the two newest', async () => {
    const { id, secret: first } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const { secret: second } = await rotate(id, 1)
    expect([await statusOf(world, first), await statusOf(world, second!)]).toEqual([200, 200])
    const { secret: third } = await rotate(id, 2)
    expect([
      await statusOf(world, first),
      await statusOf(world, second!),
      await statusOf(world, third!),
    ]).toEqual([401, 200, 200])
  })

  it('is answered by the new one alone when the old one was to end at once', async () => {
    const { id, secret: first } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const { secret: second } = await rotate(id, 1, '2020-01-01T00:00:00Z')
    expect([await statusOf(world, first), await statusOf(world, second!)]).toEqual([401, 200])
  })

  it('is refused with both once it is revoked', async () => {
    const { id, secret: first } = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const { secret: second } = await rotate(id, 1)
    await changeKey(world, acme.admin, 'revokeApiKey', { apiKeyId: id, expectedVersion: 2 })
    expect([await statusOf(world, first), await statusOf(world, second!)]).toEqual([401, 401])
  })
})

describe('a change under way when the key is revoked', () => {
  it('is refused, and writes nothing', async () => {
    const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'WRITE_METRICS'])
    await askWith(world, secret, NAME)
    const input = { key: 'NEW', name: 'New', unit: 'COUNT', defaultKind: 'PRIMARY' }
    const late = await change(acme.build.ctx, onCompany('manage API keys'), async (tx) => {
      const pending = askWith(world, secret, mutationDocument('createMetric'), { input })
      await eventually(async () => (await waiting()) > 0)
      await tx.manager.query('UPDATE api_key SET revoked_at = $3 WHERE company_id = $1 AND id = $2', [
        ...[acme.id, id],
        tx.at,
      ])
      tx.record({ action: 'revokeApiKey', nodeId: null, entityId: id, before: null, after: null })
      return { pending }
    })
    const answer = await late.pending
    expect([answer.data, codesOf(answer)]).toEqual([null, ['UNAUTHENTICATED']])
    expect(await acme.audit()).toEqual(['createApiKey', 'revokeApiKey'])
  })

  async function waiting(): Promise<number> {
    const [row] = await world.database.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'`,
    )
    return row.count
  }
})
