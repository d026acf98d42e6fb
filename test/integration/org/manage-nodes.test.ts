import { unwritten } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((at) =>
  at.company({ departments: { SALES: ['BERGEN', 'OSLO', 'ASKER'], CS: [] }, teams: ['LABS'] }),
)

const input = async (name: string, rest: object = {}) => ({
  ...{ nodeId: acme.node(name), expectedVersion: await acme.versionOf(name) },
  ...rest,
})
const teamsOfSales = async () => {
  const document = '{ company { departments { name teams { name } } } }'
  const { data } = await world.run<{
    company: { departments: { name: string; teams: { name: string }[] }[] }
  }>(acme.admin, document)
  return data.company.departments.find(({ name }) => name === 'SALES')!.teams.map(({ name }) => name)
}
const reorder = async (names: readonly string[], expectedVersion?: number) =>
  world.mutate(acme.admin, 'reorderNodes', {
    parentId: acme.node('SALES'),
    nodeIds: names.map(acme.node),
    expectedVersion: expectedVersion ?? (await acme.versionOf('SALES')),
  })

describe('siblings', () => {
  it('stand by name until they are put in an order; those left out stand behind by name', async () => {
    expect(await teamsOfSales()).toEqual(['ASKER', 'BERGEN', 'OSLO'])
    expect((await reorder(['OSLO'])).userErrors).toEqual([])
    expect(await teamsOfSales()).toEqual(['OSLO', 'ASKER', 'BERGEN'])
    expect((await reorder(['BERGEN', 'OSLO'])).userErrors).toEqual([])
    expect(await teamsOfSales()).toEqual(['BERGEN', 'OSLO', 'ASKER'])
    await reorder([])
    expect(await teamsOfSales()).toEqual(['ASKER', 'BERGEN', 'OSLO'])
    expect(await acme.audit()).toEqual(['reorderNodes', 'reorderNodes', 'reorderNodes'])
  })

  it('put in the order they have change nothing, whatever the version', async () => {
    await reorder(['OSLO', 'ASKER'])
    expect(await reorder(['OSLO', 'ASKER'], 99)).toMatchObject({ changed: { version: 2 }, userErrors: [] })
    expect(await acme.audit()).toEqual(['reorderNodes'])
  })

  it.each([
    ['that hangs elsewhere', ['OSLO', 'LABS'], 'NOT_FOUND', 'No such node hangs under SALES.'],
    ['twice', ['OSLO', 'OSLO'], 'INVALID', 'The node is there twice; name each once.'],
  ])('cannot be ordered with one %s', async (_, names, code, message) => {
    expect(await unwritten(world, acme, () => reorder(names))).toEqual([
      { code, message, path: ['nodeIds', '1'] },
    ])
  })

  it('that come from elsewhere stand behind those that are in an order', async () => {
    await reorder(['OSLO', 'BERGEN', 'ASKER'])
    await world.mutate(acme.admin, 'moveNode', await input('LABS', { parentId: acme.node('SALES') }))
    expect(await teamsOfSales()).toEqual(['OSLO', 'BERGEN', 'ASKER', 'LABS'])
    await world.mutate(acme.admin, 'moveNode', await input('OSLO', { parentId: acme.node('CS') }))
    await world.mutate(acme.admin, 'moveNode', await input('OSLO', { parentId: acme.node('SALES') }))
    expect(await teamsOfSales()).toEqual(['BERGEN', 'ASKER', 'LABS', 'OSLO'])
  })
})

describe('a node', () => {
  const DESCRIBED = 'query ($id: ID!) { orgNode(id: $id) { name description version } }'
  const shown = async (name: string, who = acme.admin) =>
    (await world.run<{ orgNode: object }>(who, DESCRIBED, { id: acme.node(name) })).data.orgNode

  it('is created with a name and a description, and is at version 1', async () => {
    const node = { level: 'TEAM', parentId: acme.node('CS'), name: ' New  team ', description: 'Fresh.' }
    const document = `mutation ($input: CreateNodeInput!) { createNode(input: $input) {
      node { name description level version parent { name } } userErrors { code } } }`
    expect((await world.run(acme.admin, document, { input: node })).data).toEqual({
      createNode: {
        node: {
          ...{ name: 'New team', description: 'Fresh.', level: 'TEAM', version: 1 },
          parent: { name: 'CS' },
        },
        userErrors: [],
      },
    })
  })

  it('is given another name and description; what is left out stays', async () => {
    await world.mutate(acme.admin, 'updateNode', await input('OSLO', { description: 'The capital.' }))
    await world.mutate(acme.admin, 'updateNode', await input('OSLO', { name: 'OSLO SOUTH' }))
    expect(await shown('OSLO')).toEqual({ name: 'OSLO SOUTH', description: 'The capital.', version: 3 })
    expect(await acme.audit()).toEqual(['updateNode', 'updateNode'])
  })

  it('may change the case of its own name, and not take that of a sibling', async () => {
    const rename = async (name: string) =>
      world.mutate(acme.admin, 'updateNode', await input('OSLO', { name }))
    expect((await rename('Oslo')).userErrors).toEqual([])
    expect(await unwritten(world, acme, () => rename('bergen'))).toMatchObject([
      { code: 'DUPLICATE', path: ['name'] },
    ])
  })

  it('of which one sees the name only has no description to show', async () => {
    await world.mutate(acme.admin, 'updateNode', await input('SALES', { description: 'Secret.' }))
    expect(await shown('SALES', acme.member)).toEqual({ name: 'SALES', description: null, version: 0 })
  })
})

it('a department admin moves teams within the department, and neither out of it nor into it', async () => {
  const [dan] = await acme.build.people([
    {
      ...{ name: 'Dan', email: 'dan@acme.test' },
      roles: [{ role: 'ADMIN', nodeId: acme.node('SALES') }],
    },
  ])
  const who = { userId: dan!, companyId: acme.id }
  const move = async (name: string, parent: string) =>
    (await world.mutate(who, 'moveNode', await input(name, { parentId: acme.node(parent) }))).userErrors
  expect(await move('OSLO', 'ACME')).toMatchObject([{ code: 'FORBIDDEN', path: ['parentId'] }])
  expect(await move('OSLO', 'CS')).toMatchObject([{ code: 'NOT_FOUND', path: ['parentId'] }])
  expect(await move('LABS', 'SALES')).toMatchObject([{ code: 'NOT_FOUND', path: ['nodeId'] }])
  expect(await move('OSLO', 'SALES')).toEqual([])
})
