import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const MOST_MS = 180_000

const running = new Set()
// Nobody is left behind, however the benchmark ends.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

/**
 * Starts a server that tells its address, http://127.0.0.1:<port>, in what it prints. What it says of errors goes to our
 * own. `stop` ends it.
 */
export async function startServer(name, { command = process.execPath, args, cwd, env }) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  child.setMaxListeners(0)
  running.add(child)
  child.once('exit', () => running.delete(child))
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  try {
    return { name, child, pid: child.pid, url: await addressTold(name, child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressTold(name, child) {
  return new Promise((resolve, reject) => {
    const said = []
    const fail = (why) => reject(new Error(`${name} ${why}. It said:\n${said.join('\n')}`))
    AbortSignal.timeout(MOST_MS).addEventListener('abort', () => fail(`was not up after ${MOST_MS} ms`))
    child.on('exit', (code) => fail(`ended with ${code} before it was up`))
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const [url] = /http:\/\/(127\.0\.0\.1|localhost):\d+/.exec(line) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}
