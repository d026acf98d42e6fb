// Makes `npm start` and `npm test` work from a fresh clone: installs, compiles and bundles what is
// missing or out of date, and nothing else. Usage: node scripts/prepare.mjs [--force]
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { missingOutputs, removeOrphans } from './prepare/outputs.mjs'
import { missingPackages } from './prepare/packages.mjs'
import { alone } from './prepare/alone.mjs'
import { fingerprint, forget, isUnchanged, remember } from './prepare/stamp.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const force = process.argv.includes('--force')

/** Each step tells why it must run, or nothing when all is in place. */
const STEPS = [
  { does: 'Installing packages', why: whyInstall, run: install },
  { does: 'Compiling the server', why: whyCompile, run: compile },
  { does: 'Building the playground', why: whyBuildPlayground, run: buildPlayground },
]

requireNode()
if (STEPS.some((step) => step.why())) alone('.data/prepare.lock', () => STEPS.forEach(runWhenNeeded))

function requireNode() {
  const needed = JSON.parse(readFileSync('package.json', 'utf8')).engines.node.replace('>=', '')
  const isOlder = needed.localeCompare(process.versions.node, 'en', { numeric: true }) > 0
  if (isOlder)
    fail(`Node ${needed} or newer is needed, this is ${process.versions.node}: https://nodejs.org/`)
}

function runWhenNeeded({ does, why, run }) {
  const reason = why()
  if (!reason) return
  console.log(`${does}: ${reason}`)
  const start = performance.now()
  run()
  console.log(`${does} took ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

/** A production install without development packages is complete as long as nothing must be built. */
function whyInstall() {
  const isEnough = process.env.NODE_ENV === 'production' && !whyCompile() && !whyBuildPlayground()
  return missingPackages({ development: !isEnough })
}

function install() {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm']
  // What npm warns of is for whoever chooses the packages; faults are told.
  execute(...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')
}

function serverSources() {
  return fingerprint(
    ['server', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    ['server/playground'],
  )
}

function whyCompile() {
  if (force) return 'as asked'
  if (!existsSync('dist/server')) return 'there is no dist/server yet'
  if (missingOutputs().length > 0) return `dist lacks ${missingOutputs()[0]}`
  return isUnchanged('dist/.server', serverSources()) ? '' : 'the sources have changed'
}

function compile() {
  const sources = serverSources()
  forget('dist/.server')
  // The compiler trusts its notes and writes nothing for an unchanged source whose output is gone.
  if (force || missingOutputs().length > 0) rmSync('dist/.tsbuildinfo', { force: true })
  execute(process.execPath, 'node_modules/ts7/bin/tsc', '-p', 'tsconfig.build.json')
  removeOrphans()
  remember('dist/.server', sources)
}

function playgroundSources() {
  return fingerprint(['server/playground', 'package-lock.json'])
}

function whyBuildPlayground() {
  if (!existsSync('server/playground/build.mjs')) return ''
  if (force) return 'as asked'
  if (!existsSync('dist/playground/index.html')) return 'there is no dist/playground yet'
  return isUnchanged('dist/.playground', playgroundSources()) ? '' : 'its sources have changed'
}

function buildPlayground() {
  const sources = playgroundSources()
  execute(process.execPath, 'server/playground/build.mjs')
  remember('dist/.playground', sources)
}

function execute(command, ...args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) fail(`Failed: ${[command, ...args].join(' ')}${error ? ` (${error.message})` : ''}`)
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
