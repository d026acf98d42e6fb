import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Kind,
  parse,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql'
import type { PlaygroundExample } from '../platform/http/playground.js'

/** What opens first; the others follow by name. */
const FIRST = ['GetOrganization', 'HideKeyMetric', 'GetKeyMetricStatus', 'ListKeyMetricRules']

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(Get(Organization|Company|Department|Team|OrgNode))$/, 'Read the organisation'],
  [/KeyMetric/, 'Key metrics of a node'],
  [/Metric|Frequency/, 'The catalogue'],
  [/Target|Progress/, 'Targets and progress'],
  [/Calendar/, 'The calendar'],
  [/ApiKey/, 'API keys'],
  [/AuditLog/, 'The audit log'],
  [/./, 'People'],
]

/** The SDK's own operations, each with the fragments it needs; `variablesOf` fills in what can be tried at once. */
export async function readExamples(
  directory: string,
  variablesOf: (operation: string) => object | undefined,
): Promise<PlaygroundExample[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.graphql')).sort()
  const sources = await Promise.all(files.map((file) => readFile(join(directory, file), 'utf8')))
  const documents = sources.map((source) => ({ source, document: parse(source) }))
  const fragments = new Map(
    documents.flatMap(({ document }) => document.definitions.filter(isFragment)).map(byName),
  )
  const examples = documents.flatMap(({ source, document }) =>
    document.definitions
      .filter(isOperation)
      .map((operation) => exampleOf(source, operation, fragments, variablesOf)),
  )
  return examples.sort((a, b) => rank(a) - rank(b))
}

function exampleOf(
  source: string,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  variablesOf: (operation: string) => object | undefined,
): PlaygroundExample {
  const name = operation.name?.value ?? ''
  const description = /^#\s*(.+)/.exec(source)?.[1] ?? ''
  const used = [...fragmentsIn(operation, fragments)]
  const document = print({ kind: Kind.DOCUMENT, definitions: [operation, ...used] } satisfies DocumentNode)
  const variables = variablesOf(name)
  const group = GROUPS.find(([pattern]) => pattern.test(name))?.[1] ?? ''
  const text = `# ${description}\n${document}\n`
  return {
    group,
    name,
    description,
    document: text,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
  }
}

/** The fragments a definition spreads, those of the fragments included. */
function fragmentsIn(
  definition: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(definition, {
    FragmentSpread: ({ name }) => {
      const fragment = fragments.get(name.value)
      if (!fragment || found.has(fragment)) return
      found.add(fragment)
      fragmentsIn(fragment, fragments, found)
    },
  })
  return found
}

function rank({ name }: PlaygroundExample): number {
  const index = FIRST.indexOf(name)
  return index < 0 ? FIRST.length : index
}

function isFragment(node: DefinitionNode): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION
}

function isOperation(node: DefinitionNode): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION
}

function byName(fragment: FragmentDefinitionNode): [string, FragmentDefinitionNode] {
  return [fragment.name.value, fragment]
}
