import pg from 'pg'

/** Any number will do, as long as nobody else locks it in the database `postgres`. */
const LEASE = 761_305_121

/**
 * A process that uses the cluster holds a shared lock in it. The lock ends with the process, even
 * with kill -9, so PostgreSQL itself knows whether somebody still needs it. Nobody else has to
 * count processes or to guess which of them are alive.
 */
export interface Lease {
  /** Settles when the connection is gone, wanted or not. */
  ended: Promise<void>
  /** Gives the lease back; true when it was the last one. New ones then wait until the server is gone. */
  giveBack(): Promise<boolean>
  close(): Promise<void>
}

/** Waits while another process is shutting the cluster down, and then fails. */
export async function takeLease(url: string): Promise<Lease> {
  const client = new pg.Client({ connectionString: url, application_name: 'key-metrics lease' })
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  // The end is reported by `ended`; an error without a listener would end our process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE])
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return { ended, giveBack: () => giveBack(client), close: () => client.end().catch(() => undefined) }
}

async function giveBack(client: pg.Client): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [LEASE])
  const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [LEASE])
  return rows[0]?.last ?? false
}
