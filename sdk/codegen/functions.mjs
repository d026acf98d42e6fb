import { getNamedType } from 'graphql'

/**
 * The rules, by the shape of the operation:
 * - a subscription becomes an iterator of what its root field tells.
 * - `$after` is declared: the operation is called `List…` and becomes a list of the nodes of the one field that takes it.
 * - `$input` is the only variable of a mutation: the function takes the input itself.
 * - any other takes its variables. All resolve to what the one root field gives.
 */
export function functionFor(schema, { operation, title, text }, write) {
  const name = operation.name.value
  const root = rootOf(operation)
  const kind = operation.operation[0].toUpperCase() + operation.operation.slice(1)
  const shape = { name, text, write, data: `Types.${name}${kind}`, root: keyOf(root) }
  const { types = [], code } = formOf(operation, shape)
  const declared = types.map((type) => `export type ${type}\n`).join('')
  return `${declared}\n${commentFor(schema, operation, root, title)}export const ${camelCase(name)} = ${code}\n`
}

function formOf(operation, shape) {
  if (operation.operation === 'subscription') return subscription(shape)
  if (hasVariable(operation, 'after')) return list(shape, pathToConnection(operation))
  if (operation.operation === 'mutation' && takesInputAlone(operation)) return change(shape)
  return plain(shape)
}

function subscription({ name, text, write, data, root }) {
  const code = `/*#__PURE__*/ subscription<${data}, ${data}Variables>(${write(text)})`
  return { types: [`${name}Event = NonNullable<${data}['${root}']>`], code }
}

function plain({ name, text, write, data, root }) {
  const code = `/*#__PURE__*/ operation<${data}, ${data}Variables>(${write(text)})`
  return { types: [`${name}Result = ${data}['${root}']`], code }
}

function change({ name, text, write, data, root }) {
  const head = `mutation ${name}($input:${name}Input!){${camelCase(name)}(input:$input){`
  const tail = 'userErrors{code message path}}}'
  if (!text.startsWith(head) || !text.endsWith(tail)) {
    throw new Error(
      `${name}: a mutation takes ${name}Input and selects userErrors { ...UserErrorFields } last`,
    )
  }
  const selection = write(text.slice(head.length, -tail.length))
  const code = `/*#__PURE__*/ change<${data}, Types.${name}Input>('${name}', ${selection})`
  return { types: [`${name}Result = ${data}['${root}']`], code }
}

function list({ name, text, write, data }, path) {
  const page = path.reduce((type, key) => `NonNullable<${type}['${key}']>`, data)
  const parts = [write(text), ...path.map((key) => quoted(key))].join(', ')
  return {
    types: [`${name}Page = ${page}`, `${name}Item = ${name}Page['nodes'][number]`],
    code: `/*#__PURE__*/ list<${data}, ${name}Page, ${data}Variables>(${parts})`,
  }
}

function rootOf({ name, selectionSet: { selections } }) {
  if (selections.length === 1 && selections[0].kind === 'Field') return selections[0]
  throw new Error(`${name.value}: an operation has one root field, which its function resolves to`)
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

const takesInputAlone = ({ variableDefinitions: [first, ...others] }) =>
  first?.variable.name.value === 'input' && !others.length

function commentFor(schema, operation, root, title) {
  const field = schema.getRootType(operation.operation).getFields()[root.name.value]
  const result = getNamedType(field.type)
  const lines = [title, '', field.description ?? result.description]
  if (field.deprecationReason) lines.push('', `@deprecated ${field.deprecationReason}`)
  const text = lines.join('\n').trim().replaceAll('*/', '*\\/')
  return `/**\n${text
    .split('\n')
    .map((line) => ` * ${line}`.trimEnd())
    .join('\n')}\n */\n`
}

const hasVariable = ({ variableDefinitions }, name) =>
  variableDefinitions.some(({ variable }) => variable.name.value === name)

export const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll(`'`, `\\'`)}'`

/** A text as it is handed over: in pieces where something of it is shared. Adding them up here could not be left out. */
export function written(text, shared) {
  const pieces = piecesOf(text, shared)
  return pieces.length === 1 ? pieces[0] : `[${pieces.join(', ')}]`
}

function piecesOf(text, [first, ...others]) {
  if (!first) return [quoted(text)]
  const [name, sharedText] = first
  return text
    .split(sharedText)
    .flatMap((part, index) => [...(index ? [name] : []), ...(part ? piecesOf(part, others) : [])])
}

const keyOf = ({ alias, name }) => (alias ?? name)?.value
const camelCase = (name) => name[0].toLowerCase() + name.slice(1)
