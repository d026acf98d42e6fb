// Makes sure that there is a Chromium for the tests in a browser: the one that is here, or Debian's.
// Usage: node .ci/chromium.mjs
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROGRAMS = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const found = () => PROGRAMS.find((file) => existsSync(file))

if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  execute('apt-get', 'update', '-q')
  execute('apt-get', 'install', '-yq', '--no-install-recommends', 'chromium')
}
console.log(
  found()
    ? `Testing in ${found()}`
    : 'There is no Chromium, and only root on Debian can have it installed here: install one, or say where it is with CHROMIUM=/path',
)
process.exit(found() ? 0 : 1)

function execute(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { stdio: 'inherit', env })
}
