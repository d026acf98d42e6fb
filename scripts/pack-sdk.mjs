// Builds the SDK and packs what would be published. Usage: node scripts/pack-sdk.mjs [folder for the .tgz]
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alone } from './prepare/alone.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(process.argv[2] ?? '.')

// Whoever builds takes away what another would be packing.
alone(`${root}.data/sdk.lock`, () => {
  execFileSync(process.execPath, [`${root}sdk/scripts/build.mjs`], { stdio: 'inherit' })
  const pack = ['pack', '--silent', '--pack-destination', folder]
  execFileSync('npm', pack, { cwd: `${root}sdk`, stdio: 'inherit' })
})
