import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'relay-'))))
afterEach(() => rm(folder, { recursive: true }))

/** Compiles the documents of one component, as an application with Relay does; answers what was made, or else said. */
async function compiled(name: string, ...documents: string[]) {
  await copyFile('schema.graphql', join(folder, 'schema.graphql'))
  await mkdir(join(folder, 'src'))
  const tags = documents.map((document) => `graphql\`${document}\``)
  await writeFile(join(folder, 'src', `${name}.js`), tags.join('\n'))
  const config = { src: './src', schema: './schema.graphql', language: 'javascript', noSourceControl: true }
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config))
  const { passes, says } = await compile()
  return passes ? (await readdir(join(folder, 'src', '__generated__'))).sort() : [says]
}

function compile(): Promise<{ passes: boolean; says: string }> {
  const compiler = join(process.cwd(), 'node_modules/relay-compiler/cli.js')
  return new Promise((resolve) =>
    execFile(process.execPath, [compiler, 'relay.config.json'], { cwd: folder }, (error, out, err) =>
      resolve({ passes: error === null, says: out + err }),
    ),
  )
}

const MEMBERS = `fragment TeamPage_team on Team
    @refetchable(queryName: "TeamPageMembersQuery")
    @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
  name
  members(first: $first, after: $after) @connection(key: "TeamPage_members") { edges { node { name } } }
}`
const PAGE = 'query TeamPageQuery($id: ID!) { node(id: $id) { ...TeamPage_team @alias(as: "team") } }'

describe('the compiler of Relay compiles', () => {
  it('a list that is read page by page, with the query for the next page', async () => {
    const made = await compiled('TeamPage', PAGE, MEMBERS)
    expect(made).toEqual([
      'TeamPageMembersQuery.graphql.js',
      'TeamPageQuery.graphql.js',
      'TeamPage_team.graphql.js',
    ])
    const next = await readFile(join(folder, 'src/__generated__/TeamPageMembersQuery.graphql.js'), 'utf8')
    expect(next).toContain('node(id: $id)')
    expect(next).toContain('"filters": null')
    expect(next).toContain('hasNextPage')
  })

  it('a fragment that is read anew by itself', async () => {
    const made = await compiled(
      'Metrics',
      'fragment Metrics_node on OrgNode @refetchable(queryName: "MetricsAgainQuery") { id effectiveKeyMetrics { label } }',
    )
    expect(made).toEqual(['MetricsAgainQuery.graphql.js', 'Metrics_node.graphql.js'])
  })

  it('a mutation, and reading on after it', async () => {
    const made = await compiled(
      'Hide',
      `mutation HideMutation($input: HideKeyMetricInput!) {
        hideKeyMetric(input: $input) {
          node { id version }
          userErrors { code message path }
          query { viewer { name } }
        }
      }`,
    )
    expect(made).toEqual(['HideMutation.graphql.js'])
  })

  it('nothing that the schema has not (it does look)', async () => {
    const made = await compiled('Wrong', 'query WrongQuery { viewer { shoeSize } }')
    expect(made).toEqual([expect.stringContaining('shoeSize')])
  })
})
