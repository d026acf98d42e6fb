import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { weigh, weighOthers } from './sizes.mjs'

const sdk = fileURLToPath(new URL('..', import.meta.url))
const root = join(sdk, '..')
const BUDGETS = { one: 2_500, all: 8_000, live: 2_500, unpacked: 600_000 }

/** What is committed must be what the schema and the operations say. */
function checkGenerated() {
  const fresh = mkdtempSync(join(tmpdir(), 'sdk-'))
  const codegen = join(root, 'node_modules/@graphql-codegen/cli/esm/bin.js')
  const env = { ...process.env, SDK_OUT: fresh }
  execFileSync(process.execPath, [codegen, '--config', 'codegen.yml', '--silent'], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  const [before, after] = [filesIn(join(sdk, 'generated')), filesIn(fresh)]
  rmSync(fresh, { recursive: true })
  const stale = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
  if (stale.length) throw new Error(`Stale in sdk/generated: ${stale.join(', ')}. Run: npm run sdk:generate`)
}

function filesIn(folder) {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

function unpacked() {
  const report = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
    cwd: sdk,
    encoding: 'utf8',
  })
  return JSON.parse(report)[0].unpackedSize
}

/** Every entry point as each kind of project resolves it; data files have no types to be found. */
function checkEntryPoints() {
  const run = (tool, ...args) =>
    execFileSync(join(root, 'node_modules/.bin', tool), args, {
      cwd: sdk,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
  run('publint', '--strict')
  run('attw', '--pack', '.', '--quiet', '--exclude-entrypoints', 'documents.json', 'schema.graphql')
}

function report(name, bytes, limit = Infinity) {
  console.log(`${name.padEnd(16)}${String(bytes).padStart(8)} bytes${limit < Infinity ? ` of ${limit}` : ''}`)
  if (bytes > limit) throw new Error(`The SDK is over its budget: ${name}`)
}

checkGenerated()
await import('./build.mjs')
checkEntryPoints()
const built = join(sdk, 'dist/esm')
report('one operation', weigh(`export { createClient, getTeam } from './index.js'`, built), BUDGETS.one)
for (const [name, bytes] of Object.entries(weighOthers())) report(`  ${name}`, bytes)
report('everything', weigh(`export * from './index.js'`, built), BUDGETS.all)
report('live', weigh(`export * from './live.js'`, built), BUDGETS.live)
report('unpacked', unpacked(), BUDGETS.unpacked)
