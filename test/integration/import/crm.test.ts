import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { CRM_FOLDER, describeWith } from './crm-data-set.js'
import { companiesNamed, importing, openTestDatabase, overview } from './import-world.js'
import { matching } from '../../unit/import/people-file.js'

const FILE = join(CRM_FOLDER, 'sales_teams.csv')
const company = 'CRM Hardware'

describeWith('sales_teams.csv')('the CRM sales opportunities data set', () => {
  let database: DataSource

  beforeAll(async () => {
    database = await openTestDatabase()
  })

  afterAll(() => database.destroy())

  it('becomes 3 departments, 6 teams with their leads and 35 members, once', async () => {
    const { plan } = await importing(database, FILE, { company })
    expect(plan.counts).toMatchObject({
      departments: { created: 3 },
      teams: { created: 6 },
      people: { created: 35 },
      leads: { created: 6 },
    })
    expect(plan.admin).toEqual({ email: 'admin@crm-hardware.example', isNew: true })
    const first = await companiesNamed(database, company)
    expect(await overview(database, first[0]!.id)).toContainEqual(
      matching(/^Central \/ Team Dustin Brinkmann: Anna Snelling, .*; led by Dustin Brinkmann$/),
    )
    const again = await importing(database, FILE, { company })
    expect(again.plan.counts).toMatchObject({
      people: { unchanged: 35 },
      teams: { unchanged: 6 },
      leads: { unchanged: 6 },
    })
    expect(await companiesNamed(database, company)).toEqual(first)
  })
})
