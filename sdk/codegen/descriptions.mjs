import { getNamedType, Kind } from 'graphql'
import ts from 'typescript'
import { wholeDefinitions } from './documents.mjs'

/** The text of the types of these documents with, before each field that is answered, what the schema says of it. */
export function described(content, schema, files) {
  const selected = selectionOf(schema, files)
  const file = ts.createSourceFile('types.ts', content, ts.ScriptTarget.Latest)
  const comments = file.statements
    .filter(ts.isTypeAliasDeclaration)
    .flatMap(({ name, type }) => commentsIn(file, type, selected.ofType(name.text), selected))
  return comments
    .reduceRight((text, [at, comment]) => text.slice(0, at) + comment + text.slice(at), content)
    .replaceAll(' \n', '\n')
}

/** Where which comment belongs, in the order of the text. That an `id` is one need not be said ninety times. */
function commentsIn(file, node, fields, selected) {
  if (!ts.isPropertySignature(node)) {
    const found = []
    ts.forEachChild(node, (child) => void found.push(...commentsIn(file, child, fields, selected)))
    return found
  }
  const meant = fields.filter(({ key }) => key === node.name.text)
  const description =
    node.name.text === 'id' ? null : meant.find(({ field }) => field.description)?.field.description
  const comment = description ? [[node.getStart(file), `\n/** ${inShort(description)} */ `]] : []
  return [...comment, ...commentsIn(file, node.type, meant.flatMap(selected.beneath), selected)]
}

/** The first sentence: the rest is in the reference, and a hundred times over would be a tenth of the package. */
function inShort(description) {
  const [sentence] = description.replace(/\s+/g, ' ').split(/(?<=[.!?:]) (?=[A-Z])/)
  return sentence.replaceAll('*/', '*\\/')
}

function selectionOf(schema, files) {
  const typeOf = ({ typeCondition, operation }) =>
    typeCondition ? schema.getType(typeCondition.name.value) : schema.getRootType(operation)

  function fieldsIn({ selections }, type) {
    return selections.flatMap((each) =>
      each.kind === Kind.FIELD ? fieldIn(each, type) : fieldsIn(each.selectionSet, typeOf(each)),
    )
  }

  function fieldIn({ alias, name, selectionSet }, type) {
    const field = type.getFields?.()[name.value]
    return field ? [{ key: (alias ?? name).value, field, selectionSet }] : []
  }

  /** What a root field gives is said of the function that asks for it. */
  function withoutRoots(fields, { operation }) {
    return operation
      ? fields.map((each) => ({ ...each, field: { ...each.field, description: null } }))
      : fields
  }

  const definitions = [...wholeDefinitions(schema, files).values()]
  const byType = new Map(
    definitions.map((each) => [
      typeNameOf(each),
      withoutRoots(fieldsIn(each.selectionSet, typeOf(each)), each),
    ]),
  )
  return {
    ofType: (name) => byType.get(name) ?? [],
    beneath: ({ field, selectionSet }) =>
      selectionSet ? fieldsIn(selectionSet, getNamedType(field.type)) : [],
  }
}

function typeNameOf({ name, operation }) {
  const suffix = operation ? operation[0].toUpperCase() + operation.slice(1) : 'Fragment'
  return name.value + suffix
}
