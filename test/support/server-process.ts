import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { JWT_SECRET } from './world.js'

/** The server as it is run, in a process that can be killed. */
export interface ServerProcess {
  readonly url: string
  readonly child: ChildProcess
  /** At once, as a crash or a power cut would. */
  kill(): Promise<unknown>
  /** As an operator does; answers the exit code. */
  terminate(): Promise<unknown>
}

export async function startServerProcess(
  databaseUrl: string,
  settings: NodeJS.ProcessEnv = {},
  nodeOptions: readonly string[] = [],
): Promise<ServerProcess> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: databaseUrl, JWT_SECRET, NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    ...{ PORT: '0', HOST: '127.0.0.1', ...settings },
  }
  const child = spawn(process.execPath, [...nodeOptions, 'dist/server/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const url = await urlToldBy(child.stdout!)
  const end = async (signal: NodeJS.Signals) => {
    const ended = once(child, 'exit')
    child.kill(signal)
    const [code] = (await ended) as [number | null]
    return code
  }
  return { url, child, kill: () => end('SIGKILL'), terminate: () => end('SIGTERM') }
}

/** Goes on reading what is told: a server that cannot tell any more would end. */
function urlToldBy(output: Readable): Promise<string> {
  let told = ''
  return new Promise((resolve, reject) => {
    output.on('data', (chunk) => {
      told += String(chunk)
      const [url] = /http:\/\/[\w.]+:\d+/.exec(told) ?? []
      if (url !== undefined) resolve(url)
    })
    output.on('end', () => reject(new Error(`The server ended before it was up: ${told}`)))
  })
}
