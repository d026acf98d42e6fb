import { EntityManager, type DataSource } from 'typeorm'
import type { Client } from './client.js'
import { actingFor, isSecured } from './row-level-security.js'

/**
 * What a request, and the system itself for a company, reads with: one statement at a time, in a transaction of its own
 * that sees one company, where row-level security is in use. Nothing else of a manager can be had, since it would go past that.
 */
export class TenantReads extends EntityManager {
  readonly #companyId: string

  constructor(database: DataSource, companyId: string) {
    super(database)
    this.#companyId = companyId
  }

  override async query<T>(statement: string, parameters?: unknown[]): Promise<T> {
    if (!isSecured(this.connection)) return super.query<T>(statement, parameters)
    const runner = this.connection.createQueryRunner()
    const client = (await runner.connect()) as Client
    const ended = client.enclose(`START TRANSACTION READ ONLY; ${actingFor(this.#companyId)}`)
    try {
      return await runner.manager.query<T>(statement, parameters)
    } finally {
      void ended().then(() => runner.release())
    }
  }

  override createQueryBuilder(): never {
    throw new TypeError(
      'A request reads with query() and changes with change(): nothing else is held to its company.',
    )
  }
}
