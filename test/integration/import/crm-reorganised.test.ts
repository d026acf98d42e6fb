import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import {
  addKeyMetric,
  type Client,
  compareOrganization,
  getOrganization,
  hideKeyMetric,
  listMetrics,
  listUsers,
  lockKeyMetric,
  moveNode,
  moveUsers,
} from '../../../sdk/index.js'
import { clientOf } from '../../support/pages.js'
import { startWorld, type World } from '../../support/world.js'
import { importingActivities } from './activities-world.js'
import { CRM_FOLDER, describeWith } from './crm-data-set.js'
import { companiesNamed, importing } from './import-world.js'

const MAPPING = join(process.cwd(), 'examples/crm-activities.mapping.json')
const company = 'CRM Hardware reorganised'

/** What every node and person counted in every month, as the sums say that are kept of them. */
function everyMonth(database: DataSource, companyId: string): Promise<unknown[]> {
  return database.query(
    `SELECT 'node' AS of, node_id AS id, parent_id AS beside, date_trunc('month', day)::text AS month, activity_type_id,
            label, sum(quantity) AS quantity, sum(amount) AS amount
       FROM activity_node_rollup WHERE company_id = $1 GROUP BY 2, 3, 4, 5, 6
      UNION ALL
     SELECT 'person', user_id, node_id, date_trunc('month', day)::text, activity_type_id, label, sum(quantity), sum(amount)
       FROM activity_person_rollup WHERE company_id = $1 GROUP BY 2, 3, 4, 5, 6
      ORDER BY 1, 2, 3, 4, 5, 6`,
    [companyId],
  )
}

describeWith('sales_pipeline.csv')('a company of the CRM data set, reorganised through the SDK', () => {
  let world: World
  let km: Client
  let companyId: string
  let before: string
  let months: unknown[]

  beforeAll(async () => {
    world = await startWorld()
    const { database } = world
    await importing(database, join(CRM_FOLDER, 'sales_teams.csv'), { company, founded: '2016-01-01' })
    await importingActivities(database, MAPPING, { folder: CRM_FOLDER, company: { name: company } })
    companyId = (await companiesNamed(database, company))[0]!.id
    const [admin] = await database.query<[{ id: string }]>(
      `SELECT id FROM app_user WHERE company_id = $1 AND email LIKE 'admin@%'`,
      [companyId],
    )
    km = await clientOf(world, { companyId, userId: admin.id })
    for (const { id: metricId } of (await listMetrics(km, {})).slice(0, 2)) {
      const { version: expectedVersion } = (await getOrganization(km, {}))!
      await addKeyMetric(km, { nodeId: companyId, metricId, expectedVersion })
    }
    const [{ now }] = await database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now')
    before = now.toISOString()
    months = await everyMonth(database, companyId)
  })
  afterAll(() => world.stop())

  const tree = async () => {
    const { departments } = (await getOrganization(km, {}))!
    return {
      department: (name: string) => departments.find((one) => one.name === name)!,
      teamOf: (name: string) => departments.find((one) => one.name === name)!.teams[0]!,
      company: (await getOrganization(km, {}))!,
    }
  }

  it('previews and makes the moves of two teams to other offices', async () => {
    for (const [from, to] of [
      ['Central', 'East'],
      ['West', 'Central'],
    ] as const) {
      const { teamOf, department } = await tree()
      const team = teamOf(from)
      const input = { nodeId: team.id, parentId: department(to).id, expectedVersion: team.version }
      const { impact } = await moveNode(km, { ...input, dryRun: true })
      expect(impact!.nodes!.map(({ node, fate }) => `${node.name} ${fate}`)).toEqual([`${team.name} MOVES`])
      expect((await tree()).teamOf(from).id).toBe(team.id)
      const made = await moveNode(km, input)
      expect(made.userErrors).toEqual([])
      expect((await tree()).department(to).teams.map(({ id }) => id)).toContain(team.id)
    }
  })

  it('previews and makes the moves of ten people', async () => {
    const { teamOf } = await tree()
    const goal = teamOf('East')
    const people = await listUsers(km, { first: 100 }).toArray({ limit: 100 })
    const others = people.filter(({ team }) => team && team.id !== goal.id).slice(0, 10)
    const items = others.map(({ id, version }) => ({ userId: id, teamId: goal.id, expectedVersion: version }))
    const { impact } = await moveUsers(km, { mode: 'ATOMIC', items, dryRun: true })
    expect(impact!.totals.teamChanges).toBe(10)
    const { isWritten, results } = await moveUsers(km, { mode: 'ATOMIC', items })
    expect([isWritten, results.map(({ status }) => status)]).toEqual([true, Array(10).fill('UPDATED')])
  })

  it('previews, hides and locks: what is foretold is what happens', async () => {
    const { company: root, department } = await tree()
    const west = department('West')
    const shown = root.effectiveKeyMetrics!
    const [first, second] = [shown[0]!.metric.id, shown[1]!.metric.id]
    const hiding = { nodeId: west.id, metricId: second, expectedVersion: west.version }
    const { impact } = await hideKeyMetric(km, { ...hiding, dryRun: true })
    expect(impact!.totals.disappears).toBe(1 + west.teams.length)
    expect((await hideKeyMetric(km, hiding)).userErrors).toEqual([])
    const locking = {
      nodeId: root.id,
      metricId: first,
      preset: 'MANDATORY',
      expectedVersion: root.version,
    } as const
    expect((await lockKeyMetric(km, { ...locking, dryRun: true })).impact!.totals.changes).toBeGreaterThan(0)
    expect((await lockKeyMetric(km, locking)).userErrors).toEqual([])
    const refused = {
      nodeId: west.id,
      metricId: first,
      expectedVersion: (await tree()).department('West').version,
    }
    await expect(hideKeyMetric(km, refused)).rejects.toMatchObject({ userErrors: [{ code: 'LOCKED' }] })
  })

  it('compared with the instant before, that is all that is different', async () => {
    const { nodes, totals } = await compareOrganization(km, { from: before })
    expect(nodes!.filter(({ fate }) => fate === 'MOVES')).toHaveLength(2)
    expect(totals).toMatchObject({ teamChanges: 10, appears: 0, rolesGained: 0, rolesLost: 0 })
    expect(totals.disappears).toBeGreaterThan(0)
  })

  it('every number of the months before is what it was', async () => {
    expect(months.length).toBeGreaterThan(1_000)
    expect(await everyMonth(world.database, companyId)).toEqual(months)
  })
})
