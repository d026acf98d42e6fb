import pg, { type QueryResult } from 'pg'

const names = new Map<string, string>()

/**
 * Marks a statement that finds its rows by their keys, so that one plan is right for a company of any size: a connection has it
 * parsed and planned once. What reads as much as there is is planned each time, for what there is.
 */
export function prepared(statement: string): string {
  names.set(statement, `lookup_${names.size + 1}`)
  return statement
}

type Send = (statement: string, parameters?: unknown[]) => Promise<QueryResult>

/** A connection that remembers the statements that are marked, and can put one into a transaction without waiting for it. */
export class Client extends pg.Client {
  #enclosing: Send | null = null

  readonly #send: Send = (statement, ...rest) => {
    const name = names.get(statement)
    return super.query(name === undefined ? statement : { name, text: statement }, ...rest)
  }

  override query = ((statement: unknown, ...rest: [unknown[]?]) => {
    if (typeof statement !== 'string') return super.query(statement as string, ...rest)
    const send = this.#enclosing ?? this.#send
    this.#enclosing = null
    return send(statement, ...rest)
  }) as pg.Client['query']

  /**
   * The next statement, its transaction that starts so, and the end of that are one message: to who asks it is one round trip, as
   * without, and nobody waits for the end. Should the start fail, the database refuses what follows it. Call what is answered,
   * and wait for it, before the connection is lent again.
   */
  enclose(start: string): () => Promise<unknown> {
    const { stream } = this.connection
    let end: Promise<unknown> = Promise.resolve()
    this.#enclosing = async (...statement) => {
      stream.cork()
      const [started, answered] = [this.#send(start), this.#send(...statement)]
      // A connection that is lost has nothing to end, and is not lent again.
      end = this.#send('COMMIT').catch(() => undefined)
      stream.uncork()
      const [, answer] = await Promise.all([started, answered])
      return answer
    }
    return () => {
      this.#enclosing = null
      return end
    }
  }
}
