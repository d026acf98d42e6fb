import { readFileSync } from 'node:fs'
import { parse, print, separateOperations } from 'graphql'

const FOLDER = new URL('../../sdk/operations/', import.meta.url)

/** A document of the SDK by the name of its file, with the fragments it spreads. */
export function operation(file) {
  const text = ['fragments', file].map((name) => readFileSync(new URL(`${name}.graphql`, FOLDER), 'utf8'))
  const [document] = Object.values(separateOperations(parse(text.join('\n'))))
  return print(document)
}
