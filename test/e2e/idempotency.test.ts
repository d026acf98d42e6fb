import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { activityCompany, viewer } from '../support/activity-company.js'
import { inEachTest } from '../support/world.js'
import { age, askingIn, callsOf, logCall, newKey, sha256Of, type Asked } from '../support/with-key.js'

const { world, acme } = inEachTest(activityCompany)

const ask = (asked: Asked) => askingIn(world, acme)(asked)
const logged = () => callsOf(world, acme)
const call = () => logCall(acme, acme.person('pia@acme.test'))

const CREATE = `mutation ($input: CreateMetricInput!) {
  createMetric(input: $input) { metric { id key name } userErrors { code message } } }`
const metric = (key: string) => ({
  document: CREATE,
  variables: { input: { key, name: key, unit: 'COUNT', defaultKind: 'PRIMARY' } },
})

describe('a mutation that is sent again with the same Idempotency-Key', () => {
  it('is answered as it was, byte for byte, whatever has changed since, and done once', async () => {
    const key = newKey()
    const first = await ask({ key, ...call() })
    await ask(call())
    const again = await ask({ key, ...call() })
    expect({ text: again.text, status: again.status }).toEqual({ text: first.text, status: 200 })
    expect([first.isReplayed, again.isReplayed]).toEqual([false, true])
    expect(await logged()).toBe(2)
  })

  it('is refused as it was, though it could be done by now', async () => {
    await ask(metric('LATE'))
    const key = newKey()
    const first = await ask({ key, ...metric('LATE') })
    expect(first.text).toContain('DUPLICATE')
    await world.database.query(
      `WITH renamed AS (UPDATE metric SET key = 'OTHER' WHERE company_id = $1 AND key = 'LATE')
       UPDATE company SET config_version = config_version + 1, changed_at = now() WHERE company_id = $1`,
      [acme.id],
    )
    expect((await ask({ key, ...metric('LATE') })).text).toBe(first.text)
    expect((await ask({ key: newKey(), ...metric('LATE') })).text).not.toContain('DUPLICATE')
  })

  it('is done once with all its fields, each of which is a change of its own', async () => {
    const { document, variables } = metric('A')
    const both = {
      document: document
        .replace('userErrors', 'userErrors')
        .replace(
          /}$/,
          ` again: createMetric(input: { key: "B", name: "B", unit: "COUNT", defaultKind: PRIMARY }) { metric { key } } }`,
        ),
      variables,
    }
    const key = newKey()
    const first = await ask({ key, ...both })
    expect(first.data).toMatchObject({
      createMetric: { metric: { key: 'A' } },
      again: { metric: { key: 'B' } },
    })
    expect((await ask({ key, ...both })).text).toBe(first.text)
    expect(await acme.audit()).toEqual(expect.arrayContaining(['createMetric', 'createMetric']))
  })

  it('is done anew after 24 hours', async () => {
    const key = newKey()
    const first = await ask({ key, ...call() })
    await age(world, acme, '23 hours 59 minutes')
    expect((await ask({ key, ...call() })).text).toBe(first.text)
    await age(world, acme, '1 minute')
    const later = await ask({ key, ...call() })
    expect(later.isReplayed).toBe(false)
    expect(await logged()).toBe(2)
    expect((await ask({ key, ...call() })).text).toBe(later.text)
  })
})

describe('a key', () => {
  it.each([
    ['another document', { document: '# once more\n' }],
    ['other variables', { variables: { input: {} } }],
    ['another person', { by: 'lea' }],
  ])('that was sent before with %s is refused', async (_, other) => {
    const key = newKey()
    const { document, variables } = call()
    await ask({ key, document, variables })
    const { by, ...changed } = { document: '', ...other } as { by?: string; document: string }
    const asked = {
      ...{ key, variables },
      ...changed,
      document: changed.document + document,
      ...(by && { by: viewer(acme, by) }),
    }
    if ('variables' in other)
      asked.variables = { input: { ...variables.input, quantity: '2' } } as typeof variables
    const { status, codes, isReplayed } = await ask(asked)
    expect({ status, codes, isReplayed }).toEqual({
      ...{ status: 422, codes: ['IDEMPOTENCY_KEY_REUSED'], isReplayed: false },
    })
    expect(await logged()).toBe(1)
  })

  it('is of one company: another that makes up the same has its own', async () => {
    const key = newKey()
    await ask({ key, ...call() })
    const other = await activityCompany(world)
    const { text, status } = await askingIn(
      world,
      other,
    )({
      key,
      ...logCall(other, other.person('pia@acme.test')),
    })
    expect(status).toBe(200)
    expect(text).not.toContain('IDEMPOTENCY')
    expect(await callsOf(world, other)).toBe(1)
  })

  it.each([
    ['a b', 'a space or another character that is not visible ASCII'],
    ['a, b', 'a comma and a space, as if it had been sent twice'],
    ['x'.repeat(256), '256 characters'],
    ['ÿ', 'a space or another character that is not visible ASCII'],
  ])('of the form %.10j is refused', async (key, found) => {
    const { status, errors } = await ask({ key, ...call() })
    expect({ status, errors }).toEqual({
      status: 400,
      errors: [
        {
          message: `The Idempotency-Key has ${found}; expected 1 to 255 visible characters, such as a random UUID.`,
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    })
    expect(await logged()).toBe(0)
  })

  it('may have 255 characters', async () => {
    const key = 'x'.repeat(255)
    const first = await ask({ key, ...call() })
    expect((await ask({ key, ...call() })).text).toBe(first.text)
    expect(await logged()).toBe(1)
  })

  it('costs two statements, none to a query, and one without the change to what is answered again', async () => {
    const key = newKey()
    await ask(call())
    const without = await ask(call())
    const first = await ask({ key, ...call() })
    expect(first.statements).toHaveLength(without.statements.length + 2)
    const query = { document: '{ viewer { name } }' }
    expect((await ask({ key, ...query })).statements).toEqual((await ask(query)).statements)
    const about = ({ statements }: Awaited<ReturnType<typeof ask>>) =>
      statements.filter((statement) => statement.includes('idempotent_request'))
    expect(about(await ask({ key, ...call() }))).toHaveLength(2)
    expect(about(without)).toEqual([])
  })

  it('is kept nowhere, and neither is what an answer shows once: both are needed to read it', async () => {
    const key = newKey()
    const document = `mutation { createApiKey(input: { name: "CRM", scopes: [READ_PEOPLE] }) { secret } }`
    const first = await ask({ key, document })
    const { secret } = (first.data as { createApiKey: { secret: string } }).createApiKey
    expect((await ask({ key, document })).text).toBe(first.text)
    const [{ row }] = await world.database.query<[{ row: string }]>(
      `SELECT string_agg(r::text, '') AS row FROM idempotent_request r WHERE company_id = $1`,
      [acme.id],
    )
    expect(row).toContain(sha256Of(key).toString('hex'))
    for (const text of [key, secret, secret.slice(25, 60)]) {
      expect(row).not.toContain(text)
      expect(row).not.toContain(Buffer.from(text).toString('hex'))
    }
  })

  it('that has expired is taken away by whoever brings the next, a hundred at a time', async () => {
    await world.database.query(`DELETE FROM idempotent_request WHERE at < now() - interval '24 hours'`)
    await world.database.query(
      `INSERT INTO idempotent_request (company_id, key_sha256, request_sha256, attempt, at)
       SELECT $1, sha256(n::text::bytea), sha256(''), $2, now() - interval '25 hours' FROM generate_series(1, 150) n`,
      [acme.id, randomUUID()],
    )
    const known = async () => {
      const [row] = await world.database.query<[{ count: string }]>(
        `SELECT count(*) FROM idempotent_request WHERE company_id = $1`,
        [acme.id],
      )
      return Number(row.count)
    }
    await ask({ key: newKey(), ...call() })
    expect(await known()).toBe(51)
    await ask({ key: newKey(), ...call() })
    expect(await known()).toBe(2)
  })
})

describe('of many at once with one key', () => {
  const sixteen = (asked: Asked) => Promise.all(Array.from({ length: 16 }, () => ask(asked)))

  it.each([
    ['adds a fact', call],
    ['changes the configuration', () => metric('ONCE')],
  ])('one %s, and all are answered alike', async (_, asked) => {
    const before = await logged()
    const answers = await sixteen({ key: newKey(), ...asked() })
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]!.errors).toEqual([])
    expect(answers.filter(({ isReplayed }) => !isReplayed)).toHaveLength(1)
    const made = (await acme.audit()).filter((action) => ['logActivity', 'createMetric'].includes(action))
    expect(made).toHaveLength(1)
    expect(await logged()).toBeLessThanOrEqual(before + 1)
  })

  it('those with keys of their own are done one after the other, and none waits for another for ever', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => ask({ key: newKey(), ...metric(`M${n}`) })),
    )
    expect(answers.flatMap(({ codes }) => codes)).toEqual([])
    expect((await acme.audit()).filter((action) => action === 'createMetric')).toHaveLength(6)
  })

  it('those that cannot wait any longer are told to come again, and nothing is done twice', async () => {
    const key = newKey()
    const client = new pg.Client({ connectionString: (world.database.options as { url: string }).url })
    await client.connect()
    await client.query('BEGIN')
    await client.query(
      `INSERT INTO idempotent_request (company_id, key_sha256, request_sha256, attempt, at)
       VALUES ($1, $2, sha256(''), $3, now())`,
      [acme.id, sha256Of(key), randomUUID()],
    )
    const { status, codes, headers } = await ask({ key, ...call() })
    await client.query('ROLLBACK')
    await client.end()
    expect({ status, codes, retryAfter: headers.get('retry-after') }).toEqual({
      ...{ status: 409, codes: ['IDEMPOTENCY_IN_PROGRESS'], retryAfter: '1' },
    })
    expect((await ask({ key, ...call() })).codes).toEqual([])
    expect(await logged()).toBe(1)
  })
})
