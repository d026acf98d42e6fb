import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

interface AssetOptions {
  /** Holds every file that may be asked for, beside its `.br` and `.gz`. */
  directory: string
  prefix: string
  headers: Record<string, string>
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
]

/** The names carry a hash of the content, so a browser need never ask twice. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Serves the files that are there at this moment, by exact name, in the best compression on offer. */
export async function registerAssets(app: FastifyInstance, options: AssetOptions): Promise<void> {
  const { directory, prefix, headers } = options
  const files = new Set(await readdir(directory))
  app.get<{ Params: { file: string } }>(`${prefix}:file`, async (request, reply) => {
    const { file } = request.params
    const type = TYPES[extname(file)]
    if (type === undefined || !files.has(file)) return reply.callNotFound()
    const accepted = (request.headers['accept-encoding'] ?? '').split(/[\s,;]+/)
    const encoding = ENCODINGS.find(({ name, suffix }) => accepted.includes(name) && files.has(file + suffix))
    if (encoding !== undefined) reply.header('content-encoding', encoding.name)
    reply.headers({ ...headers, 'cache-control': FOR_EVER, vary: 'accept-encoding' }).type(type)
    return reply.send(await readFile(join(directory, file + (encoding?.suffix ?? ''))))
  })
}
