import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(__dirname, '..', '..')

/** An empty project of a partner with the SDK in it, unpacked from the very file that would be published. */
export function partnerProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'partner-'))
  const installed = join(project, 'node_modules', '@keymetrics', 'sdk')
  mkdirSync(installed, { recursive: true })
  execFileSync(process.execPath, [join(ROOT, 'sdk/scripts/build.mjs')])
  const [packed] = execFileSync('npm', ['pack', join(ROOT, 'sdk'), '--silent'], {
    cwd: project,
    encoding: 'utf8',
  }).match(/\S+\.tgz/)!
  execFileSync('tar', ['-xzf', packed, '-C', installed, '--strip-components=1'], { cwd: project })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  return project
}
