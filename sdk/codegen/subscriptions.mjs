import { functionsFile } from './functions-file.mjs'

const HEAD = `import { subscription } from '../subscribe.js'
import type * as Types from './types.js'
`

/** One function per subscription; they have an entry point of their own. */
export function plugin(schema, files) {
  return functionsFile(schema, files, HEAD, (kind) => kind === 'subscription')
}
