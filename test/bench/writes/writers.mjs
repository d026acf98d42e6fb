import pg from 'pg'
import { graphqlRequest, ours, signedIn, withoutErrors } from '../contenders/ours.mjs'
import { operation } from '../operation.mjs'
import { batchOf } from './batch.mjs'
import { ONE_STATEMENT } from './one-statement.sql.mjs'

/** Deliveries by HTTP, as the SDK sends them. */
export async function throughOurServer(dataset, pool) {
  const server = await ours.start(dataset)
  const document = operation('log-activities')
  const headers = await signedIn(dataset)
  const writeBatch = async () => {
    const input = { source: 'BENCH', mode: 'ATOMIC', items: batchOf(pool, pool.size) }
    const request = graphqlRequest(document, headers, { input })
    const { data, errors } = await (await fetch(server.url + request.path, request)).json()
    const { isWritten, userErrors } = withoutErrors(data, errors).logActivities
    if (!isWritten) throw new Error(`The batch was not written: ${JSON.stringify(userErrors)}`)
  }
  return { server, writeBatch, stop: server.stop }
}

/** The same work for the database in one statement of SQL: what is left when nobody checks, asks or answers. */
export async function throughOneStatement({ url, company, admin }, pool) {
  const connections = new pg.Pool({ connectionString: url, max: 32 })
  const writeBatch = async () => {
    const batch = batchOf(pool, pool.size)
    const columns = ['activityTypeId', 'userId', 'quantity', 'occurredAt', 'externalId']
    await connections.query({
      name: 'write',
      text: ONE_STATEMENT,
      values: [
        ...[company, admin, Math.floor(Math.random() * 16)],
        ...columns.map((column) => batch.map((activity) => activity[column])),
      ],
    })
  }
  return { writeBatch, stop: () => connections.end() }
}
