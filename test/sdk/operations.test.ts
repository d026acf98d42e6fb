import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildSchema,
  concatAST,
  type DocumentNode,
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
  validateSchema,
} from 'graphql'
import * as sdk from '../../sdk/index.js'
import * as live from '../../sdk/live.js'

const SDK = join(__dirname, '../../sdk')
const read = (file: string) => readFileSync(join(SDK, file), 'utf8')
const schema = buildSchema(read('../schema.graphql'))
const manifest = JSON.parse(read('generated/documents.json')) as Record<string, string>
const documents = Object.values({ ...sdk, ...live }).flatMap((each) =>
  'document' in each ? [`${each.document}`] : [],
)
const files = readdirSync(join(SDK, 'operations')).filter((file) => file !== 'fragments.graphql')
const OTHERS = `import { buildSchema } from 'graphql'
  import { othersIn } from './sdk/codegen/others.mjs'
  process.stdout.write(othersIn(buildSchema(process.argv[1])))`
const fragments = parse(read('operations/fragments.graphql'))

/** Where each field stands, with its arguments, counted from the root, whatever fragments it is written in. */
function fieldsOf(document: DocumentNode, selections = selectionsOf(document), path = ''): string[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FRAGMENT_SPREAD)
      return fieldsOf(document, selectionsOf(document, each.name.value), path)
    const here =
      each.kind === Kind.FIELD
        ? `${path}.${(each.alias ?? each.name).value}(${(each.arguments ?? []).map(print).join()})`
        : path
    return [here, ...fieldsOf(document, each.selectionSet?.selections ?? [], here)]
  })
}

function selectionsOf({ definitions }: DocumentNode, fragment?: string) {
  const isWanted = (each: (typeof definitions)[number]) =>
    fragment ? 'name' in each && each.name?.value === fragment : each.kind === Kind.OPERATION_DEFINITION
  const definition = definitions.find(isWanted)
  return definition && 'selectionSet' in definition ? definition.selectionSet.selections : []
}

function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  return operation && 'name' in operation ? operation.name!.value : ''
}

describe('an operation of the SDK', () => {
  it('is a function with its whole document, one for each curated file', () => {
    expect(documents).toHaveLength(files.length)
    expect(sdk.getTeam.document).toMatch(
      /^query GetTeam\(\$id:ID!\$asOf:DateTime\)\{team\(id:\$id asOf:\$asOf\)\{/,
    )
    expect(sdk.createMetric.document).toBe(
      'mutation CreateMetric($input:CreateMetricInput!){createMetric(input:$input){' +
        'metric{id key name description unit direction defaultKind status version}userErrors{code message path}}}',
    )
  })

  it.each(documents)('is valid by the schema, in one definition: %.40s', (text) => {
    const document = parse(text)
    expect(validate(schema, document)).toEqual([])
    expect(document.definitions).toHaveLength(1)
  })

  it.each(files)('selects what its curated file selects: %s', (file) => {
    const curated = concatAST([parse(read(`operations/${file}`)), fragments])
    const sent = documents.map((text) => parse(text)).find((each) => nameOf(each) === nameOf(curated))!
    expect([...new Set(fieldsOf(sent))].sort()).toEqual([...new Set(fieldsOf(curated))].sort())
  })
})

describe('the types', () => {
  const types = read('generated/types.ts')
  const described = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLEnumType | GraphQLInputObjectType =>
      (isEnumType(type) || isInputObjectType(type)) && types.includes(`export type ${type.name} =`),
  )
  const bodyOf = (name: string) => new RegExp(`^export type ${name} =(.*?)\n\n`, 'ms').exec(types)![1]!

  it('say of each enum, input and field what the schema says', () => {
    expect(described.length).toBeGreaterThan(50)
    for (const type of described) {
      expect(types).toContain(`/** ${type.description} */\nexport type ${type.name} =`)
      const parts = isEnumType(type) ? type.getValues() : Object.values(type.getFields())
      for (const { name, description } of parts)
        expect(bodyOf(type.name)).toContain(
          `/** ${description} */\n  ${isEnumType(type) ? `| '${name}'` : name}`,
        )
    }
  })

  it('say of each function what the schema says of its field', () => {
    const code = read('generated/operations.ts') + read('generated/subscriptions.ts')
    for (const document of documents.map((text) => parse(text))) {
      const [{ operation }] = document.definitions as [OperationDefinitionNode]
      const [field] = selectionsOf(document) as [FieldNode]
      const { description } = schema.getRootType(operation)!.getFields()[field.name.value]!
      expect(code).toContain(` * ${description}`)
    }
  })

  it('leave each enum open', () => {
    for (const { name } of described.filter(isEnumType))
      expect(bodyOf(name)).toMatch(/\| \(string & \{\}\);$/)
  })
})

describe('the manifest', () => {
  it('holds every document under the SHA-256 of its text', () => {
    expect(Object.values(manifest).sort()).toEqual([...documents].sort())
    for (const [hash, text] of Object.entries(manifest)) {
      expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
    }
  })
})

describe('what the server may come to answer with one day', () => {
  it('is nothing to the SDK, which asks for no type by its name', () => {
    for (const text of documents) expect(text).not.toMatch(/\.\.\. ?on |__typename/)
  })

  it.each([
    [
      'an interface',
      'interface Thing { "Its name." name("How." in: String = "en"): String! } type Query { a: Thing }',
      'type OtherThing implements Thing {\n  name(in: String = "en"): String!\n}',
    ],
    [
      'an interface under another one',
      'interface A { a: Int } interface B implements A { a: Int } type Query { b: B }',
      'type OtherA implements A {\n  a: Int\n}\ntype OtherB implements B & A {\n  a: Int\n}',
    ],
    [
      'a union',
      'type T { t: Int } union Found = T type Query { a: Found }',
      'extend union Found = OtherFound\ntype OtherFound { name: String }',
    ],
  ])('stands in the types of own documents as one more member of %s', (_, sdl, others) => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', OTHERS, sdl])
    expect(String(stdout)).toBe(others)
    expect(validateSchema(buildSchema(`${sdl}\n${others}`))).toEqual([])
  })
})
