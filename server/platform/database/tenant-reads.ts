import type { Socket } from 'node:net'
import type { QueryResult } from 'pg'
import { EntityManager, type DataSource } from 'typeorm'
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
   * A statement and its transaction are one message: to the caller it is one round trip, as without, and nobody waits for
   * the end. Should the start fail, the database refuses what follows it.
   */
  override async query<T>(statement: string, parameters?: unknown[]): Promise<T> {
    if (!isSecured(this.connection)) return super.query<T>(statement, parameters)
    const runner = this.connection.createQueryRunner()
    const client = (await runner.connect()) as Connected
    const transaction = around(client, `START TRANSACTION READ ONLY; ${actingFor(this.#companyId)}`)
    try {
      return await runner.manager.query<T>(statement, parameters)
    } finally {
      void transaction.ended().then(() => runner.release())
    }
  }

  override createQueryBuilder(): never {
    throw new TypeError(
      'A request reads with query() and changes with change(): nothing else is held to its company.',
    )
  }
}

/** What `pg` has and does not declare: the socket, which holds back what is written while it is corked. */
interface Connected {
  query(statement: string, parameters?: unknown[]): Promise<QueryResult>
  readonly connection: { readonly stream: Socket }
}

/** Puts the next statement of this connection, which TypeORM is to send and log, into a transaction. */
function around(client: Connected, start: string): { ended(): Promise<unknown> } {
  const { query } = client
  const { stream } = client.connection
  let end: Promise<unknown> = Promise.resolve()
  client.query = async (statement, parameters) => {
    client.query = query
    stream.cork()
    const [started, answered] = [query.call(client, start), query.call(client, statement, parameters)]
    // A connection that is lost has nothing to end, and is not lent again.
    end = query.call(client, 'COMMIT').catch(() => undefined)
    stream.uncork()
    const [, answer] = await Promise.all([started, answered])
    return answer
  }
  return {
    ended: () => {
      client.query = query
      return end
    },
  }
}
