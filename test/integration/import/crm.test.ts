import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { companiesNamed, importing, openTestDatabase, overview } from './import-world.js'
import { matching } from '../../unit/import/people-file.js'

const FILE = join(process.cwd(), '../shared/data/crm-sales-opportunities/sales_teams.csv')
const isHere = existsSync(FILE)
const company = 'CRM Hardware'

/** It came without a licence, so it is not part of the project. */
if (!isHere) process.stderr.write(`Skipped: the CRM sales opportunities data set is not here (${FILE}).\n`)

;(isHere ? describe : describe.skip)('the CRM sales opportunities data set', () => {
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
