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
import { DRY_RUN_GROUP, DRY_RUNS, groupOf, inOrder } from './example-groups.js'

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
  return inOrder([...examples, ...examples.flatMap(dryRunOf)])
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
  return {
    ...{ group: groupOf(name), name, description },
    document: `# ${description}\n${document}\n`,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
  }
}

/** The same change once more, with `dryRun`. Without variables there is nothing to try. */
function dryRunOf(example: PlaygroundExample): PlaygroundExample[] {
  const { name, document, variables } = example
  if (!DRY_RUNS.includes(name) || variables === undefined) return []
  const { input } = JSON.parse(variables) as { input: object }
  const description = `${example.description}: what it would do, without doing it`
  return [
    {
      ...{ group: DRY_RUN_GROUP, name, description },
      document: document.replace(/^#.*/, `# ${description}`),
      variables: JSON.stringify({ input: { ...input, dryRun: true } }, null, 2),
    },
  ]
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

function isFragment(node: DefinitionNode): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION
}

function isOperation(node: DefinitionNode): node is OperationDefinitionNode {
  return node.kind === Kind.OPERATION_DEFINITION
}

function byName(fragment: FragmentDefinitionNode): [string, FragmentDefinitionNode] {
  return [fragment.name.value, fragment]
}
