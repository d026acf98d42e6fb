import { functionsFile } from './functions-file.mjs'

const HEAD = `import { change, list, operation } from '../operation.js'
import type * as Types from './types.js'
`

/** One function per query and mutation. */
export function plugin(schema, files) {
  return functionsFile(schema, files, HEAD, (kind) => kind !== 'subscription')
}
