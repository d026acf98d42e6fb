import type { DataSource } from 'typeorm'
import { CompanyEntity } from '../features/org/company.entity.js'
import { takingTurns } from '../platform/database/migrate.js'
import { seedDemoCompany } from '../seed/demo-company.js'
import { DEMO_COMPANY } from '../seed/demo-organisation.js'
import { WORKED_EXAMPLE, seedWorkedExample } from '../seed/worked-example.js'

/** The companies a new installation begins with, unless there is one already. Answers whether it made them. */
export function seedIfEmpty(database: DataSource, tell: (line: string) => void): Promise<boolean> {
  return takingTurns(database, async () => {
    if (await database.manager.exists(CompanyEntity)) return false
    tell(`Creating two companies to look at: the worked example ${WORKED_EXAMPLE}, and ${DEMO_COMPANY} …`)
    await seedWorkedExample(database)
    await seedDemoCompany(database, new Date())
    return true
  })
}
