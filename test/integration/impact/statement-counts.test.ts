import { OVERVIEW } from '../../support/overview.js'
import { dryRun } from '../../support/dry-run.js'
import { numbered } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

const verbs = (statements: readonly string[]) =>
  statements.map((statement) => statement.trim().split(/\s+/)[0])

describe('a dry run costs', () => {
  it.each([1, 20, 400])('sixteen statements with %i teams, each with people of its own', async (teams) => {
    const { admin, build, id, metric, node } = await world.company({
      departments: { SALES: numbered(teams) },
      keyMetrics: ['REV', 'CALLS'],
    })
    await build.people(
      numbered(teams).map((team) => ({
        name: team,
        email: `${team.replace(' ', '')}@acme.test`,
        teamId: node(team),
      })),
    )
    await world.run(admin, OVERVIEW)
    const input = { nodeId: id, metricId: metric('REV'), expectedVersion: 3 }
    const { impact, statements } = await dryRun(world, admin, 'removeKeyMetricRule', input)
    expect(impact?.totals).toMatchObject({ nodes: teams + 2, disappears: teams + 2, homes: teams + 1 })
    expect(verbs(statements)).toEqual([
      'SELECT', // the viewer
      ...['START', 'SELECT'], // the company's lock
      'SELECT', // who may not sign in before
      'UPDATE', // the rule
      ...['UPDATE', 'INSERT'], // the node's old version, the new one
      ...['SELECT', 'SELECT', 'SELECT', 'SELECT'], // tree, rules, switches and catalogue after
      'SELECT', // roles
      ...['SELECT', 'SELECT'], // people
      'ROLLBACK',
      'SELECT', // those of them that are listed
    ])
  })

  it('no statement for targets where everybody stays, and one where somebody goes', async () => {
    const { admin, person } = await world.company({ teams: 2, keyMetrics: ['REV'] })
    await world.run(admin, OVERVIEW)
    const input = { userId: person('mia@acme.test'), expectedVersion: 1 }
    const { statements, errors } = await dryRun(world, admin, 'deactivateUser', input)
    expect(errors).toEqual([])
    expect(statements.filter((statement) => /\btarget t\b/.test(statement))).toHaveLength(1)
  })
})

describe('a list of an impact ends', () => {
  it('after a hundred nodes and people; the totals count all', async () => {
    const { admin, build, id, metric, node } = await world.company({ teams: 120, keyMetrics: ['REV'] })
    await build.people(
      numbered(120).map((team) => ({
        name: team,
        email: `${team.replace(' ', '')}@acme.test`,
        teamId: node(team),
      })),
    )
    const input = { nodeId: id, metricId: metric('REV'), expectedVersion: 2 }
    const { impact } = await dryRun(world, admin, 'removeKeyMetricRule', input)
    expect(impact).toMatchObject({ isTruncated: true, totals: { nodes: 121, disappears: 121, homes: 121 } })
    expect(impact?.nodes).toHaveLength(100)
    expect(impact?.nodes?.slice(0, 3).map((each) => each.node.name)).toEqual(['ACME', 'TEAM 1', 'TEAM 10'])
    expect(impact?.people?.homes).toHaveLength(100)
    expect(impact?.people?.affected).toBe(121)
  })
})
