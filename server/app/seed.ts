import type { DataSource } from 'typeorm'
import { CompanyEntity } from '../features/org/company.entity.js'
import { seedDemoCompany } from '../seed/demo-company.js'
import { seedWorkedExample } from '../seed/worked-example.js'

/** The companies a new installation begins with, unless there is one already. Answers whether it made them. */
export async function seedIfEmpty(database: DataSource, tell: (line: string) => void): Promise<boolean> {
  if (await database.manager.exists(CompanyEntity)) return false
  tell('Creating two companies to look at: the worked example ACME, and Fjordlight Systems …')
  await seedWorkedExample(database)
  await seedDemoCompany(database, new Date())
  return true
}
