import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasCode } from './has-code.js'

/** A random secret made on first use and kept in the folder, readable by its owner alone. */
export function persistentSecret(dir: string, name: string): string {
  const file = join(dir, name)
  return readSecret(file) ?? createSecret(dir, file)
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** `link` appears whole or not at all: two processes starting at once agree on one secret. */
function createSecret(dir: string, file: string): string {
  const draft = `${file}.${process.pid}`
  mkdirSync(dir, { recursive: true })
  writeFileSync(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}
