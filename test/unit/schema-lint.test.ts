import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `npm run lint` says of a schema by one of its rules. */
async function findingsIn(sdl: string, rule: string): Promise<string[]> {
  const folder = mkdtempSync(join('.data', 'linted-'))
  const file = join(folder, 'schema.graphql')
  writeFileSync(file, sdl)
  try {
    const findings = await lint(file)
    return findings.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Finding {
  readonly ruleId: string
  readonly message: string
}

function lint(file: string): Promise<Finding[]> {
  const eslint = [
    'node_modules/eslint/bin/eslint.js',
    '--config',
    'eslint.schema.config.js',
    '-f',
    'json',
    file,
  ]
  const env = { ...process.env, LINTED_SCHEMA: file }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, eslint, { env }, (error, stdout, stderr) => {
      if (stdout === '') return reject(new Error(stderr, { cause: error }))
      const [report] = JSON.parse(stdout) as { messages: Finding[] }[]
      resolve(report!.messages)
    })
  })
}

/** What is said of fields that are deprecated for these reasons. */
function deprecationsIn(reasons: readonly string[]): Promise<string[]> {
  const fields = reasons.map((reason, n) => `f${n}: Int @deprecated(reason: ${JSON.stringify(reason)})`)
  return findingsIn(`type Query { ${fields.join(' ')} }`, 'key-metrics/deprecation')
}

const FORM = 'Use `Team.leads`. Deprecated on 2026-11-28, removed on 2027-06-01 at the earliest.'

describe('the lint of the schema', () => {
  it('has nothing to say of a deprecation with a replacement and half a year to change over', async () => {
    const days = 'Deprecated on 2026-11-28, removed on 2027-05-27 at the earliest.'
    expect(await deprecationsIn([FORM, `Use \`Query.new\`, which counts all. ${days}`])).toEqual([])
  })

  it('refuses a deprecation that names no replacement or no day', async () => {
    const wrong = [
      'No longer supported',
      'Use something else. Deprecated on 2026-11-28, removed on 2027-06-01 at the earliest.',
      'Use `Query.new`. Removed on 2027-06-01 at the earliest.',
      'Use `Query.new`. Deprecated on 2026-11-28, removed on 2027-13-45 at the earliest.',
    ]
    expect(await deprecationsIn(wrong)).toEqual(
      wrong.map((reason) => `"${reason}" is not of the form "${FORM}"`),
    )
  })

  it('refuses a deprecation that leaves less than 180 days', async () => {
    const reason = 'Use `Query.new`. Deprecated on 2026-11-28, removed on 2027-05-26 at the earliest.'
    expect(await deprecationsIn([reason])).toEqual([
      `"${reason}" leaves 179 days; at least 180 are promised.`,
    ])
  })

  it('finds what has no description, a connection that is none, a type that nothing leads to', async () => {
    const sdl = `
      type Query { a(first: Int, after: String): AConnection }
      type AConnection { nodes: [Int!]! }
      type B { c: Int }
      enum ErrorCode { A }`
    expect(await findingsIn(sdl, '@graphql-eslint/require-description')).toContain(
      'Description is required for type "AConnection"',
    )
    expect(await findingsIn(sdl, '@graphql-eslint/relay-connection-types')).toEqual([
      'Connection type must contain a field `edges` that return a list type.',
      'Connection type must contain a field `pageInfo` that return a non-null `PageInfo` Object type.',
    ])
    expect(await findingsIn(sdl, 'key-metrics/no-unreachable-types')).toEqual([
      'Object type `B` is unreachable.',
    ])
  })
})
