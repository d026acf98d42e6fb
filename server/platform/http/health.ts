import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'

/** Whether the server may be sent requests, as whoever stops it says; while it goes on answering those that come. */
export interface Readiness {
  isLeaving: boolean
}

/** /healthz: the process answers. /readyz: it may be sent requests, which it may not once it is about to stop. */
export function registerHealth(
  app: FastifyInstance,
  database: DataSource,
  readiness: Readiness = { isLeaving: false },
): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = !readiness.isLeaving && (await answers(database))
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
}

async function answers(database: DataSource): Promise<boolean> {
  try {
    await database.query('SELECT 1')
    return true
  } catch {
    return false
  }
}
