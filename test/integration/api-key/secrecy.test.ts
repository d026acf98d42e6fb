import { createLog } from '../../../server/platform/log.js'
import { askWith, changeKey, keyCompany, keyWith, withoutNoting } from '../../support/api-key.js'
import { inWorld } from '../../support/world.js'

const lines: string[] = []
const world = inWorld({ log: createLog('trace', { write: (line: string) => void lines.push(line) }) })

/** All that is stored of a company, and of none, as text: also the bytes of a bytea that would spell something. */
async function everyRow(companyId: string): Promise<string> {
  const tables = await world.database.query<{ rows: string }[]>(
    `SELECT relname || CASE WHEN a.attname IS NULL THEN ' t' ELSE ' t WHERE company_id = $1' END AS rows
       FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id'
      WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  )
  const texts = await Promise.all(
    tables.map(async ({ rows }) => {
      const [row] = await world.database.query<[{ text: string | null }]>(
        `SELECT string_agg(t::text, chr(10)) AS text FROM ${rows}`,
        rows.endsWith('$1') ? [companyId] : [],
      )
      return row.text ?? ''
    }),
  )
  return texts.join('\n')
}

it('what a key says is nowhere but in the one answer: in no table, no log line and no audit entry', async () => {
  const acme = await keyCompany(world)
  const { id, secret: first } = await keyWith(world, acme, ['READ_ORGANIZATION', 'WRITE_METRICS'])
  const { secret: second } = await changeKey(world, acme.admin, 'rotateApiKey', {
    apiKeyId: id,
    expectedVersion: 1,
  })
  const secrets = [first, second!]
  const input = `input: { key: "NEW", name: "New", unit: "COUNT", defaultKind: PRIMARY }`
  const told: string[] = []
  for (const secret of secrets) {
    for (const document of [
      '{ company { name } }',
      '{ wrong',
      `mutation { createMetric(${input}) { userErrors { code } } }`,
    ])
      told.push((await askWith(world, secret, document)).text)
  }
  const everything = `{ company { apiKeys { nodes { id name secrets { lastCharacters createdAt } } } } }`
  told.push((await world.run(acme.admin, everything)).text)
  await changeKey(world, acme.admin, 'revokeApiKey', { apiKeyId: id, expectedVersion: 2 })
  for (const secret of secrets) told.push((await askWith(world, secret, '{ company { name } }')).text)

  const stored = await everyRow(acme.id)
  // The search would find it: what is stored of the key is found.
  expect(stored).toContain(id)
  expect(stored).toContain('rotateApiKey')
  expect(lines.length).toBeGreaterThan(0)
  for (const secret of secrets) {
    const parts = [secret, secret.slice(25, 68), Buffer.from(secret).toString('hex')]
    for (const part of parts) {
      expect(stored).not.toContain(part)
      expect(lines.join('\n')).not.toContain(part)
      expect(told.join('\n')).not.toContain(part)
    }
  }
})

it('a use that cannot be noted is logged without the key, and the answer is right all the same', async () => {
  const acme = await world.company()
  const { id, secret } = await keyWith(world, acme, ['READ_ORGANIZATION'])
  await withoutNoting(world, acme, id, async () => {
    const { data, headers } = await askWith(world, secret, '{ company { name } }')
    expect(data).toEqual({ company: { name: 'ACME' } })
    const noted = () => lines.find((line) => line.includes('the use of an API key was not noted'))
    while (!noted()) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(noted()).toContain(headers.get('x-request-id'))
    expect(lines.join('\n')).not.toContain(secret)
  })
})
