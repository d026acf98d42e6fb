import type { DataSource } from 'typeorm'
import { createCompany } from '../../../server/features/org/company.commands.js'
import { refusal, saying } from '../../unit/import/people-file.js'
import { companiesNamed, importing, openTestDatabase, overview } from './import-world.js'

const FILE = ['name,department,team', 'Anna,Sales,Oslo', 'Dan,,Labs']

let database: DataSource
let company: string
let made = 0

beforeAll(async () => {
  database = await openTestDatabase()
})

beforeEach(() => {
  company = `Addressed ${(made += 1)}`
})

afterAll(() => database.destroy())

describe('the company of an import', () => {
  it('is named by its id when several bear the name', async () => {
    const { companyId } = await createCompany(database, { name: company })
    await createCompany(database, { name: company })
    const ambiguous = await refusal(importing(database, FILE, { company }))
    expect(ambiguous).toMatchObject({
      code: 'AMBIGUOUS_COMPANY',
      message: saying('--company-id'),
    })
    expect((await importing(database, FILE, { companyId })).company).toBe(company)
    expect(await overview(database, companyId)).toHaveLength(2)
  })

  it.each(['8504de0b-85ae-409b-a645-a8b86b8d6412', 'nobody'])(
    'must be there when it is named by the id %s',
    async (companyId) => {
      expect(await refusal(importing(database, FILE, { companyId }))).toMatchObject({
        code: 'COMPANY_MISSING',
      })
    },
  )

  it('is made once when two imports would make it at once', async () => {
    const both = [1, 2].map(() => importing(database, FILE, { company }))
    const outcomes = await Promise.allSettled(both)
    expect(await companiesNamed(database, company)).toHaveLength(1)
    const refused = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    )
    for (const reason of refused) expect(reason).toMatchObject({ code: 'COMPANY_BUSY' })
  })

  it('is not waited for without end while somebody else changes it', async () => {
    await importing(database, FILE, { company })
    const [{ id } = { id: '' }] = await companiesNamed(database, company)
    const busy = await database.transaction(async (manager) => {
      await manager.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [id])
      return refusal(importing(database, ['name,team', 'Eva,Rome'], { company }))
    })
    expect(busy).toMatchObject({
      code: 'COMPANY_BUSY',
      message: saying('run the import again'),
    })
  })
})
