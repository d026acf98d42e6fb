import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import { buildSchema } from 'graphql'
import { othersIn } from '../codegen/others.mjs'

const sdk = fileURLToPath(new URL('..', import.meta.url))
const schema = process.env.SDK_SCHEMA ?? `${sdk}../schema.graphql`
const tsc = (project) =>
  execFileSync(process.execPath, [`${sdk}../node_modules/ts7/bin/tsc`, '-p', sdk + project], {
    stdio: 'inherit',
  })

rmSync(`${sdk}dist`, { recursive: true, force: true })
mkdirSync(`${sdk}dist/cjs`, { recursive: true })
writeFileSync(`${sdk}dist/cjs/package.json`, '{ "type": "commonjs" }\n')
tsc('tsconfig.json')
tsc('tsconfig.cjs.json')
// What the declarations tell people, the code need not say again.
rewrite('.js', (code) => transformSync(code, { legalComments: 'none' }).code)
// A tab is a level: types that hold types that hold types are indented by a fifteenth of the package otherwise.
rewrite('.d.ts', (code) => indentedByTabs(code, 4))
// Declarations, two thirds of the code, are there once, so that what `import` gives is of the same types as what `require`
// gives. An ECMAScript module may say that it exports what a CommonJS module does; the other way round needs TypeScript 5.3.
for (const { types } of entryPoints().map((each) => each.import)) {
  writeFileSync(sdk + types, `export * from '../cjs/${basename(types, '.d.ts')}.js'\n`)
}
// Without empty lines, and a description of one line in one line: they are a fiftieth of the package.
const sdl = readFileSync(schema, 'utf8').replace(/\n\n/g, '\n')
const inLines = sdl.replace(/"""\n\s*(.*[^"\\\n])\n\s*"""/g, '"""$1"""')
writeFileSync(`${sdk}dist/schema.graphql`, indentedByTabs(inLines, 2))
writeFileSync(`${sdk}dist/others.graphql`, othersIn(buildSchema(sdl)))
writeFileSync(
  `${sdk}dist/documents.json`,
  JSON.stringify(JSON.parse(readFileSync(`${sdk}generated/documents.json`, 'utf8'))),
)

function rewrite(extension, change) {
  const files = readdirSync(`${sdk}dist`, { recursive: true }).filter((name) => name.endsWith(extension))
  for (const path of files.map((name) => `${sdk}dist/${name}`)) {
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }
}

function indentedByTabs(text, spaces) {
  return text.replace(new RegExp(`^( {${spaces}})+`, 'gm'), ({ length }) => '\t'.repeat(length / spaces))
}

/** Those with code for both kinds of modules. */
function entryPoints() {
  const { exports } = JSON.parse(readFileSync(`${sdk}package.json`, 'utf8'))
  return Object.values(exports).filter((each) => each.require)
}
