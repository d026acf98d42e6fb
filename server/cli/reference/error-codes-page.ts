import { isEnumType, type GraphQLSchema } from 'graphql'
import { ERROR_HTTP, type ErrorCode } from '../../platform/graphql/request-error.js'
import { code, pageOf, prose, table, type Page } from './markdown.js'

const INTRODUCTION = `There are two lists, and both are closed. How to treat them is told in
[Errors](../http.md#errors).`

const REQUEST = `The request as a whole, or a field of it, was refused or failed: \`errors[].extensions.code\`. The status is
that of an answer that holds nothing else; what graphql-js finds wrong with a document is 400 to whoever accepts
\`application/graphql-response+json\` and 200 to whoever accepts \`application/json\` alone.`

const USER = `A mutation changed nothing, and you can mend why: \`userErrors[].code\` in its payload, in an answer with
status 200. \`message\` says what was expected, what came and what to do, \`path\` leads to the field of the input.`

export function errorCodesPage(schema: GraphQLSchema): Page {
  const request = valuesOf(schema, 'ErrorCode').map(([name, words]) => [code(name), statusOf(name), words])
  const user = valuesOf(schema, 'UserErrorCode').map(([name, words]) => [code(name), words])
  return pageOf(
    ...(['error-codes.md', 'Error codes', INTRODUCTION, '## ErrorCode', REQUEST] as const),
    table(['Code', 'Status', 'What it means, and what to do'], request),
    ...(['## UserErrorCode', USER, table(['Code', 'What it means'], user)] as const),
  )
}

function valuesOf(schema: GraphQLSchema, name: string): (readonly [name: string, words: string])[] {
  const type = schema.getType(name)
  if (!isEnumType(type)) throw new TypeError(`${name} is not an enum of the schema.`)
  return type.getValues().map((value) => [value.name, prose(value.description ?? '')])
}

function statusOf(name: string): string {
  return String(ERROR_HTTP[name as ErrorCode]?.status ?? '')
}
