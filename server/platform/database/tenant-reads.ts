import type { ClientBase } from 'pg'
import { EntityManager, QueryFailedError, type DataSource, type QueryRunner } from 'typeorm'
import { actingFor, isSecured } from './row-level-security.js'

/**
 * What a request reads with: one statement at a time, in a transaction of its own that sees one company, where
 * row-level security is in use. Nothing else of a manager can be had, since it would go past that.
 */
export class TenantReads extends EntityManager {
  readonly #companyId: string

  constructor(database: DataSource, companyId: string) {
    super(database)
    this.#companyId = companyId
  }

  /**
   * The start goes ahead of the statement without waiting for its answer, and nobody waits for the end: to the caller
   * it is one round trip, as without. Should the start fail, the database refuses what follows it.
   */
  override async query<T>(statement: string, parameters?: unknown[]): Promise<T> {
    if (!isSecured(this.connection)) return super.query<T>(statement, parameters)
    const start = `START TRANSACTION READ ONLY; ${actingFor(this.#companyId)}`
    const runner = this.connection.createQueryRunner()
    const client = (await runner.connect()) as ClientBase
    try {
      const started = client.query(start).catch((error: Error) => {
        throw new QueryFailedError(start, undefined, error)
      })
      const [, rows] = await Promise.all([started, runner.manager.query<T>(statement, parameters)])
      return rows
    } finally {
      void end(runner, client)
    }
  }

  override createQueryBuilder(): never {
    throw new TypeError(
      'A request reads with query() and changes with change(): nothing else is held to its company.',
    )
  }
}

/** A connection that is lost has nothing to end, and is not lent again. */
function end(runner: QueryRunner, client: ClientBase): Promise<void> {
  return client
    .query('COMMIT')
    .catch(() => undefined)
    .then(() => runner.release())
}
