import { documentsOf, sharedTexts } from './documents.mjs'
import { functionFor, quoted, written } from './functions.mjs'

/** One function per operation of the kinds that are wanted, with its document, which a bundler can leave out. */
export function functionsFile(schema, files, head, isWanted) {
  const documents = documentsOf(schema, files).filter(({ operation }) => isWanted(operation.operation))
  const shared = sharedTexts(
    schema,
    files,
    documents.map(({ text }) => text),
  )
  const constants = shared.map(([name, text]) => `const ${name} = ${quoted(text)}\n`)
  const write = (text) => written(text, shared)
  return [head, ...constants, ...documents.map((each) => functionFor(schema, each, write))].join('\n')
}
