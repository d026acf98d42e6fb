import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { DataSource } from 'typeorm'
import { poolOf } from '../database/pool.js'
import { statementCounts } from '../database/statements.js'

/** What is counted of one server. No label holds what a client wrote: each has a short and closed list of values. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Counter<'route' | 'status'>
  readonly durations: Histogram<'route'>
  readonly operations: Counter<'type'>
  readonly refusals: Counter<'code'>
  readonly untrusted: Counter
}

/** From a request that is refused at the door to one that reaches its deadline. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]

export function createMetrics(database: DataSource): Metrics {
  const registry = new Registry()
  const registers = [registry]
  observeDatabase(database, registers)
  return {
    registry,
    requests: new Counter({
      name: 'key_metrics_http_requests_total',
      help: 'Requests that were answered.',
      labelNames: ['route', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'key_metrics_http_request_duration_seconds',
      help: 'From the first byte of a request to the last of its answer.',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    }),
    operations: new Counter({
      name: 'key_metrics_graphql_operations_total',
      help: 'Operations that were run.',
      labelNames: ['type'],
      registers,
    }),
    refusals: new Counter({
      name: 'key_metrics_graphql_errors_total',
      help: 'GraphQL errors that were told, by their code.',
      labelNames: ['code'],
      registers,
    }),
    untrusted: new Counter({
      name: 'key_metrics_untrusted_documents_total',
      help: 'Documents that are not among the trusted ones, unless TRUSTED_DOCUMENTS is off.',
      registers,
    }),
  }
}

function observeDatabase(database: DataSource, registers: Registry[]): void {
  new Counter({
    name: 'key_metrics_sql_statements_total',
    help: 'SQL statements that this process sent, and which of them failed or took more than a second.',
    labelNames: ['which'],
    registers,
    collect() {
      this.reset()
      for (const [which, count] of Object.entries(statementCounts())) this.inc({ which }, count)
    },
  })
  new Gauge({
    name: 'key_metrics_database_connections',
    help: 'Connections to the database: in use, idle; and requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(poolOf(database))) this.set({ state }, count)
    },
  })
}
