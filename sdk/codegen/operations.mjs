import { readFileSync } from 'node:fs'
import { print, stripIgnoredCharacters } from 'graphql'
import { functionFor } from './functions.mjs'

const HEAD = `import type { Client } from '../client.js'
import type { TypedDocumentString } from '../document.js'
import type { CallOptions } from '../options.js'
import { type List, paginate } from '../paginate.js'
import type * as Types from './types.js'
`

/** One text and one function per operation, each of which a bundler can leave out. */
export function plugin(schema, files) {
  const definitions = files.flatMap(({ document }) => document.definitions)
  const fragments = new Map(definitions.filter(isFragment).map((each) => [each.name.value, each]))
  const titles = new Map(files.flatMap(titlesIn))
  const operations = definitions.filter((each) => !isFragment(each))
  return [
    HEAD,
    ...operations.map((each) => exportsFor(schema, each, fragments, titles.get(each.name.value))),
  ].join('\n')
}

function exportsFor(schema, operation, fragments, title) {
  const name = operation.name.value
  const text = textOf(operation, fragments).replaceAll('\\', '\\\\').replaceAll(`'`, `\\'`)
  const types = `Types.${name}${kindOf(operation)}, Types.${name}${kindOf(operation)}Variables`
  return [
    `export const ${name}Document = '${text}' as TypedDocumentString<${types}>\n`,
    functionFor(schema, operation, kindOf(operation), title),
  ].join('\n')
}

const isFragment = ({ kind }) => kind === 'FragmentDefinition'
const kindOf = ({ operation }) => operation[0].toUpperCase() + operation.slice(1)

/** A file starts with a comment that says what its operation is for. */
function titlesIn({ location, document }) {
  const title = /^#\s*(.+)/.exec(readFileSync(location, 'utf8'))?.[1]
  const operation = document.definitions.find((each) => !isFragment(each))
  return operation ? [[operation.name.value, title]] : []
}

function textOf(operation, fragments) {
  const used = new Set([operation])
  for (const each of used) {
    for (const [, name] of print(each).matchAll(/\.\.\.(?!on\b)(\w+)/g)) used.add(fragments.get(name))
  }
  return [...used].map((each) => stripIgnoredCharacters(print(each))).join(' ')
}
