import { readFileSync } from 'node:fs'
import { seedDemoCompany } from '../../server/seed/demo-company.js'
import { DEMO_COMPANY } from '../../server/seed/demo-organisation.js'
import { givenOf } from '../support/documentation/given.js'
import { markdownPage, readMarkdownPages } from '../support/documentation/markdown-page.js'
import {
  brokenLinks,
  codesLeftOut,
  namesOfTheSystem,
  unknownFigures,
  unknownNames,
  wrongDocuments,
} from '../support/documentation/mistakes.js'
import { importAsShown } from '../support/documentation/run-imports.js'
import { sampleProject, type SampleProject } from '../support/documentation/run-samples.js'
import { placeOf, shownBy, TELL } from '../support/documentation/tell-sample.js'
import { overview, type Shown } from '../support/overview.js'
import { existingCompany, type TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

const PAGES = readMarkdownPages()
const FOR_USERS = PAGES.filter(({ path }) => path === 'README.md' || path.startsWith('docs/'))
const OF_DOCS = FOR_USERS.filter(({ path }) => path !== 'README.md')
const IN_TYPESCRIPT = FOR_USERS.flatMap(({ samples }) => samples.filter(({ language }) => language === 'ts'))
const page = (path: string) => PAGES.find((one) => one.path === path)!

/** What the first sample of the SDK takes for granted. */
const OF_THE_READER = `
  declare const url: string, id: string, metricId: string
  declare const session: { renew(): Promise<string>; current(): string }
  declare const show: (...words: string[]) => void
  declare const greet: typeof show
`

let world: World
let demo: TestCompany
let project: SampleProject

beforeAll(async () => {
  world = await startWorld()
  demo = await existingCompany(await seedDemoCompany(world.database, new Date()))
  project = sampleProject()
})
afterAll(async () => {
  await world.stop()
  project.remove()
})

describe('a sample', () => {
  it('of TypeScript compiles, in a project with the packed SDK', async () => {
    const acme = await world.workedExample()
    const given = [await givenOf(world, demo, DEMO_COMPANY), await givenOf(world, acme, 'ACME')]
    const ofSdk = page('sdk/README.md').samples.find(({ language }) => language === 'ts')!
    const first = { ...ofSdk, text: OF_THE_READER + ofSdk.text }
    await project.compile([...IN_TYPESCRIPT, first], [...new Set(given.flatMap(Object.keys))])
  })

  const runnable = FOR_USERS.filter(({ samples }) => samples.length > 0)
  it.each(runnable.map(({ path, samples }) => [path, samples] as const))(
    'of %s does what it says',
    async (_path, samples) => {
      const acme = await world.workedExample()
      await importAsShown(samples)
      for (const sample of samples) {
        const tell = TELL[sample.language]
        if (tell === undefined) continue
        const [company, name] =
          sample.about === 'ACME' ? ([acme, 'ACME'] as const) : ([demo, DEMO_COMPANY] as const)
        const given = await givenOf(world, company, name)
        const told = await tell(sample, { world, project, company, given })
        if (told !== undefined)
          expect(`${placeOf(sample)}\n${told}`).toBe(`${placeOf(sample)}\n${shownBy(sample)}`)
      }
    },
  )
})

describe('the pages', () => {
  const known = namesOfTheSystem(FOR_USERS)

  it('lead nowhere but to what is there', () => {
    expect(brokenLinks(PAGES)).toEqual([])
  })

  it('ask for nothing that is not in the schema', () => {
    expect(wrongDocuments(FOR_USERS)).toEqual([])
  })

  it('name no code, setting, field, function or command that does not exist', () => {
    expect(unknownNames(OF_DOCS, known)).toEqual([])
  })

  it('tell what is in the present version of the SDK', () => {
    const { version } = JSON.parse(readFileSync('sdk/package.json', 'utf8')) as { version: string }
    expect(page('sdk/CHANGELOG.md').text).toContain(`\n## ${version}\n`)
  })

  it('tell of every field that an error of the SDK has', () => {
    const fields = readFileSync('sdk/errors.ts', 'utf8').matchAll(/declare readonly (\w+)/g)
    expect([...page('sdk/README.md').codes]).toEqual(
      expect.arrayContaining([...fields].map(([, field]) => field)),
    )
  })

  it('tell of every error code', () => {
    expect(codesLeftOut(page('docs/reference/error-codes.md'), 'ErrorCode', 'UserErrorCode')).toEqual([])
  })

  it('name no large figure that is not among the limits or settings', () => {
    const texts = ['limits', 'settings'].map((name) => page(`docs/reference/${name}.md`).text)
    expect(unknownFigures(FOR_USERS, texts)).toEqual([])
  })

  it('show in one table what is in force in the worked example', async () => {
    const nodes = await overview(world, (await world.workedExample()).admin)
    const [head, , ...rows] = page('docs/concepts/inheritance.md').rows.filter((row) => row.length === 4)
    expect(head).toEqual(['Node', '`PRIMARY`', '`SECONDARY`', 'Dormant'])
    expect(rows).toEqual(Object.entries(nodes).map(([name, shown]) => [name, ...cellsOf(shown)]))
  })
})

describe('the checks of the pages catch', () => {
  const planted = (text: string) => [markdownPage('docs/planted.md', text)]

  it.each(['[a page](nowhere.md)', '[a heading](http.md#nowhere)', '[below](#nowhere)'])(
    'the link %s',
    (text) => {
      expect(brokenLinks([...planted(text), ...PAGES])).toEqual([expect.stringMatching(/^docs.planted/)])
    },
  )

  it('a document with a field that is not there', () => {
    const document = '```graphql\n{ company { motto } }\n```'
    expect(wrongDocuments(planted(document))).toEqual([
      'docs/planted.md:1: Cannot query field "motto" on type "Company".',
    ])
  })

  it.each(['`NO_SUCH_CODE`', '`FORBIDEN`', '`noSuchField`', '`npm run nothing`'])('the name %s', (text) => {
    expect(unknownNames(planted(text), namesOfTheSystem(FOR_USERS))).toHaveLength(1)
  })

  it('a code that is left out, and a figure that is none of ours', () => {
    expect(codesLeftOut(planted('`LOCKED`')[0]!, 'KeyMetricRuleDormancyReason')).toContain('LOCKED_BY')
    expect(unknownFigures(planted('At most 12,345 of them.'), ['at most 12,346'])).toEqual([
      'docs/planted.md: 12,345',
    ])
  })
})

/** As the table of the worked example says it. */
function cellsOf({ shows, dormant }: Shown): string[] {
  const ofKind = (kind: string) =>
    shows
      .map((line) => line.split(' ') as [string, string, string, string])
      .filter(([itsKind]) => itsKind === kind)
      .map(([, key, at, status]) => {
        const from = `${key} of ${at.slice(1)}`
        return { OWN: `${key} own`, REINSTATED: `${from} reinstated` }[status] ?? from
      })
      .join(', ')
  return [ofKind('PRIMARY'), ofKind('SECONDARY'), dormant.join(', ')]
}
