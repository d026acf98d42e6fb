import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Installs what the lock file in `folder` says, unless it is there: `npm ci` of the project installs none of it. */
export function installed(folder) {
  const path = fileURLToPath(folder)
  if (isComplete(path)) return path
  console.error(`Installing what ${path}package.json names`)
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: path,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`npm ci failed in ${path}`)
  return path
}

/** npm notes at the end what it has installed. */
function isComplete(path) {
  const note = `${path}node_modules/.package-lock.json`
  if (!existsSync(note)) return false
  const packagesIn = (file) => Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
  const present = new Map(packagesIn(note))
  return packagesIn(`${path}package-lock.json`).every(
    ([name, { version, optional }]) => name === '' || optional || present.get(name)?.version === version,
  )
}
