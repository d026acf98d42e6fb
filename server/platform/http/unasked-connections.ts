import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Ends, when `app` closes, the connections on which nothing was asked: browsers and pools open some ahead. To Node they
 * are not idle, and once it closes it looks after no time limit any more: one such client would keep the server from
 * ending for as long as it likes. What is on its way in has until `patienceMs`.
 */
export function dropUnaskedConnections(app: FastifyInstance, patienceMs: number): void {
  const unasked = new Set<Socket>()
  app.server.on('connection', (socket) => {
    unasked.add(socket)
    socket.once('close', () => unasked.delete(socket))
  })
  app.server.on('request', ({ socket }) => unasked.delete(socket))
  app.server.on('upgrade', ({ socket }) => unasked.delete(socket))
  app.addHook('preClose', (done) => {
    for (const socket of unasked) if (socket.bytesRead === 0) socket.destroy()
    setTimeout(() => unasked.forEach((socket) => socket.destroy()), patienceMs).unref()
    done()
  })
}
