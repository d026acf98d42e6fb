import { activityCompany } from '../../support/activity-company.js'
import type { UserError } from '../../support/mutation.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const at = (day: string) => `2026-${day}T12:00:00.000Z`
const TAKEN =
  'There is a TEAM named “PARIS” in that place from 2026-06-01T12:00:00.000Z on. Choose another name.'
const taken = (message = TAKEN) => [{ code: 'DUPLICATE', message, path: ['name'] }]

/** Answers its id, by which nodes of one name are told apart, and what was said to it. */
async function create(name: string, parent: string, day: string | null) {
  const { changed, userErrors } = await world.mutate(acme.admin, 'createNode', {
    ...{ level: 'TEAM', name, parentId: acme.node(parent) },
    ...(day !== null && { effectiveAt: at(day) }),
  })
  return { id: changed?.id ?? '', userErrors }
}

async function carry(
  mutation: 'moveNode' | 'deleteNode' | 'restoreNode',
  nodeId: string,
  input: { readonly day: string; readonly parentId?: string },
): Promise<readonly UserError[]> {
  const rows = await world.database.query<[{ version: number }]>(
    `SELECT version FROM org_node_version WHERE node_id = $1 AND valid_to = 'infinity'`,
    [nodeId],
  )
  const { day, ...rest } = input
  const expectedVersion = rows[0].version
  const dated = { nodeId, expectedVersion, effectiveAt: at(day), ...rest }
  return (await world.mutate(acme.admin, mutation, dated)).userErrors
}

describe('two siblings have two names at every instant from which on a change is dated back', () => {
  it('so a node cannot be created under the name that a later one has', async () => {
    await create('PARIS', 'SALES', '06-01')
    expect((await create('paris', 'SALES', '03-01')).userErrors).toEqual(
      taken(TAKEN.replace('PARIS', 'paris')),
    )
    expect((await create('PARIS', 'ACME', '03-01')).userErrors).toEqual([])
  })

  it('nor under one that was there for a time only', async () => {
    const { id } = await create('PARIS', 'SALES', '06-01')
    expect(await carry('deleteNode', id, { day: '07-01' })).toEqual([])
    expect((await create('PARIS', 'SALES', '03-01')).userErrors).toEqual(taken())
    expect((await create('PARIS', 'SALES', '08-01')).userErrors).toEqual([])
  })

  it('nor be moved beside one', async () => {
    const { id } = await create('PARIS', 'ACME', '02-01')
    await create('PARIS', 'SALES', '06-01')
    expect(await carry('moveNode', id, { parentId: acme.node('SALES'), day: '03-01' })).toEqual(taken())
  })

  it('but can hang where one came after it had left', async () => {
    const { id } = await create('PARIS', 'SALES', '02-01')
    expect(await carry('moveNode', id, { parentId: acme.id, day: '05-01' })).toEqual([])
    await create('PARIS', 'SALES', '06-01')
    expect(await carry('moveNode', id, { parentId: acme.id, day: '03-01' })).toEqual([])
    expect(await carry('moveNode', id, { parentId: acme.node('SALES'), day: '04-01' })).toEqual([])
  })

  it('nor be restored beside one', async () => {
    const { id } = await create('PARIS', 'SALES', '02-01')
    expect(await carry('deleteNode', id, { day: '02-10' })).toEqual([])
    await create('PARIS', 'SALES', '06-01')
    expect(await carry('restoreNode', id, { day: '03-01' })).toEqual(taken())
  })
})
