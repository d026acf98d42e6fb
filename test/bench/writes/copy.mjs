import pg from 'pg'

/** Works on a copy of the data set, which is gone afterwards: what is read elsewhere stays as it is. */
export async function onCopy(serverUrl, dataset, work) {
  const name = `${new URL(dataset.url).pathname.slice(1)}_writes`
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  try {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(dataset.url).pathname.slice(1)}`)
    const url = Object.assign(new URL(dataset.url), { pathname: name }).href
    return await work({ ...dataset, url })
  } finally {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await server.end()
  }
}
