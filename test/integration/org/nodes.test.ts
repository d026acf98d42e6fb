import { onCompany } from '../../../server/features/org/permission.js'
import { DomainError } from '../../../server/domain/errors.js'
import { moveNode } from '../../../server/features/org/move-node.commands.js'
import { createNode, createNodes, type NewNode } from '../../../server/features/org/org.commands.js'
import { change } from '../../../server/platform/database/change.js'
import { buildCompany } from '../../../server/seed/company-builder.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ departments: { SALES: ['OSLO'], CS: [] }, teams: ['LABS'] })
})

afterAll(() => world.stop())

/** Why it is refused; nothing may have been written. */
async function refusal(attempt: () => Promise<unknown>) {
  const before = await rowsOf(world.database, acme.id)
  const error: unknown = await attempt().then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(await rowsOf(world.database, acme.id)).toEqual(before)
  if (!(error instanceof DomainError)) throw error
  const { code, message, path } = error
  return { code, message, path }
}

const create = (level: NewNode['level'], name: string, parent: string, id?: string) =>
  createNode(acme.build.ctx, { level, name, parentId: acme.node(parent), id })

async function move(name: string, parent: string): Promise<void> {
  const [nodeId, parentId] = [acme.node(name), acme.node(parent)]
  await moveNode(acme.build.ctx, { nodeId, parentId, expectedVersion: await acme.versionOf(name) })
}

describe('the tree has three levels:', () => {
  it.each([
    [
      'TEAM',
      'a team under a team',
      'OSLO',
      'A TEAM hangs under a COMPANY or a DEPARTMENT, not under a TEAM.',
    ],
    [
      'DEPARTMENT',
      'a department under a department',
      'SALES',
      'A DEPARTMENT hangs under a COMPANY, not under a DEPARTMENT.',
    ],
    [
      'DEPARTMENT',
      'a department under a team',
      'LABS',
      'A DEPARTMENT hangs under a COMPANY, not under a TEAM.',
    ],
  ] as const)('a %s cannot be made as %s', async (level, _, parent, message) => {
    expect(await refusal(() => create(level, 'NEW', parent))).toEqual({
      code: 'INVALID',
      message,
      path: ['parentId'],
    })
  })

  it.each([
    ['SALES', 'OSLO', 'A DEPARTMENT hangs under a COMPANY, not under a TEAM.'],
    ['SALES', 'SALES', 'A DEPARTMENT hangs under a COMPANY, not under a DEPARTMENT.'],
    ['SALES', 'CS', 'A DEPARTMENT hangs under a COMPANY, not under a DEPARTMENT.'],
    ['OSLO', 'OSLO', 'A TEAM hangs under a COMPANY or a DEPARTMENT, not under a TEAM.'],
    ['ACME', 'SALES', 'A COMPANY hangs under nothing, not under a DEPARTMENT.'],
    ['ACME', 'ACME', 'A COMPANY hangs under nothing, not under a COMPANY.'],
  ])('%s cannot be moved under %s, so there is no cycle', async (name, parent, message) => {
    expect(await refusal(() => move(name, parent))).toEqual({ code: 'INVALID', message, path: ['parentId'] })
  })
})

describe('a node has one parent:', () => {
  it('an id that has its place already cannot be given a second', async () => {
    expect(await refusal(() => create('TEAM', 'OSLO AGAIN', 'CS', acme.node('OSLO')))).toEqual({
      code: 'DUPLICATE',
      message: 'OSLO has its place in the tree already: a node has one parent. Move it.',
      path: ['id'],
    })
  })

  it('a team moves between departments and to the company itself', async () => {
    const document = '{ company { departments { name teams { name } } teams { name } } }'
    const tree = async () => (await world.run(acme.admin, document)).data
    await move('OSLO', 'CS')
    await move('LABS', 'SALES')
    expect(await tree()).toEqual({
      company: {
        departments: [
          { name: 'CS', teams: [{ name: 'OSLO' }] },
          { name: 'SALES', teams: [{ name: 'LABS' }] },
        ],
        teams: [],
      },
    })
    await move('OSLO', 'ACME')
    expect(await tree()).toMatchObject({ company: { teams: [{ name: 'OSLO' }] } })
  })

  it('moving it where it is changes nothing, whatever the version', async () => {
    const before = await rowsOf(world.database, acme.id)
    const [nodeId, parentId] = [acme.node('OSLO'), acme.node('SALES')]
    await moveNode(acme.build.ctx, { nodeId, parentId, expectedVersion: 99 })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('a move with an old version is a conflict', async () => {
    const [nodeId, parentId] = [acme.node('OSLO'), acme.node('CS')]
    expect(await refusal(() => moveNode(acme.build.ctx, { nodeId, parentId, expectedVersion: 0 }))).toEqual({
      code: 'VERSION_CONFLICT',
      message: 'OSLO is at version 1, not 0: it was changed meanwhile. Read it and try again.',
      path: ['expectedVersion'],
    })
  })

  it('a parent of another company is as good as none', async () => {
    const other = await buildCompany(world.database, { name: 'OTHER' })
    const elsewhere = { level: 'TEAM' as const, name: 'NEW', parentId: other.ctx.companyId }
    const missing = {
      code: 'NOT_FOUND',
      message: 'There is no such node in your company.',
      path: ['parentId'],
    }
    expect(await refusal(() => createNode(acme.build.ctx, elsewhere))).toEqual(missing)
    const nodeId = acme.node('OSLO')
    const away = { nodeId, parentId: other.ctx.companyId, expectedVersion: 1 }
    expect(await refusal(() => moveNode(acme.build.ctx, away))).toEqual(missing)
  })
})

describe('the name of a node', () => {
  it.each(['OSLO', 'oslo', ' Oslo '])('%j cannot be that of a sibling', async (name) => {
    expect(await refusal(() => create('TEAM', name, 'SALES'))).toEqual({
      code: 'DUPLICATE',
      message: `There is a TEAM named “${name.trim()}” in that place already. Choose another name.`,
      path: ['name'],
    })
  })

  it('can be that of a node elsewhere, until one of them is moved there', async () => {
    const nodeId = await create('TEAM', 'OSLO', 'CS')
    const { ctx } = acme.build
    const parentId = acme.node('SALES')
    const error = await refusal(() => moveNode(ctx, { nodeId, parentId, expectedVersion: 1 }))
    expect(error).toMatchObject({ code: 'DUPLICATE', path: ['name'] })
  })

  it.each([
    ['', 'name is empty; give it at least one character.'],
    ['x'.repeat(121), 'name has 121 characters; at most 120 are allowed.'],
    ['a\u0000b', 'name holds control characters or broken Unicode; remove them.'],
  ])('cannot be %.12j', async (name, message) => {
    expect(await refusal(() => create('TEAM', name, 'SALES'))).toEqual({
      code: 'INVALID',
      message,
      path: ['name'],
    })
  })

  it('of a new company cannot be empty either', async () => {
    await expect(buildCompany(world.database, { name: ' ' })).rejects.toThrow('name is empty')
  })

  it('comes back exactly as it was given', async () => {
    const name = "Ærø & “Øst” 😀 %_% ' ; -- \\ {x}"
    await create('TEAM', name, 'CS')
    const { data } = await world.run(acme.admin, '{ company { departments { teams { name } } } }')
    expect(data).toMatchObject({ company: { departments: [{ teams: [{ name }] }, {}] } })
  })
})

it('many nodes are made at once, or none of them', async () => {
  const { build, node } = acme
  const nodes = ['A', 'B', 'A'].map((name) => ({ level: 'TEAM' as const, name, parentId: node('CS') }))
  const attempt = () => change(build.ctx, onCompany('organise nodes'), (tx) => createNodes(tx, nodes))
  expect(await refusal(attempt)).toMatchObject({ code: 'DUPLICATE', path: ['name'] })
})
