import { readFileSync } from 'node:fs'
import { Kind, print, stripIgnoredCharacters, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

const isFragment = ({ kind }) => kind === Kind.FRAGMENT_DEFINITION

/** Every operation of the files with its whole text, and what the first comment of its file says it is for. */
export function documentsOf(schema, files) {
  const whole = wholeDefinitions(schema, files)
  return files.flatMap(({ location, document }) => {
    const title = /^#\s*(.+)/.exec(readFileSync(location, 'utf8'))?.[1]
    const operation = document.definitions.find((each) => !isFragment(each))
    return operation ? [{ operation, title, text: textOf(whole.get(operation)) }] : []
  })
}

/** So long, and selected so often, a selection is written once for all: what repeats far apart does not compress. */
const LONG = 60
const OFTEN = 5

/** Names of fragments with the texts of their selections, the longest first: those that many of the texts hold. */
export function sharedTexts(schema, files, texts) {
  const fragments = [...wholeDefinitions(schema, files).values()].filter(isFragment)
  const selections = fragments.map(({ name, selectionSet }) => [
    name.value,
    textOf(selectionSet).slice(1, -1),
  ])
  const [shared, rest] = [[], [...texts]]
  for (const [name, text] of selections.sort(([, one], [, other]) => other.length - one.length)) {
    const pieces = rest.flatMap((each) => each.split(text))
    if (text.length < LONG || pieces.length - rest.length < OFTEN) continue
    shared.push([name, text])
    rest.splice(0, rest.length, ...pieces)
  }
  return shared
}

/**
 * Every definition of the files as it is with the selections of its fragments in their place: shorter than a definition
 * and its name, and what repeats compresses to almost nothing.
 */
export function wholeDefinitions(schema, files) {
  const definitions = files.flatMap(({ document }) => document.definitions)
  const fragments = new Map(definitions.filter(isFragment).map((each) => [each.name.value, each]))
  return new Map(definitions.map((each) => [each, spreadOut(schema, each, fragments)]))
}

function textOf(node) {
  return stripIgnoredCharacters(print(node))
}

function spreadOut(schema, definition, fragments) {
  const types = new TypeInfo(schema)
  const SelectionSet = {
    leave: (set) => ({ ...set, selections: set.selections.flatMap((each) => each.inPlace ?? [each]) }),
  }
  const FragmentSpread = ({ name, directives }) => {
    const fragment = spreadOut(schema, fragments.get(name.value), fragments)
    return inPlaceOf(fragment, directives, schema, types.getParentType())
  }
  return visit(definition, visitWithTypeInfo(types, { FragmentSpread, SelectionSet }))
}

/** A type that has all fields of the fragment takes them as its own. */
function inPlaceOf({ typeCondition, selectionSet }, directives, schema, parent) {
  const type = schema.getType(typeCondition.name.value)
  const isOwn = !directives.length && (type === parent || schema.isSubType(type, parent))
  const inline = { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet }
  return isOwn ? { ...inline, inPlace: selectionSet.selections } : inline
}
