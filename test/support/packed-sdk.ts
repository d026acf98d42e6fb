import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(__dirname, '..', '..')

/** An empty project of a partner in which the very file was installed that would be published. */
export function partnerProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'partner-'))
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--silent'], { cwd: project, encoding: 'utf8' })
  const pack = [join(ROOT, 'scripts/pack-sdk.mjs'), project]
  const packed = /\S+\.tgz/.exec(execFileSync(process.execPath, pack, { encoding: 'utf8' }))![0]
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  // Needs no network, since there is nothing it depends on.
  npm('install', `./${packed}`, '--offline', '--no-audit', '--no-fund')
  return project
}

/** Puts files of test/samples into the project, and packages beside the SDK as if they were installed. */
export function furnish(project: string, samples: string, packages: readonly string[] = []): void {
  cpSync(join(ROOT, 'test/samples', samples), project, { recursive: true })
  for (const name of packages) {
    const place = join(project, 'node_modules', name)
    mkdirSync(dirname(place), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules', name), place)
  }
}
