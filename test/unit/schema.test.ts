import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql'
import { apiSchema, printApi } from '../../server/app/schema.js'

interface Described {
  readonly name: string
  readonly description?: string | null
}

/** Every element of a type with its coordinate: Type, Type.field, Type.field(argument:), ENUM.VALUE. */
function elementsOf(type: GraphQLNamedType): [string, Described][] {
  const own: [string, Described] = [type.name, type]
  if (isEnumType(type))
    return [own, ...type.getValues().map((value) => at(`${type.name}.${value.name}`, value))]
  if (isInputObjectType(type)) {
    return [own, ...Object.values(type.getFields()).map((field) => at(`${type.name}.${field.name}`, field))]
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [own]
  const fields = Object.values(type.getFields()).flatMap((field) => [
    at(`${type.name}.${field.name}`, field),
    ...field.args.map((argument) => at(`${type.name}.${field.name}(${argument.name}:)`, argument)),
  ])
  return [own, ...fields]
}

function at(coordinate: string, element: Described): [string, Described] {
  return [coordinate, element]
}

function undescribed(sdl: string): string[] {
  return Object.values(buildSchema(sdl).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap(elementsOf)
    .filter(([, { description }]) => !description)
    .map(([coordinate]) => coordinate)
}

describe('the schema', () => {
  it('describes every type, field, argument, input field and enum value', () => {
    expect(undescribed(printApi(apiSchema()))).toEqual([])
  })

  it('would be caught with an undescribed element (the check itself works)', () => {
    const sdl = '"A" type Query { "f" f("a" a: Int, b: Int): E } "E" enum E { V }'
    expect(undescribed(sdl)).toEqual(['Query.f(b:)', 'E.V'])
  })

  it('has no scalar without a specification', () => {
    const scalars = printApi(apiSchema()).match(/^scalar .*$/gm)
    expect(scalars?.filter((scalar) => !scalar.includes('@specifiedBy'))).toEqual([])
  })
})
