import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let clone: string

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'))
  for (const name of ['scripts', 'package.json', 'package-lock.json'])
    cpSync(name, join(clone, name), { recursive: true })
})
afterAll(() => rmSync(clone, { recursive: true }))

it('a fresh clone is installed without the warnings of npm, which whoever starts it can do nothing about', () => {
  const npm = join(clone, 'npm-cli.js')
  writeFileSync(npm, 'console.log(`npm ${process.argv.slice(2).join(" ")}`)')
  const { stdout } = spawnSync(process.execPath, [join(clone, 'scripts/prepare.mjs')], {
    env: { ...process.env, npm_execpath: npm },
    encoding: 'utf8',
  })
  expect(stdout).toContain('npm ci --include=dev --no-audit --no-fund --loglevel=error\n')
})
