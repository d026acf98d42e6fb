import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics } from 'prom-client'
import type { MetricsAccess } from '../config.js'
import type { Metrics } from './metrics.js'

/** Serves /metrics in the format of Prometheus, with what there is to know of the process beside our own. */
export function registerMetrics(app: FastifyInstance, { registry }: Metrics, access: MetricsAccess): void {
  if (access === undefined) return
  collectDefaultMetrics({ register: registry })
  app.get('/metrics', async (request, reply) => {
    if (access !== null && !isSame(request.headers.authorization ?? '', `Bearer ${access}`))
      return reply.code(401).header('www-authenticate', 'Bearer').send()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** In a time that says nothing about how much of it is right. */
function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return timingSafeEqual(left!, right!)
}
