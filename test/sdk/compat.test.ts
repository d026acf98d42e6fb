import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'compat-'))))
afterEach(() => rm(folder, { recursive: true }))

interface Planted {
  readonly change?: (sdl: string) => string
  readonly accepted?: Readonly<Record<string, string>>
}

/** What is said of the schema after `change`, when what it is at present has been released. */
async function checked({ change = (sdl) => sdl, accepted = {} }: Planted) {
  const [sdl, compat, schema] = [
    await readFile('schema.graphql', 'utf8'),
    join(folder, 'compat'),
    join(folder, 'new'),
  ]
  await cp('sdk/generated/documents.json', join(compat, '1.2.0', 'documents.json'))
  await writeFile(join(compat, '1.2.0', 'schema.graphql'), sdl)
  await writeFile(join(compat, 'accepted.json'), JSON.stringify(accepted))
  await writeFile(schema, change(sdl))
  const env = { ...process.env, SDK_COMPAT: compat, SDK_SCHEMA: schema }
  return new Promise<{ passes: boolean; says: string }>((resolve) =>
    execFile(process.execPath, ['sdk/scripts/compat.mjs'], { env }, (error, out, err) =>
      resolve({ passes: error === null, says: out + err }),
    ),
  )
}

/** The schema with another name where there was this one: what was there is gone. */
const renamed = (name: RegExp) => (sdl: string) => {
  expect(sdl).toMatch(name)
  return sdl.replace(name, '$1Renamed$2')
}

describe('a schema that was released', () => {
  it('may stay as it is, and may gain types, fields and arguments that need not be given', async () => {
    const change = (sdl: string) =>
      `${sdl.replace('type Query {', 'type Query {\n  more(than: Int): More\n')}\ntype More { enough: Int }`
    expect(await checked({ change })).toEqual({
      passes: true,
      says: 'schema.graphql keeps what was released: 1.2.0.\n',
    })
  })

  it('may not lose what an installed SDK asks for', async () => {
    const { passes, says } = await checked({ change: renamed(/^( {2}inheritsKeyMetrics)(:)/gm) })
    expect(passes).toBe(false)
    expect(says).toMatch(
      /AddKeyMetric of 1\.2\.0: Cannot query field "inheritsKeyMetrics" on type "OrgNode"\./,
    )
  })

  it('may not lose a value or ask for more, even where the SDK does not feel it', async () => {
    const { passes, says } = await checked({
      change: (sdl) => renamed(/^( {2}NO_DATA)(\n)/m)(sdl).replace('  node(', '  node(\n    why: Int!\n'),
    })
    expect(passes).toBe(false)
    expect(says).toMatch(/Enum value 'NO_DATA' was removed from enum '\w+'\. If it must be, say why/)
    expect(says).toMatch(
      /Required argument 'why' was added|Argument 'why: Int!' added to field 'Query\.node'/,
    )
  })

  it('may be broken on purpose by whoever says why, and only as long as it is so', async () => {
    const change = renamed(/^( {2}totalCount)(: Int!)/m)
    const { says } = await checked({ change })
    const path = /say why in accepted\.json at "([\w.]+)"/.exec(says)?.[1]
    expect(path).toBe('ActivityConnection.totalCount')
    const accepted = { 'ActivityConnection.totalCount': 'Nobody could wait for it.' }
    expect((await checked({ change, accepted })).passes).toBe(true)
    expect(await checked({ accepted })).toEqual({
      passes: false,
      says: expect.stringContaining(
        'accepted.json excuses ActivityConnection.totalCount, which is not broken since 1.2.0: remove the line.',
      ) as string,
    })
  })
})
