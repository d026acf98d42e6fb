import { randomUUID } from 'node:crypto'
import { onCompany } from '../../../server/features/org/permission.js'
import { createNodes } from '../../../server/features/org/org.commands.js'
import { change } from '../../../server/platform/database/change.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

// An import chooses ids. Were two companies to choose the same, each would still see its own.
const TEAM = randomUUID()

let world: World
let companies: TestCompany[]

beforeAll(async () => {
  world = await startWorld()
  companies = [await twin('ONE'), await twin('TWO')]
})

afterAll(() => world.stop())

async function twin(name: string): Promise<TestCompany> {
  const company = await world.company({ name, keyMetrics: ['REV'] })
  const { build, id, metric } = company
  const team = { id: TEAM, level: 'TEAM' as const, parentId: id, name: `${name} TEAM` }
  await change(build.ctx, onCompany('organise nodes'), (tx) => createNodes(tx, [team]))
  const roles = [{ role: 'MANAGER' as const, nodeId: TEAM }]
  await build.people([{ name: `${name} PERSON`, email: 'p@twin.test', teamId: TEAM, roles }])
  await build.override(TEAM, metric('REV'), { label: `${name} LABEL` })
  return company
}

const DOCUMENT = `query ($id: ID!) { team(id: $id) {
  name parent { name }
  members { totalCount nodes { name } }
  managers { totalCount nodes { user { name } } }
  effectiveKeyMetrics { label }
  keyMetricRules { label }
} }`

it.each(['ONE', 'TWO'])('a team of company %s is its own, though another has the same id', async (name) => {
  const { admin } = companies[name === 'ONE' ? 0 : 1]!
  const { data } = await world.run(admin, DOCUMENT, { id: TEAM })
  expect(data).toEqual({
    team: {
      ...{ name: `${name} TEAM`, parent: { name } },
      members: { totalCount: 1, nodes: [{ name: `${name} PERSON` }] },
      managers: { totalCount: 1, nodes: [{ user: { name: `${name} PERSON` } }] },
      effectiveKeyMetrics: [{ label: `${name} LABEL` }],
      keyMetricRules: [{ label: `${name} LABEL` }],
    },
  })
})
