import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'

/** /healthz: the process answers. /readyz: it may be sent requests, which it may not once it is stopping. */
export function registerHealth(app: FastifyInstance, database: DataSource): void {
  let stopping = false
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = !stopping && (await answers(database))
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
