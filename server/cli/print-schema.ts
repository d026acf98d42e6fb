import { readFile, writeFile } from 'node:fs/promises'
import { apiSchema, printApi } from '../app/schema.js'
import { failWith, print } from '../platform/terminal.js'

const FILE = 'schema.graphql'

/** Writes schema.graphql; with --check, fails instead when it is not what the code says. */
try {
  const sdl = printApi(apiSchema())
  if (!process.argv.includes('--check')) await writeFile(FILE, sdl)
  else if ((await readFile(FILE, 'utf8')) === sdl) print(`${FILE} is what the code says.`)
  else throw new Error(`${FILE} is not what the code says. Run: npm run schema:print`)
} catch (error) {
  failWith(error)
}
