import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-sse'
import {
  type ConcreteRequest,
  createOperationDescriptor,
  Environment,
  type FetchFunction,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
  type SubscribeFunction,
} from 'relay-runtime'
import {
  codesOf,
  type Connect,
  FOLLOW,
  type Follower,
  HIDE,
  type MembersAnswer,
  membersWith,
  namesOf,
  QUERIES,
} from './third-party.js'

const ROOT = join(__dirname, '../../..')
const DOCUMENTS = {
  ...QUERIES,
  FollowSubscription: FOLLOW,
  HideMutation: HIDE,
  MembersQuery: membersWith('@connection(key: "Team_members")'),
}
const compiled = compile()

/** What an application with Relay has made of its documents before it runs. */
function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'))
  mkdirSync(join(folder, 'src'))
  copyFileSync(join(ROOT, 'schema.graphql'), join(folder, 'schema.graphql'))
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const module = name.replace(/Query|Mutation|Subscription/, '')
    writeFileSync(join(folder, 'src', `${module}.js`), `graphql\`${document}\``)
  }
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'javascript',
    noSourceControl: true,
    eagerEsModules: false,
  }
  writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config))
  const compiler = join(ROOT, 'node_modules/relay-compiler/cli.js')
  execFileSync(process.execPath, [compiler, 'relay.config.json'], { cwd: folder, stdio: 'pipe' })
  const load = createRequire(join(folder, 'index.js'))
  const artifact = (name: string) => load(`./src/__generated__/${name}.graphql.js`) as ConcreteRequest
  const artifacts = Object.keys(DOCUMENTS).map((name) => [name, artifact(name)] as const)
  rmSync(folder, { recursive: true })
  return Object.fromEntries(artifacts) as Record<keyof typeof DOCUMENTS, ConcreteRequest>
}

/** What is answered once comes by fetch, what goes on by a client of graphql-sse. */
function networkTo(url: string, headers: Record<string, string>, tellCodes: (codes: unknown[]) => void) {
  const send: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    })
    const answer = (await response.json()) as GraphQLResponse & { errors?: [] }
    tellCodes(codesOf(answer.errors))
    return answer
  }
  const stream = createClient({ url, headers, retryAttempts: 0 })
  const subscribe: SubscribeFunction = ({ text }, variables) =>
    Observable.create((sink) => stream.subscribe({ query: text!, variables }, sink as never))
  return { network: Network.create(send, subscribe), end: () => stream.dispose() }
}

export const relay: Connect<Follower> = (url, token) => {
  let codes: readonly unknown[] = []
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const { network, end } = networkTo(url, headers, (latest) => void (codes = latest))
  const environment = new Environment({ network, store: new Store(new RecordSource()) })
  const read = async (name: keyof typeof DOCUMENTS, variables: object) => {
    const operation = createOperationDescriptor(compiled[name], variables)
    const isMutation = compiled[name].params.operationKind === 'mutation'
    const sent = isMutation ? environment.executeMutation({ operation }) : environment.execute({ operation })
    await sent.toPromise()
    return environment.lookup(operation.fragment).data
  }
  const outcome = async (name: keyof typeof DOCUMENTS, variables: object) => {
    // Relay rejects an answer without data; what the server said is its `source`.
    const data = await read(name, variables).catch((error: Error) =>
      'source' in error ? null : Promise.reject(error),
    )
    return { data, codes }
  }
  return {
    query: outcome,
    hide: (variables) => outcome('HideMutation', variables),
    follow(variables, told) {
      const subscription = compiled.FollowSubscription
      const { dispose } = requestSubscription(environment, { subscription, variables, onNext: told })
      return () => {
        dispose()
        end()
      }
    },
    async members(variables) {
      const first = (await read('MembersQuery', variables)) as unknown as MembersAnswer
      const after = first.team.members.pageInfo.endCursor
      const both = (await read('MembersQuery', { ...variables, after })) as unknown as MembersAnswer
      return [namesOf(first), namesOf(both)]
    },
  }
}
