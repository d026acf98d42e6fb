import { isAbstractType, isInterfaceType, Kind, parse, print, printType } from 'graphql'

/**
 * For each interface and union a type `Other…` that stands for what the server may come to answer with one day. Whoever
 * makes types of documents with it has to say what happens then.
 */
export function othersIn(schema) {
  const open = Object.values(schema.getTypeMap()).filter(isAbstractType)
  return open.map((type) => (isInterfaceType(type) ? otherImplementing(type) : otherIn(type))).join('\n')
}

function otherIn({ name }) {
  return `extend union ${name} = Other${name}\ntype Other${name} { name: String }`
}

function otherImplementing(type) {
  const [{ interfaces, fields }] = parse(printType(type), { noLocation: true }).definitions
  const itself = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } }
  return print({
    kind: Kind.OBJECT_TYPE_DEFINITION,
    name: { kind: Kind.NAME, value: `Other${type.name}` },
    interfaces: [itself, ...interfaces],
    fields: fields.map(withoutDescription),
  })
}

function withoutDescription(field) {
  return { ...field, description: undefined, arguments: field.arguments?.map(withoutDescription) }
}
