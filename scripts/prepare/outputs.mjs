import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Compiled files that ought to be there and are not. */
export function missingOutputs() {
  return sourcesIn('server')
    .map((source) => join('dist', source.replace(/\.ts$/, '.js')))
    .filter((output) => !existsSync(output))
}

/** The compiler leaves the output of a deleted source behind, and a deleted migration would still run. */
export function removeOrphans() {
  const outputs = filesIn('dist/server').filter((file) => /\.js(\.map)?$/.test(file))
  const orphans = outputs.filter(
    (file) => !existsSync(file.replace(/^dist./, '').replace(/\.js(\.map)?$/, '.ts')),
  )
  for (const orphan of orphans) rmSync(orphan)
}

function sourcesIn(folder) {
  const isCompiled = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts')
  return filesIn(folder).filter((file) => isCompiled(file) && !file.startsWith(join('server', 'playground')))
}

export function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
