import { getNamedType } from 'graphql'

/**
 * The rules, by the shape of the operation:
 * - `$after` is declared: the operation is called `List…` and becomes a list of the nodes of the one field that takes it.
 * - one root field: the function resolves to that field, otherwise to the whole answer.
 * - `$input` is the only variable: the function takes the input itself.
 */
export function functionFor(schema, operation, kind, title) {
  const name = operation.name.value
  const roots = operation.selectionSet.selections
  const root = roots.length === 1 && roots[0].kind === 'Field' ? roots[0] : undefined
  const result = `Types.${name}${kind}`
  const comment = commentFor(schema, operation, root, title)
  const shape = { name, result, comment, parameters: parametersOf(operation, `${result}Variables`) }
  if (hasVariable(operation, 'after')) return listFunction(shape, pathToConnection(operation))
  return plainFunction(shape, root && keyOf(root))
}

function plainFunction({ name, result, comment, parameters }, key) {
  const run = `await km.run(${name}Document, ${parameters.passed}, options)`
  return `export type ${name}Result = ${result}${key ? `['${key}']` : ''}

${comment}export async function ${camelCase(name)}(
  km: Client,
  ${parameters.declared},
  options?: CallOptions,
): Promise<${name}Result> {
  return ${key ? `(${run}).${key}` : run}
}
`
}

function listFunction({ name, result, comment, parameters }, path) {
  const page = path.reduce((type, key) => `NonNullable<${type}['${key}']>`, result)
  return `export type ${name}Page = ${page}
export type ${name}Item = ${name}Page['nodes'][number]

${comment}export function ${camelCase(name)}(
  km: Client,
  ${parameters.declared},
  options?: CallOptions,
): List<${name}Item, ${name}Page> {
  const read = async (after?: string | null) =>
    (await km.run(${name}Document, { ...variables, after }, options)).${path.join('?.')}
  return paginate('${name}', read, variables?.after)
}
`
}

/** The keys from the root to the field that takes `$after`. */
function pathToConnection({ name, selectionSet }) {
  if (!name.value.startsWith('List'))
    throw new Error(`${name.value} declares $after: call it List${name.value}`)
  const paths = pathsIn(selectionSet, [])
  if (paths.length !== 1)
    throw new Error(`${name.value}: $after must be used by one field, not by ${paths.length}`)
  return paths[0]
}

function pathsIn(selectionSet, path) {
  return (selectionSet?.selections ?? []).flatMap((field) => {
    const here = [...path, keyOf(field)]
    const takesAfter = field.arguments?.some(
      ({ value }) => value.kind === 'Variable' && value.name.value === 'after',
    )
    return takesAfter ? [here] : pathsIn(field.selectionSet, here)
  })
}

function parametersOf({ variableDefinitions }, type) {
  const [first, ...others] = variableDefinitions
  if (first?.variable.name.value === 'input' && !others.length) {
    return { declared: `input: ${type}['input']`, passed: '{ input }' }
  }
  const required = variableDefinitions.some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  )
  return { declared: `variables${required ? '' : '?'}: ${type}`, passed: 'variables' }
}

function commentFor(schema, operation, root, title) {
  const field = root && schema.getRootType(operation.operation).getFields()[root.name.value]
  const result = field && getNamedType(field.type)
  const lines = [title, '', field?.description ?? result?.description]
  if (field?.deprecationReason) lines.push('', `@deprecated ${field.deprecationReason}`)
  const text = lines.join('\n').trim().replaceAll('*/', '*\\/')
  return `/**\n${text
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')}\n */\n`
}

const hasVariable = ({ variableDefinitions }, name) =>
  variableDefinitions.some(({ variable }) => variable.name.value === name)
const keyOf = ({ alias, name }) => (alias ?? name)?.value
const camelCase = (name) => name[0].toLowerCase() + name.slice(1)
