import { execFile } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { describeInBrowser } from '../../support/browser.js'
import { furnish, partnerProject } from '../../support/packed-sdk.js'
import { exerciseAtTheEdge, exerciseInBrowser, NODES, serveFolder } from '../../support/sdk-runtimes.js'
import { inWorld } from '../../support/world.js'

// Packing, installing, generating and compiling take their time on a machine that has other things to do.

const ROOT = join(__dirname, '../../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

let project: string
let page: { origin: string; stop: () => void }
const world = inWorld(async () => {
  project = partnerProject()
  page = await serveFolder(project)
  return { corsOrigins: [page.origin] }
})
afterAll(() => {
  page.stop()
  rmSync(project, { recursive: true })
})

/** What a program of the project, or a tool that is installed here, writes; what it says when it fails. */
async function run(program: string, ...args: string[]): Promise<string> {
  const outcome = promisify(execFile)(program, args, { cwd: project })
  const { stdout } = await outcome.catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`)
  })
  return stdout
}
const node = (...args: string[]) => run(process.execPath, ...args)
const tool = (file: string, ...args: string[]) => node(join(ROOT, 'node_modules', file), ...args)

describe('the packed SDK runs', () => {
  beforeAll(() => furnish(project, 'runtimes'))

  async function target() {
    const names = ['Bo', 'Cy', 'Di']
    const acme = await world.company({ teams: ['OSLO'], metrics: ['REV'], keyMetrics: ['REV'] })
    const [nodeId, metricId] = [acme.node('OSLO'), acme.metric('REV')]
    await acme.build.people(names.map((name) => ({ email: `${name}@${acme.id}.test`, name, teamId: nodeId })))
    return { url: `${world.url}/graphql`, token: await world.token(acme.admin), nodeId, metricId }
  }
  const SEEN = {
    ...{ name: 'OSLO', members: ['Bo', 'Cy', 'Di', 'Mia Member'], happened: ['response', 'failure'] },
    ...{ conflict: true, isFirst: true, disappeared: ['REV'] },
    ...{ stranger: 'AuthError UNAUTHENTICATED', aborted: 'AbortedError enough' },
  }

  it.each(NODES)('in %s, as either kind of module', async (_, program) => {
    for (const module of ['import.mjs', 'require.cjs'])
      expect(JSON.parse(await run(program, module, JSON.stringify(await target())))).toEqual(SEEN)
  })

  it('in an edge runtime', async () => {
    expect(await exerciseAtTheEdge(project, await target())).toEqual(SEEN)
  })

  describeInBrowser('in Chromium', () => {
    it('from the files as they are', async () => {
      expect(await exerciseInBrowser(page.origin, await target())).toEqual(SEEN)
    })
  })
})

describe('a partner’s own documents', () => {
  beforeAll(async () => {
    furnish(project, 'partner', [
      ...['graphql', '@graphql-codegen', '@graphql-typed-document-node', 'typescript'],
      ...['gql.tada', '@gql.tada', '@0no-co'],
    ])
    const types = read('test/types/sdk.types.ts')
    const packed = types.replace(/'..\/..\/sdk\/(\w+)\.js'/g, (_, entry: string) =>
      entry === 'index' ? `'@keymetrics/sdk'` : `'@keymetrics/sdk/${entry}'`,
    )
    writeFileSync(join(project, 'src/sdk.types.ts'), packed)
    await Promise.all([
      tool('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--silent'),
      tool('gql.tada/bin/cli.js', 'generate', 'output'),
    ])
  })

  it.each([
    ['5.9', 'ts59'],
    ['6.0', 'typescript'],
    ['7.0', 'ts7'],
  ])('compile where they should, and nowhere else, with TypeScript %s', async (version, compiler) => {
    expect(await tool(`${compiler}/bin/tsc`, '--version')).toContain(`Version ${version}.`)
    expect(await tool(`${compiler}/bin/tsc`, '--noEmit')).toBe('')
  })

  it('need nothing of the declarations that is not there, or not for TypeScript', async () => {
    expect(await tool('ts7/bin/tsc', '--noEmit', '--skipLibCheck', 'false')).toBe('')
  })

  it('are answered, with types by the one-line preset and by gql.tada', async () => {
    const acme = await world.workedExample()
    await tool('ts7/bin/tsc')
    const token = await world.token(acme.admin)
    const said = await node(
      'out/main.js',
      `${world.url}/graphql`,
      token,
      acme.node('SALES'),
      acme.node('OSLO'),
    )
    expect(JSON.parse(said)).toEqual([
      'SALES: LONDON, OSLO',
      expect.arrayContaining(['PRIMARY']),
      expect.stringMatching(/^OSLO \d+$/),
      'Ada Admin',
    ])
  })

  it('have the schema of the server, whatever was left out of its text', () => {
    const printed = (sdl: string) => printSchema(lexicographicSortSchema(buildSchema(sdl)))
    const packed = join(project, 'node_modules/@keymetrics/sdk/dist/schema.graphql')
    expect(printed(readFileSync(packed, 'utf8'))).toBe(printed(read('schema.graphql')))
  })
})
