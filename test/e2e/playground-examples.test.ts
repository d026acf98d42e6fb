import {
  getOperationAST,
  getVariableValues,
  parse,
  buildClientSchema,
  introspectionFromSchema,
} from 'graphql'
import { NO_GROUP } from '../../server/app/example-groups.js'
import { apiSchema } from '../../server/app/schema.js'
import type { PlaygroundExample, PlaygroundSession } from '../../server/platform/http/playground.js'
import type { Measured } from '../../server/platform/graphql/limits/weight.js'
import { essenceOf, sdkCall } from '../../server/playground/sdk-call/sdk-call.js'
import { withSkeleton } from '../../server/playground/skeleton.js'
import { complaintsOf } from '../support/compile.js'
import { seedNeighbour, startPlayground, type RunningPlayground } from '../support/playground-server.js'
import { runDocument } from '../support/run-document.js'

let playground: RunningPlayground
let examples: PlaygroundExample[]
let own: Set<string>
let token: string

beforeAll(async () => {
  playground = await startPlayground()
  const response = await fetch(`${playground.url}/playground/session.json`)
  const session = (await response.json()) as PlaygroundSession
  examples = session.examples
  token = session.people[0]!.token
  own = new Set(examples.map(({ document }) => essenceOf(document)))
})

afterAll(() => playground?.stop())

const server = apiSchema()
/** The schema as the page has it. */
const schema = buildClientSchema(introspectionFromSchema(server))
const variablesOf = ({ variables = '{}' }: PlaygroundExample) =>
  JSON.parse(variables) as Record<string, unknown>

describe('the examples', () => {
  it('are grouped by task, every one of them', () => {
    expect(examples.length).toBeGreaterThan(70)
    expect(examples.filter(({ group }) => group === NO_GROUP)).toEqual([])
    const placed = examples.map(({ name, group }) => `${name}: ${group}`)
    const expected = Object.entries(NEWER).flatMap(([group, names]) =>
      names.map((name) => `${name}: ${group}`),
    )
    expect(placed).toEqual(expect.arrayContaining(expected))
  })

  it('have variables that fit the schema', () => {
    for (const example of examples.filter(({ variables }) => variables !== undefined)) {
      const operation = getOperationAST(parse(example.document))!
      const declared = operation.variableDefinitions ?? []
      const { errors } = getVariableValues(server, declared, variablesOf(example))
      expect([example.name, errors]).toEqual([example.name, undefined])
    }
  })

  it('offer changes that are only tried', () => {
    const tried = examples.filter((example) => (variablesOf(example).input as { dryRun?: boolean })?.dryRun)
    expect(tried.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['MoveNode', 'DeleteNode', 'HideKeyMetric']),
    )
  })
})

describe('the examples of a company', () => {
  const ofCompany = async (company: string) => {
    const response = await fetch(`${playground.url}/playground/session.json?company=${company}`)
    return ((await response.json()) as PlaygroundSession).examples
  }

  it('name what is its own, so that its people are answered', async () => {
    const { companyId, person, team } = await seedNeighbour(playground.database)
    const own = (await ofCompany(companyId)).find(({ name }) => name === 'GetTeam')!
    expect(variablesOf(own)).toEqual({ id: team })
    const { people } = (await (
      await fetch(`${playground.url}/playground/session.json`)
    ).json()) as PlaygroundSession
    const { token } = people.find(({ email }) => email === person)!
    const { data } = await runDocument<{ team: object | null }>(playground.url, {
      ...{ token, document: own.document, variables: variablesOf(own) },
    })
    expect(data.team).not.toBeNull()
  })

  it('are those of the first one where no such company is offered', async () => {
    const inTeam = (offered: PlaygroundExample[]) => offered.find(({ name }) => name === 'GetTeam')
    expect(inTeam(await ofCompany('nothing'))).toEqual(inTeam(examples))
  })
})

describe('an example for which nothing is known', () => {
  it('has what it cannot do without, to be overwritten', () => {
    const skeleton = (name: string) =>
      variablesOf(
        withSkeleton(
          schema,
          examples.find((example) => example.name === name)!,
        ),
      )
    expect(skeleton('LinkPerson')).toEqual({ input: { reference: '…', source: '…', userId: '…' } })
    expect(skeleton('UpdateUser')).toEqual({ input: { expectedVersion: 0, userId: '…' } })
    expect(skeleton('GetViewer')).toEqual({})
  })

  it('has variables that fit the schema, whichever it is', () => {
    for (const example of examples.map((each) => withSkeleton(schema, each))) {
      const declared = getOperationAST(parse(example.document))!.variableDefinitions ?? []
      const { errors } = getVariableValues(schema, declared, variablesOf(example))
      expect([example.name, errors]).toEqual([example.name, undefined])
    }
  })
})

const NEWER = {
  'Pages to show': ['GetHome', 'GetProfile', 'GetTeamPage', 'ListOrganizationOverview', 'ListLeaderboard'],
  'Follow what happens': ['OnCelebrated', 'OnProgressChanged'],
  'Targets, progress and celebrations': ['ListCelebrations'],
  'What was and what is planned': ['CompareOrganization', 'ListScheduledChanges', 'CancelScheduledChange'],
  'See what a change would do': ['MoveNode', 'DeleteNode', 'MoveUsers'],
}

const CLIENT = `import type { Client } from '@keymetrics/sdk'\ndeclare const km: Client\n`

describe('what is copied as a call of the SDK', () => {
  it('compiles for every example, with its variables and without', async () => {
    const files = examples.flatMap((example, index) => {
      const { document, name } = example
      return [variablesOf(example), {}].map((variables, version) => [
        `${name}-${index}-${version}`,
        CLIENT + sdkCall(schema, own, { document, variables }),
      ])
    })
    expect(files.filter(([, text]) => text?.includes('km.run'))).toEqual([])
    expect(await complaintsOf(Object.fromEntries(files) as Record<string, string>)).toBe('')
  })

  it('compiles for any other document, with types of what it answers', async () => {
    const call = sdkCall(schema, own, { document: OTHER, variables: { ids: ['1'] } })
    expect(call).toContain("import type { TypedDocumentString } from '@keymetrics/sdk'\n")
    expect(call).toContain("const answer = await km.run(document, { ids: ['1'] })")
    const uses = (line: string) => `${CLIENT}${call}\n${line}\n`
    expect(await complaintsOf({ right: uses(RIGHT) })).toBe('')
    expect(await complaintsOf({ wrong: uses('const name: string = answer.company!.nothing') })).toContain(
      "Property 'nothing' does not exist",
    )
  })

  it('fills in what is missing, to be overwritten', () => {
    const { document } = examples.find(({ name }) => name === 'MoveNode')!
    expect(sdkCall(schema, own, { document, variables: { input: { nodeId: 'OSLO' } } })).toBe(
      `import { moveNode } from '@keymetrics/sdk'\n\nconst answer = await moveNode(km, { nodeId: 'OSLO', expectedVersion: 0, parentId: '…' })\n`,
    )
  })

  it('asks for the operation that is meant, where there are several', () => {
    const document = 'query A { viewer { name } } query B { viewer { ...F } } fragment F on User { email }'
    const call = sdkCall(schema, own, { document, operationName: 'B', variables: {} })
    expect(call).toContain('`query B {\n  viewer {\n    ...F\n  }\n}\n\nfragment F on User {\n  email\n}`')
  })

  it.each([
    ['subscription Own { celebrated(nodeId: "1") { cursor } }', 'it follows its own subscriptions'],
    ['query A { viewer { name } } query B { viewer { name } }', 'say which operation'],
    ['{ viewer {', 'Syntax Error'],
  ])('is refused with the reason: %s', (document, reason) => {
    expect(() => sdkCall(schema, own, { document, variables: {} })).toThrow(reason)
  })
})

const OTHER = `query Mine($ids: [ID!]!, $deep: Boolean! = false) {
  company { name motto: description teams { ...Node members @include(if: $deep) { totalCount } } }
  nodes(ids: $ids) { __typename ... on Team { name level } ... on Metric { key defaultKind } }
}
fragment Node on OrgNode { id version effectiveKeyMetrics { label position progress { actual gap } } }`

const RIGHT = `const texts: (string | null)[] = [answer.company!.name, answer.company!.teams[0]!.id]
const count: number | undefined = answer.company!.teams[0]!.members?.totalCount
for (const node of answer.nodes) if (node?.__typename === 'Metric') texts.push(node.key)
export { count, texts }`

describe('POST /playground/measure', () => {
  const measured = async (body: object) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${playground.url}/playground/measure`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: response.status, ...((await response.json()) as Measured) }
  }

  it('tells the figures of a document', async () => {
    const query =
      'mutation ($input: SignOutEverywhereInput!) { signOutEverywhere(input: $input) { userErrors { code } } }'
    const { weight } = await measured({ query, variables: { input: { userId: '1', expectedVersion: 1 } } })
    expect(weight?.excesses).toEqual([])
    expect(weight?.figures).toEqual(
      expect.arrayContaining([
        { name: 'cost', value: 7, most: 20_000 },
        { name: 'tokens', value: 23, most: 5_000 },
        { name: 'depth', value: 3, most: 12 },
      ]),
    )
  })

  it.each([
    [
      'cost',
      '{ company { departments { teams { members(first: 100) { nodes { memberships(first: 100) { nodes { teamId } } } } } } } }',
    ],
    ['a page', '{ company { users(first: 101) { totalCount } } }'],
    ['depth', `{ company ${'{ teams { department '.repeat(6)}{ id } ${'} }'.repeat(6)} }`],
    ['root fields', `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`],
    ['tokens', `{ viewer { ${'name '.repeat(5_000)} } }`],
  ])('says of a limit that is passed what a request would be refused with: %s', async (_, query) => {
    const { weight } = await measured({ query })
    const { errors } = await runDocument(playground.url, { document: query, token })
    expect(weight?.excesses.length).toBeGreaterThan(0)
    expect(weight?.excesses).toEqual(errors?.map(({ message }) => message))
  })

  it('tells no cost while the variables do not fit, and nothing of what is not GraphQL', async () => {
    const { document: query } = examples.find(({ name }) => name === 'GetTeam')!
    expect((await measured({ query })).weight?.figures).toContainEqual({
      name: 'cost',
      value: null,
      most: 20_000,
    })
    expect(await measured({ query: '{ viewer {' })).toEqual({ status: 200, weight: null })
    expect((await measured({ document: '{ viewer { id } }' })).status).toBe(400)
  })
})
