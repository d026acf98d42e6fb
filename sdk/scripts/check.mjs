import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const sdk = fileURLToPath(new URL('..', import.meta.url))
const root = join(sdk, '..')
const BUDGETS = { one: 2_500, all: 8_000, unpacked: 600_000 }

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

function bundled(source) {
  const stdin = { contents: source, resolveDir: join(sdk, 'dist/esm') }
  const { outputFiles } = buildSync({
    stdin,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  return gzipSync(outputFiles[0].contents, { level: 9 }).length
}

function unpacked() {
  const report = execFileSync('npm', ['pack', '--dry-run', '--json', '--silent'], {
    cwd: sdk,
    encoding: 'utf8',
  })
  return JSON.parse(report)[0].unpackedSize
}

function checkBudget(name, bytes) {
  console.log(`${name.padEnd(9)} ${bytes} of ${BUDGETS[name]} bytes`)
  if (bytes > BUDGETS[name]) throw new Error(`The SDK is over its budget: ${name}`)
}

checkGenerated()
await import('./build.mjs')
checkBudget('one', bundled(`export { createClient, getTeam } from './index.js'`))
checkBudget('all', bundled(`export * from './index.js'`))
checkBudget('unpacked', unpacked())
