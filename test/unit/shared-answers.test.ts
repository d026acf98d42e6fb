import { buildSchema, getIntrospectionQuery, graphqlSync, Kind, parse, type GraphQLObjectType } from 'graphql'
import { createSharing } from '../../server/platform/graphql/execution/shared-answers.js'
import { keepable } from '../../server/platform/graphql/execution/sharing.js'
import { turnsWhile } from '../support/turns.js'

const SDL = `
  type Query { departments: [Department!]! }
  type Department { teams: [Team!]! }
  type Team { keyMetrics: [KeyMetric!]! }
  type KeyMetric { label: String! }`

const keyMetrics = keepable([{ label: 'Calls' }])

/** A hundred departments of a hundred teams. */
function tree() {
  const schema = buildSchema(SDL)
  const of = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields()
  of('Query').departments!.resolve = () => Array.from({ length: 100 }, () => ({}))
  of('Department').teams!.resolve = () => Array.from({ length: 100 }, () => ({ keyMetrics }))
  of('Team').keyMetrics!.resolve = (team: { keyMetrics: object[] }) => team.keyMetrics
  of('Team').keyMetrics!.extensions = { sharing: 'LIST' }
  return schema
}

it('a large tree is walked through with turns for others, by graphql-js and compiled', async () => {
  const share = createSharing(tree())
  const document = parse('{ departments { teams { keyMetrics { label } } } }')
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  const ask = async () => {
    const answer = await share({ document, operation: operation as never, variables: {}, ctx: {} })
    const { departments } = JSON.parse(JSON.stringify(answer!.data)) as { departments: object[] }
    expect(departments).toHaveLength(100)
    expect(departments[99]).toEqual({ teams: Array(100).fill({ keyMetrics: [{ label: 'Calls' }] }) })
  }
  expect(await turnsWhile(ask)).toBeGreaterThan(10)
  expect(await turnsWhile(ask)).toBeGreaterThan(10)
})

it('what every schema says of itself is left alone', () => {
  const schema = tree()
  createSharing(schema)
  const { data, errors } = graphqlSync({ schema, source: getIntrospectionQuery() })
  expect(errors).toBeUndefined()
  expect(data).toBeDefined()
})
