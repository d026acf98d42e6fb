import { createNode } from '../../../server/features/org/org.commands.js'
import { restoreNode } from '../../../server/features/org/restore-node.commands.js'
import { deleteNode } from '../../../server/features/people/delete-node.commands.js'
import { startWorld, type World } from '../../support/world.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

it('a company has at most 10,000 nodes', async () => {
  const { id, build } = await world.company()
  const create = (name: string) => createNode(build.ctx, { level: 'TEAM', name, parentId: id })
  await world.database.query(
    `WITH added AS (
       INSERT INTO org_node SELECT $1::uuid, gen_random_uuid(), 'TEAM', 'T' || n FROM generate_series(1, 9998) n
       RETURNING company_id, id),
     placed AS (
       INSERT INTO org_node_placement SELECT company_id, id, company_id, now() - interval '1 day', 'infinity' FROM added),
     counted AS (
       INSERT INTO org_node_version SELECT company_id, id, 1, now() - interval '1 day', 'infinity' FROM added)
     UPDATE company SET config_version = config_version + 1 WHERE company_id = $1`,
    [id],
  )
  const last = await create('THE LAST')
  await expect(create('ONE MORE')).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
    message: 'A company has at most 10000 nodes; this would make 10001.',
  })
  await deleteNode(build.ctx, { nodeId: last, choice: null, moveToId: null, expectedVersion: 1 })
  await create('ANOTHER')
  await expect(restoreNode(build.ctx, { nodeId: last, expectedVersion: 2 })).rejects.toMatchObject({
    code: 'LIMIT_EXCEEDED',
  })
})
