import { serverAudits } from 'graphql-http'
import { inWorld } from '../support/world.js'

const world = inWorld()

/** The audits of the GraphQL over HTTP specification's own reference implementation. */
const AUDITS = serverAudits({ url: () => new URL('/graphql', world.url).href })

it('there are 61 audits of GraphQL over HTTP', () => {
  expect(AUDITS).toHaveLength(61)
})

it.each(AUDITS.map(({ id, name, fn }) => ({ id, name, fn })))('$id: the server $name', async ({ fn }) => {
  const result = await fn()
  expect(result).toMatchObject({ status: 'ok' })
})
