// Fetches what the SDK has to run in, beside the Node that is here: the next versions of Node, too large to be installed
// with everything else. The tests find them in the folder by SDK_RUNTIMES. Usage: node .ci/sdk-runtimes.mjs <folder>
import { execFile } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const NODES = { 'node-22': '22.23.5', 'node-24': '24.22.3' }

const folder = resolve(process.argv[2])
const run = (program, args, cwd = folder) => promisify(execFile)(program, args, { cwd })

mkdirSync(folder, { recursive: true })
await Promise.all(Object.entries(NODES).map((each) => fetchNode(...each)))

/** Of the package only the program, a third of it. */
async function fetchNode(name, version) {
  const own = join(folder, `${name}-package`)
  mkdirSync(own)
  await run('npm', ['pack', '--silent', `node-${process.platform}-${process.arch}@${version}`], own)
  await run('sh', ['-c', 'tar -xzf *.tgz package/bin/node'], own)
  renameSync(join(own, 'package/bin/node'), join(folder, name))
  const { stdout } = await run(join(folder, name), ['--version'])
  if (stdout.trim() !== `v${version}`) throw new Error(`${name}: expected v${version}, came ${stdout.trim()}`)
  console.log(`${name} is ${stdout.trim()}`)
}
