import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createClient, getViewer } from '../../sdk/index.js'
import { createLog } from '../../server/platform/log.js'
import { codesOf } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'
import { METRICS_TOKEN, metricsOf } from '../support/metrics.js'

const lines: string[] = []
const log = createLog('info', { write: (line: string) => void lines.push(line) })

let off: World
let watching: World
let strict: World
let acme: TestCompany

beforeAll(async () => {
  off = await startWorld()
  watching = await startWorld(undefined, { trustedDocuments: 'log', log, metricsAccess: METRICS_TOKEN })
  strict = await startWorld(undefined, { trustedDocuments: 'require' })
  acme = await off.company()
})
afterAll(() => Promise.all([off, watching, strict].map((world) => world.stop())))

const OWN = '{ viewer { name } } # made up'
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The text and the hash of an operation of the SDK, as the manifest that comes with it has them. */
async function ofSdk(operation: string): Promise<{ hash: string; text: string }> {
  const manifest = JSON.parse(await readFile('sdk/generated/documents.json', 'utf8')) as Record<
    string,
    string
  >
  const [hash, text] = Object.entries(manifest).find(([, text]) => text.startsWith(`query ${operation}`))!
  return { hash, text }
}

/** A request that names its document instead of sending it, or does both. */
async function byHash({ url, token }: World, sha256Hash: unknown, query?: string, version = 1) {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token(acme.admin)}` },
    body: JSON.stringify({ query, extensions: { persistedQuery: { version, sha256Hash } } }),
  })
  const { data, errors = [] } = (await response.json()) as { data?: unknown; errors?: { message: string }[] }
  return { status: response.status, data, codes: codesOf({ errors }), message: errors[0]?.message }
}

describe('a server that requires trusted documents', () => {
  it('answers the operations of the SDK, as they are', async () => {
    const km = createClient({ url: `${strict.url}/graphql`, token: await strict.token(acme.admin) })
    expect((await getViewer(km, {}))?.name).toBe('Ada Admin')
  })

  it('answers those of released versions, which are kept', async () => {
    const kept = JSON.parse(await readFile('sdk/compat/0.1.0/documents.json', 'utf8')) as object
    const viewer = Object.values(kept as Record<string, string>).find((text) =>
      text.startsWith('query GetViewer'),
    )!
    expect((await strict.run(acme.admin, viewer)).errors).toEqual([])
  })

  it.each([OWN, '{ __schema { queryType { name } } }', 'mutation { nothing }', `{ ${'a '.repeat(30)} }`])(
    'refuses any other before it is looked into: %.50s',
    async (document) => {
      const { status, errors, data } = await strict.run(acme.admin, document)
      expect({ status, errors, data }).toEqual({
        status: 400,
        errors: [
          {
            message: `This server answers known documents only, and ${sha256(document)} is none. Use an operation of the SDK, or ask the operator.`,
            extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
          },
        ],
        data: undefined,
      })
    },
  )

  it('does not learn: what is sent with its hash is as unknown as before', async () => {
    expect((await byHash(strict, sha256(OWN), OWN)).codes).toEqual(['DOCUMENT_NOT_TRUSTED'])
    expect((await byHash(strict, sha256(OWN))).codes).toEqual(['PERSISTED_QUERY_NOT_FOUND'])
  })
})

it('a server that watches answers all, counts and notes what is not trusted, and not what is', async () => {
  const { text } = await ofSdk('GetViewer')
  expect((await watching.run(acme.admin, text)).errors).toEqual([])
  expect(lines.join('')).not.toContain('not trusted')
  expect((await watching.run(acme.admin, OWN)).data).toEqual({ viewer: { name: 'Ada Admin' } })
  expect(lines.join('')).toContain(sha256(OWN))
  expect(lines.join('')).not.toContain('made up')
  expect(await metricsOf(watching)).toContain('key_metrics_untrusted_documents_total 1\n')
})

describe('a document named by its hash', () => {
  it('is answered at once when the SDK has it', async () => {
    const { hash } = await ofSdk('GetViewer')
    for (const world of [off, watching, strict])
      expect(await byHash(world, hash)).toMatchObject({
        status: 200,
        data: { viewer: { name: 'Ada Admin' } },
      })
  })

  it('is asked for when it is not known, and known once it was sent along', async () => {
    expect(await byHash(off, sha256(OWN))).toMatchObject({
      codes: ['PERSISTED_QUERY_NOT_FOUND'],
      message: 'PersistedQueryNotFound',
    })
    expect((await byHash(off, sha256(OWN), OWN)).codes).toEqual([])
    expect((await byHash(off, sha256(OWN))).data).toEqual({ viewer: { name: 'Ada Admin' } })
  })

  it.each([
    ['another hash than that of its text', ['0'.repeat(64), OWN, 1]],
    ['a version that there is not', [sha256(OWN), OWN, 2]],
  ] as const)('with %s is refused, and no fault of ours', async (_, [hash, text, version]) => {
    const { status, codes, message } = await byHash(off, hash, text, version)
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] })
    expect(message).toMatch(
      /^extensions\.persistedQuery: .+; expected version 1 and the SHA-256 of the query\.$/,
    )
  })
})
