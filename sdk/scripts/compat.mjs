// Holds schema.graphql to what was released. Every document of every version in sdk/compat must still fit, and nothing
// may be broken since the latest of them that sdk/compat/accepted.json does not give a reason for.
// Usage: node sdk/scripts/compat.mjs [--keep]; with --keep it keeps the present as the version of sdk/package.json.
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema, parse, validate } from 'graphql'

const sdk = fileURLToPath(new URL('..', import.meta.url))
const compat = process.env.SDK_COMPAT ?? join(sdk, 'compat')
const file = process.env.SDK_SCHEMA ?? join(sdk, '../schema.graphql')

if (process.argv.includes('--keep')) keep()
const schema = buildSchema(read(file))
const versions = readdirSync(compat, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const mistakes = [...versions.flatMap(misfits), ...(await breaks(versions.at(-1)))]
if (mistakes.length > 0) {
  console.error(['schema.graphql breaks what was released:', ...mistakes].join('\n  '))
  process.exit(1)
}
console.log(`schema.graphql keeps what was released: ${versions.join(', ')}.`)

function misfits(version) {
  const documents = Object.values(JSON.parse(read(join(compat, version, 'documents.json'))))
  return documents.flatMap((text) => {
    const document = parse(text)
    const name = document.definitions[0].name.value
    return validate(schema, document).map(({ message }) => `${name} of ${version}: ${message}`)
  })
}

async function breaks(version) {
  const accepted = JSON.parse(read(join(compat, 'accepted.json')))
  const changes = await diff(buildSchema(read(join(compat, version, 'schema.graphql'))), schema)
  const broken = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
  const unsaid = broken.filter(({ path }) => !Object.hasOwn(accepted, path))
  const idle = Object.keys(accepted).filter((path) => broken.every((change) => change.path !== path))
  return [
    ...unsaid.map(({ message, path }) => `${message}. If it must be, say why in accepted.json at "${path}".`),
    ...idle.map(
      (path) => `accepted.json excuses ${path}, which is not broken since ${version}: remove the line.`,
    ),
  ]
}

function keep() {
  const { version } = JSON.parse(read(join(sdk, 'package.json')))
  const folder = join(compat, version)
  mkdirSync(folder, { recursive: true })
  cpSync(file, join(folder, 'schema.graphql'))
  cpSync(join(sdk, 'generated/documents.json'), join(folder, 'documents.json'))
}

function read(path) {
  return readFileSync(path, 'utf8')
}
