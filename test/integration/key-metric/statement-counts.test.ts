import { OVERVIEW } from '../../support/overview.js'
import { numbered } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

const EVERY_LEVEL = `{
  company {
    ...Shown
    departments { ...Shown teams { ...Shown } }
    teams { ...Shown }
  }
}
fragment Shown on OrgNode {
  name version inheritsKeyMetrics parent { name } path { name }
  effectiveKeyMetrics {
    label kind frequency status isInherited position metric { key }
    definedAt { name } kindFrom { name } labelFrom { name } locks { lock setAt { name } }
  }
  keyMetricRules { effect metric { key } dormancy { reason by { name } } }
}`

const departmentWith = (teams: number) => ({
  departments: { SALES: numbered(teams) },
  teams: ['LABS'],
  keyMetrics: ['REV', 'CALLS'],
})

interface Tree {
  company: { departments: [{ teams: unknown[] }] }
}

describe('the key metrics of the whole tree, at all three levels, cost', () => {
  it.each([1, 20, 400])(
    'six statements with %i teams: the viewer, and five that read the company',
    async (teams) => {
      const { admin } = await world.company(departmentWith(teams))
      const { data, statements } = await world.run<Tree>(admin, EVERY_LEVEL)
      expect(data.company.departments[0].teams).toHaveLength(teams)
      expect(statements).toHaveLength(6)
    },
  )

  it.each([1, 20, 400])('one statement with %i teams when that version was read before', async (teams) => {
    const { admin } = await world.company(departmentWith(teams))
    const { text } = await world.run(admin, EVERY_LEVEL)
    const again = await world.run(admin, EVERY_LEVEL)
    expect(again.text).toBe(text)
    expect(again.statements).toHaveLength(1)
  })

  it('no more when another instant is asked for beside the present: five for each instant', async () => {
    const { admin, build } = await world.company(departmentWith(20))
    const asOf = build.ctx.moment.at
    await build.department('CS')
    const both = `query ($asOf: DateTime!) { company { ...E departments { teams { ...E then: effectiveKeyMetrics(asOf: $asOf) { label } } } } }
      fragment E on OrgNode { effectiveKeyMetrics { label } }`
    const { errors, statements } = await world.run(admin, both, { asOf })
    expect(errors).toEqual([])
    expect(statements).toHaveLength(11)
  })
})

describe('the people of many teams cost', () => {
  const MEMBERS = `{ company { departments { teams {
    members(first: 2) { totalCount nodes { name team { name } roleAssignments { role node { name } } } }
    administrators { nodes { user { name } } }
    managers { totalCount }
  } } } }`

  it.each([1, 20, 400])('nine statements with %i teams', async (teams) => {
    const { admin, build, node } = await world.company(departmentWith(teams))
    const people = numbered(teams).flatMap((team) =>
      ['a', 'b', 'c'].map((name) => ({
        name,
        email: `${name}@${team.replace(' ', '')}`,
        teamId: node(team),
      })),
    )
    await build.people(people)
    const { data, errors, statements } = await world.run<Tree>(admin, MEMBERS)
    expect(errors).toEqual([])
    expect(data.company.departments[0].teams.at(-1)).toMatchObject({
      members: { nodes: [{ name: teams === 1 ? 'Mia Member' : 'a' }, {}] },
      administrators: { nodes: [{ user: { name: 'Ada Admin' } }] },
    })
    expect(statements).toHaveLength(9)
  })
})

describe('a change costs', () => {
  it('twelve statements, the last of them for its answer, with any number of teams', async () => {
    for (const teams of [1, 20, 400]) {
      const { admin, id, metric } = await world.company(departmentWith(teams))
      await world.run(admin, OVERVIEW)
      const input = { nodeId: id, metricId: metric('REV'), kind: 'PRIMARY', expectedVersion: 3 }
      const { changed, statements } = await world.mutate(admin, 'overrideKeyMetric', input)
      expect(changed).toEqual({ id, version: 4 })
      expect(statements.map((statement) => statement.trim().split(/\s+/)[0])).toEqual([
        'SELECT', // the viewer
        ...['START', 'SELECT'], // the company's lock
        ...['UPDATE', 'INSERT'], // the old rule, the new rule
        ...['UPDATE', 'INSERT'], // the node's old version, the new one
        ...['INSERT', 'WITH'], // the audit entry, the company's version with the event that tells of it
        ...['SELECT', 'COMMIT'], // the viewer once more, who may have lost what they had
        'SELECT', // the answer
      ])
    }
  })

  it('four statements when it is so already', async () => {
    const { admin, id, metric } = await world.company(departmentWith(1))
    await world.run(admin, OVERVIEW)
    const input = { nodeId: id, metricId: metric('REV'), expectedVersion: 0 }
    const { userErrors, statements } = await world.mutate(admin, 'addKeyMetric', input)
    expect(userErrors).toEqual([])
    expect(statements).toHaveLength(4)
  })
})
