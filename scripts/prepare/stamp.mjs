import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, normalize } from 'node:path'
import { filesIn } from './outputs.mjs'

/** Of names and contents, not of times: a checkout or a copy changes those without changing anything. */
export function fingerprint(paths, except = []) {
  const files = paths.flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path])).sort()
  const hash = createHash('sha256')
  for (const file of files.filter(
    (file) => !except.some((folder) => file.startsWith(normalize(`${folder}/`))),
  )) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export function isUnchanged(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === value
}

export function remember(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, value)
}

export function forget(stamp) {
  rmSync(stamp, { force: true })
}
