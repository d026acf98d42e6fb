import { buildSchema, graphql, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import type { Eventually } from '../../server/platform/eventually.js'
import { readAhead } from '../../server/platform/graphql/read-ahead.js'
import { turnsWhile } from '../support/turns.js'

const SDL = `
  type Query { days: [Day!]! none: [Day!] day: Day! weeks(count: Int!): [Week!]! }
  type Day { name: String! sum(of: String! = "calls"): Sum }
  type Week { days: [Day!]! }
  type Sum { value: Int average: Float share: Float }`

type Read = (ctx: object, days: readonly { name: string }[], args: { of: string }) => Eventually<unknown>

/** So many days of which `sum` is read ahead by `read`, `share` included; what was done is told in order. */
function withDays(
  read: Read,
  count = 2,
): {
  ask: (query: string, variables?: object) => Promise<object>
  told: string[]
} {
  const told: string[] = []
  const schema: GraphQLSchema = buildSchema(SDL)
  const of = (type: string) => (schema.getType(type) as GraphQLObjectType).getFields()
  const days = ['Monday', 'Tuesday', ...Array<string>(Math.max(0, count - 2)).fill('Day')].map((name) => ({
    name,
  }))
  of('Query').days!.resolve = () => days
  of('Query').none!.resolve = () => null
  of('Query').weeks!.resolve = (_: unknown, { count: weeks }: { count: number }) =>
    Array.from({ length: weeks }, () => ({}))
  of('Week').days!.resolve = () => days
  of('Query').day!.resolve = () => days[0]
  of('Day').sum!.extensions = {
    readAhead: async (ctx: object, objects: typeof days, args: { of: string }) => {
      await read(ctx, objects, args)
      told.push(`read ${args.of} of ${objects.map(({ name }) => name).join(' and ')}`)
    },
    covers: ['share'],
  }
  of('Sum').average!.resolve = ({ value }: { value: number }) => value / 2
  of('Sum').share!.resolve = ({ value }: { value: number }) => value / 10
  of('Day').sum!.resolve = ({ name }: { name: string }, args: { of: string }) => {
    told.push(`${args.of} of ${name}`)
    return { value: name.length }
  }
  readAhead(schema)
  const ask = async (source: string, variableValues = {}) => {
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue: {} })
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data)) as object
  }
  return { ask, told }
}

const nothing: Read = () => undefined

it('what a field needs of the objects of a list is read once, before it is asked of any', async () => {
  const { ask, told } = withDays(nothing)
  expect(await ask('{ days { name sum { value } } }')).toEqual({
    days: [
      { name: 'Monday', sum: { value: 6 } },
      { name: 'Tuesday', sum: { value: 7 } },
    ],
  })
  expect(told).toEqual(['read calls of Monday and Tuesday', 'calls of Monday', 'calls of Tuesday'])
})

it('with its arguments, for each time it is asked for, also within fragments', async () => {
  const { ask, told } = withDays(nothing)
  await ask(
    `query ($of: String!) { days { ...Deals ... on Day { calls: sum { value } } } }
     fragment Deals on Day { sum(of: $of) { value } }`,
    { of: 'deals' },
  )
  expect(told.slice(0, 2).sort()).toEqual([
    'read calls of Monday and Tuesday',
    'read deals of Monday and Tuesday',
  ])
  expect(told).toHaveLength(6)
})

it('not where it is not asked for, might be left out, or there is no list', async () => {
  const { ask, told } = withDays(nothing)
  await ask('{ days { name } none { sum { value } } day { sum { value } } }')
  await ask('query ($no: Boolean!) { days { name sum @include(if: $no) { value } } }', { no: false })
  expect(told).toEqual(['calls of Monday'])
})

it('what goes wrong ahead is told by the field alone', async () => {
  for (const read of [
    () => Promise.reject(new Error('later')),
    () => {
      throw new Error('at once')
    },
  ]) {
    const { ask, told } = withDays(read)
    expect(await ask('{ days { sum { value } } }')).toEqual({
      days: [{ sum: { value: 6 } }, { sum: { value: 7 } }],
    })
    expect(told).toEqual(['calls of Monday', 'calls of Tuesday'])
  }
})

describe('where nothing else has to be read, others have their turn', () => {
  /** Of so many lists of a hundred. */
  const answering = (selection: string) => {
    const { ask } = withDays(nothing, 100)
    const lists = Array.from(
      { length: 400 },
      (_, index) => `list${index}: days { name sum { ${selection} } }`,
    )
    return () => ask(`{ ${lists.join(' ')} }`)
  }

  it('between the lists', async () => {
    expect(await turnsWhile(answering('value share'))).toBeGreaterThan(20)
  })

  it('and else not, as what is read later is read for all in one go', async () => {
    expect(await turnsWhile(answering('value average'))).toBeLessThan(20)
  })
})
