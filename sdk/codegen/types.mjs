import { plugin as operationTypes } from '@graphql-codegen/typescript-operations'
import { described } from './descriptions.mjs'

/** The types of the curated operations, with enums that stay open: a server may learn a value before its clients do. */
export async function plugin(schema, documents, config, info) {
  const { prepend = [], content } = await operationTypes(schema, documents, config, info)
  const open = content.replaceAll(`'%future added value'`, '(string & {})')
  return { prepend, content: described(shared(open), schema, documents) }
}

/** What a fragment selects is written out once, and named wherever just that is selected. */
function shared(content) {
  const definition = /^export type (\w+Fragment) = (\{.*\});$/gm
  const longestFirst = [...content.matchAll(definition)].sort(([, , a], [, , b]) => b.length - a.length)
  return longestFirst.reduce((text, [, name, shape]) => {
    const own = `export type ${name} = `
    return text.replaceAll(shape, (match, at) => (text.startsWith(own, at - own.length) ? match : name))
  }, content)
}
