import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server'
import { execute, OperationTypeNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { Execution } from '../../config.js'
import { eventually, type Eventually } from '../../eventually.js'
import { createCompiler } from './compiled-queries.js'
import { refusalOfObjects } from '../limits/object-budget.js'
import { interpreting, type Asked, type Execute } from './interpret.js'
import { createSharing } from './shared-answers.js'
import { workAtOnce } from './slices.js'
import { withoutUnreadable } from './unreadable.js'

/**
 * How operations of a schema are run. The faster ways are for queries, and what they answer counts only when all went
 * well: else graphql-js runs the query again, so that there is one wording, order and place of errors. Reading twice
 * does no harm, and what is read once per request is not even read again.
 */
export function createExecution(schema: GraphQLSchema, execution: Execution): Execute {
  const ask = interpreting(schema)
  const interpret: Execute = (asked) =>
    asked.operation.operation === OperationTypeNode.MUTATION
      ? eventually(ask(asked), withoutUnreadable)
      : ask(asked)
  if (execution === 'interpreted') return (asked) => refusing(asked, interpret(asked))
  const compile = createCompiler(schema)
  const share = createSharing(schema)
  return (asked) => {
    if (asked.operation.operation !== OperationTypeNode.QUERY) return interpret(asked)
    const fast = share(asked) ?? compile(asked)
    if (!fast) return refusing(asked, interpret(asked))
    return eventually(fast, (result) => {
      if (!result.errors || isRefused(asked)) return refusing(asked, result)
      workAtOnce(asked.ctx as object)
      return refusing(asked, interpret(asked))
    })
  }
}

function isRefused({ ctx }: Asked): boolean {
  return refusalOfObjects(ctx as object) !== undefined
}

/** Who asks for too much is told that alone. */
function refusing(asked: Asked, answer: Eventually<ExecutionResult>): Eventually<ExecutionResult> {
  return eventually(answer, (result) => {
    const refusal = refusalOfObjects(asked.ctx as object)
    return refusal ? { data: null, errors: [refusal] } : result
  })
}

type Gateway = ApolloServerOptionsWithGateway<BaseContext>['gateway']
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>

/** The only door by which Apollo lets another run what it has parsed, validated and admitted. */
export function asGateway(schema: GraphQLSchema, run: Execute): Gateway {
  const executor: Executor = async ({ document, operation, request, context }) => {
    // Apollo comes without one where the document has none of that name: graphql-js says so.
    if (!(operation as typeof operation | undefined))
      return execute({ schema, document, operationName: request.operationName })
    return run({ document, operation, variables: request.variables ?? {}, ctx: context })
  }
  return {
    onSchemaLoadOrUpdate: (tell) => {
      tell({ apiSchema: schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  }
}
