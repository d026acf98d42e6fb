import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  print,
  separateOperations,
  stripIgnoredCharacters,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { literal, template } from './literal.js'
import { filledIn } from './placeholder.js'
import { shapeOf } from './result-type.js'
import { variablesType } from './variables-type.js'

export interface Asked {
  readonly document: string
  readonly operationName?: string | null
  readonly variables: Readonly<Record<string, unknown>>
}

const PACKAGE = '@keymetrics/sdk'

/**
 * The call of the SDK that asks the same, to be pasted where there is a client `km`: the function of an operation that
 * is the SDK's own, `km.run` of any other document, with its types.
 * @param own the SDK's documents, as the examples show them
 * @throws Error that says why there is no such call
 */
export function sdkCall(schema: GraphQLSchema, own: ReadonlySet<string>, asked: Asked): string {
  const document = parse(asked.document)
  const operation = getOperationAST(document, asked.operationName)
  if (!operation) throw new Error('There is no call of the SDK for it: say which operation of the document.')
  const variables = filledIn(schema, operation, asked.variables)
  if (operation.name && own.has(essenceOf(asked.document))) return callOfFunction(operation, variables)
  if (operation.operation === OperationTypeNode.SUBSCRIPTION)
    throw new Error(
      'There is no call of the SDK for it: it follows its own subscriptions, as the examples have them.',
    )
  return callOfRun(schema, document, operation, { ...asked, variables })
}

/** A document without what means nothing: two of the same essence ask the same in the same words. */
export function essenceOf(document: string): string {
  return stripIgnoredCharacters(document)
}

function callOfFunction(operation: OperationDefinitionNode, variables: Record<string, unknown>): string {
  const name = camelCase(operation.name?.value ?? '')
  const [from, call] = [sourceOf(operation), `${name}(${argumentsOf(operation, variables)})`]
  return `import { ${name} } from '${from}'\n\n${statementOf(operation, name, call)}\n`
}

function sourceOf({ operation }: OperationDefinitionNode): string {
  return operation === OperationTypeNode.SUBSCRIPTION ? `${PACKAGE}/live` : PACKAGE
}

/** A mutation that declares nothing else takes its input itself. */
function argumentsOf(operation: OperationDefinitionNode, variables: Record<string, unknown>): string {
  const isChange =
    operation.operation === OperationTypeNode.MUTATION && declaredIn(operation).join() === 'input'
  const given = isChange ? variables.input : variables
  return Object.keys(variables).length === 0 ? 'km' : `km, ${literal(given)}`
}

function declaredIn({ variableDefinitions = [] }: OperationDefinitionNode): string[] {
  return variableDefinitions.map(({ variable }) => variable.name.value)
}

function statementOf(operation: OperationDefinitionNode, name: string, call: string): string {
  const each = itemOf(operation)
  if (each !== null) return `for await (const ${each} of ${call}) {\n  console.log(${each})\n}`
  const [root] = operation.selectionSet.selections
  const key = root?.kind === Kind.FIELD ? (root.alias ?? root.name).value : 'answer'
  return `const ${key === name ? 'answer' : key} = await ${call}`
}

/** What the function tells one by one, if it does. */
function itemOf(operation: OperationDefinitionNode): 'event' | 'item' | null {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return 'event'
  return declaredIn(operation).includes('after') ? 'item' : null
}

function callOfRun(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  asked: Asked,
): string {
  const root = schema.getRootType(operation.operation)
  if (!root) throw new Error(`There is no call of the SDK for it: the schema has no ${operation.operation}.`)
  const fragments = new Map(document.definitions.filter(isFragment).map((each) => [each.name.value, each]))
  const result = shapeOf({ schema, fragments }, root, [operation.selectionSet], '  ')
  const given = Object.keys(asked.variables).length === 0 ? '' : `, ${literal(asked.variables)}`
  return `import type { TypedDocumentString } from '${PACKAGE}'

const document: TypedDocumentString<
  ${result},
  ${variablesType(schema, operation)}
> = ${template(textOf(document, operation, asked))}

const answer = await km.run(document${given})
`
}

/** As it was written; of several operations the one that is meant, since `km.run` sends the whole text. */
function textOf(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  { document: text }: Asked,
): string {
  const separate = separateOperations(document)
  const name = operation.name?.value ?? ''
  const [own, ...others] = Object.values(separate)
  return others.length === 0 || !own ? text.trim() : print(separate[name] ?? document)
}

function isFragment(node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode {
  return node.kind === Kind.FRAGMENT_DEFINITION
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
