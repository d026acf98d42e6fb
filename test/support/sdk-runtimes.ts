import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { EdgeVM } from '@edge-runtime/vm'
import { buildSync } from 'esbuild'
import { openOfflineBrowser } from './browser.js'

/** Where .ci/sdk-runtimes.mjs put what the SDK has to run in beside the Node of the tests. */
const { SDK_RUNTIMES: FETCHED } = process.env

/** The Node that runs the tests, and those that were fetched: all must be there then. */
export const NODES: (readonly [name: string, program: string])[] = [
  [`Node ${process.versions.node}`, process.execPath],
  ...(FETCHED ? ['node-22', 'node-24'].map((name) => [name, join(FETCHED, name)] as const) : []),
]

/** What the page of test/samples/runtimes, which its server serves, makes of the target. */
export async function exerciseInBrowser(origin: string, target: object): Promise<unknown> {
  const launched = await openOfflineBrowser()
  try {
    const page = await launched.newPage()
    await page.goto(`${origin}/page.html`)
    await page.waitForFunction('globalThis.exerciseSdk')
    return await page.evaluate(`exerciseSdk(${JSON.stringify(target)})`)
  } finally {
    await launched.close()
  }
}

/** In nothing but what the web has in common: no Node, no files, no modules. */
export async function exerciseAtTheEdge(project: string, target: object): Promise<unknown> {
  const { outputFiles } = buildSync({
    ...{ entryPoints: [join(project, 'bundle.mjs')], bundle: true, write: false },
    ...{ format: 'iife', platform: 'neutral', target: 'es2022' },
  })
  const edge = new EdgeVM()
  edge.evaluate(outputFiles[0]!.text)
  const saw = await edge.evaluate<Promise<string>>(
    `exerciseSdk(${JSON.stringify(target)}).then((saw) => JSON.stringify(saw))`,
  )
  return JSON.parse(saw)
}

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}

/** The files of a folder as they are, for a browser. */
export async function serveFolder(folder: string): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(({ url = '/' }, response) => {
    const file = join(folder, normalize(url))
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': MEDIA_TYPES[extname(file)] }).end(readFileSync(file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${port}`, stop }
}
