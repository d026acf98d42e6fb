import pg from 'pg'

const names = new Map<string, string>()

/**
 * Marks a statement that finds its rows by their keys, so that one plan is right for a company of any size: a connection has it
 * parsed and planned once. What reads as much as there is is planned each time, for what there is.
 */
export function prepared(statement: string): string {
  names.set(statement, `lookup_${names.size + 1}`)
  return statement
}

/** The client of a pool whose connections remember the statements that are marked. */
export class PreparingClient extends pg.Client {
  override query = ((statement: unknown, ...rest: never[]) => {
    const name = typeof statement === 'string' ? names.get(statement) : undefined
    return super.query((name === undefined ? statement : { name, text: statement }) as never, ...rest)
  }) as pg.Client['query']
}
