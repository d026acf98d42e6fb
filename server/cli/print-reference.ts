import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apiSchema } from '../app/schema.js'
import { failWith, print } from '../platform/terminal.js'
import { errorCodesPage } from './reference/error-codes-page.js'
import { limitsPage } from './reference/limits-page.js'
import type { Page } from './reference/markdown.js'
import { permissionsPage } from './reference/permissions-page.js'
import { schemaPages } from './reference/schema-pages.js'
import { settingsPage } from './reference/settings-page.js'

const FOLDER = 'docs/reference'

/** Writes docs/reference; with --check, fails instead when it is not what the code says. */
try {
  const pages = await pagesOfCode()
  if (process.argv.includes('--check')) await check(pages)
  else await writeAll(pages)
} catch (error) {
  failWith(error)
}

async function pagesOfCode(): Promise<Page[]> {
  const schema = apiSchema()
  const settings = settingsPage(await readFile('.env.example', 'utf8'))
  return [...schemaPages(schema), errorCodesPage(schema), limitsPage(), permissionsPage(), settings]
}

async function writeAll(pages: readonly Page[]): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  await Promise.all(pages.map(({ file, text }) => writeFile(join(FOLDER, file), text)))
}

async function check(pages: readonly Page[]): Promise<void> {
  const there = await readdir(FOLDER)
  const texts = new Map(
    await Promise.all(there.map(async (file) => [file, await readFile(join(FOLDER, file), 'utf8')] as const)),
  )
  const wrong = [
    ...pages.filter(({ file, text }) => texts.get(file) !== text).map(({ file }) => file),
    ...there.filter((name) => pages.every(({ file }) => file !== name)),
  ]
  if (wrong.length === 0) return print(`${FOLDER} is what the code says.`)
  throw new Error(`Not what the code says, in ${FOLDER}: ${wrong.join(', ')}. Run: npm run schema:print`)
}
