import { plugin as operationTypes } from '@graphql-codegen/typescript-operations'

/** The types of the curated operations, with enums that stay open: a server may learn a value before its clients do. */
export async function plugin(schema, documents, config, info) {
  const { prepend = [], content } = await operationTypes(schema, documents, config, info)
  return { prepend, content: content.replaceAll(`'%future added value'`, '(string & {})') }
}
