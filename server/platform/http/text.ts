import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/** Serves a text that does not change as long as the server runs; not again to whoever says to have it (ETag). */
export function registerText(app: FastifyInstance, url: string, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  app.get(url, (request, reply) => {
    void reply.headers({ etag, 'cache-control': 'public, no-cache' })
    const known = (request.headers['if-none-match'] ?? '')
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
    if (known.includes(etag) || known.includes('*')) return reply.code(304).send()
    return reply.type('text/plain; charset=utf-8').send(text)
  })
}
