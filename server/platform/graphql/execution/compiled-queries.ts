import {
  valueFromASTUntyped,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { LRUCache } from 'lru-cache'
import type { Eventually } from '../../eventually.js'
import { compiledSize } from './compiled-size.js'
import { interpreting, type Asked, type Execute } from './interpret.js'
import { withUncheckedLeaves } from './unchecked-leaves.js'

type Run = (root: unknown, ctx: unknown, variables: object) => Eventually<ExecutionResult>

/** NEW: asked once. NEVER: it cannot be compiled, or is not worth it. */
type Known = Run | 'NEW' | 'NEVER'

const MAX_QUERIES = 500
/** To compile this many fields holds everybody else for some 20 ms. */
const MAX_FIELDS = 2_000

/**
 * Runs queries as code made of them: null for one that graphql-js has to run. One is compiled when it is asked for the
 * second time, since most of those that are not asked again are made up. Directives are left to graphql-js, which puts
 * what they include in another place; so are fields that take long to compile.
 */
export function createCompiler(schema: GraphQLSchema): (asked: Asked) => Eventually<ExecutionResult> | null {
  const compilable = withUncheckedLeaves(schema)
  const queries = new LRUCache<OperationDefinitionNode, Known>({ max: MAX_QUERIES })
  return (asked) => {
    const { operation, variables, ctx, root } = asked
    const known = queries.get(operation)
    const query = known === undefined ? 'NEW' : known === 'NEW' ? compiled(compilable, asked) : known
    if (query !== known) queries.set(operation, query)
    return typeof query === 'function' ? query(root, ctx, variables) : null
  }
}

/** As code where it can be, else by graphql-js. */
export function compiling(schema: GraphQLSchema): Execute {
  const [compile, interpret] = [createCompiler(schema), interpreting(schema)]
  return (asked) => compile(asked) ?? interpret(asked)
}

function compiled(schema: GraphQLSchema, { document, operation }: Asked): Known {
  if (compiledSize(schema, document, operation) > MAX_FIELDS) return 'NEVER'
  const query = compileQuery(schema, document, operation.name?.value ?? '', {
    // Whoever runs it again after an error has the traces of that.
    disablingCapturingStackErrors: true,
    disableLeafSerialization: true,
  })
  return isCompiledQuery(query) ? withDefaults(query.query as Run, operation) : 'NEVER'
}

/** graphql-jit refuses a variable that must not be null and was left out, whatever its default value. */
function withDefaults(run: Run, { variableDefinitions = [] }: OperationDefinitionNode): Run {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  if (defaults.length === 0) return run
  const given = Object.fromEntries(defaults)
  return (root, ctx, variables) => run(root, ctx, { ...given, ...variables })
}
