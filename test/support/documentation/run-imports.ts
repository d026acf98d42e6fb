import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { emptyDatabaseUrl } from '../database.js'
import type { Sample } from './markdown-page.js'

const COMMAND = join(__dirname, '../../../dist/server/cli/import.js')
const run = promisify(execFile)

/** Writes the files that the samples of a page name, and imports them as it says. @throws what the command tells. */
export async function importAsShown(samples: readonly Sample[]): Promise<void> {
  const files = samples.filter(({ about }) => about.includes('.'))
  if (files.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'imported-'))
  for (const { about, text } of files) writeFileSync(join(folder, about), text)
  const env = { ...process.env, DATABASE_URL: await emptyDatabaseUrl('imports'), NODE_ENV: 'test' }
  for (const args of samples.filter(({ language }) => language === 'sh').flatMap(importsIn))
    await run(process.execPath, [COMMAND, ...args], { cwd: folder, env })
  rmSync(folder, { recursive: true })
}

function importsIn({ text }: Sample): string[][] {
  return [...text.matchAll(/^npm run import -- (.*)$/gm)].map(([, flags = '']) =>
    [...flags.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!),
  )
}
