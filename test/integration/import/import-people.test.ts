import type { DataSource } from 'typeorm'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { rowsOf } from '../../support/rows.js'
import { companiesNamed, importing, openTestDatabase, overview } from './import-world.js'

const FILE = [
  'name,department,team,manager,email',
  'Anna,Sales,Oslo,Cid,',
  'Bo,Sales,Oslo,Cid,bo@mail.example',
  'Dan,,Labs,,',
]

let database: DataSource
let company: string
let made = 0

beforeAll(async () => {
  database = await openTestDatabase()
})

beforeEach(() => {
  company = `Imported ${(made += 1)}`
})

afterAll(() => database.destroy())

async function only(): Promise<string> {
  const companies = await companiesNamed(database, company)
  expect(companies).toHaveLength(1)
  return companies[0]!.id
}

describe('an import', () => {
  it('makes a company of a file', async () => {
    const { isAccepted, companyIsNew } = await importing(database, FILE, { company })
    expect({ isAccepted, companyIsNew }).toEqual({ isAccepted: true, companyIsNew: true })
    expect(await overview(database, await only())).toEqual([
      'Labs: Dan',
      'Sales / Oslo: Anna, Bo; led by Cid',
    ])
  })

  it('changes nothing the second time: no row, no version, no audit entry', async () => {
    await importing(database, FILE, { company })
    const id = await only()
    const before = await rowsOf(database, id)
    const { plan } = await importing(database, FILE, { company })
    expect(plan.counts.rows).toMatchObject({ UNCHANGED: 3, CREATED: 0, MOVED: 0 })
    expect(await rowsOf(database, id)).toEqual(before)
  })

  it('adds what is new and moves who is elsewhere now, keeping what was', async () => {
    await importing(database, FILE, { company })
    const { plan } = await importing(database, ['name,department,team', 'anna,SALES,Rome', 'Eva,,labs'], {
      company,
    })
    expect(plan.rows.map(({ status }) => status)).toEqual(['MOVED', 'CREATED'])
    const id = await only()
    expect(await overview(database, id)).toEqual([
      'Labs: Dan, Eva',
      'Sales / Oslo: Bo; led by Cid',
      'Sales / Rome: Anna',
    ])
    const { membership } = await rowsOf(database, id)
    expect(membership).toHaveLength(5)
  })

  it('is one version of the company, whatever it writes', async () => {
    await importing(database, FILE, { company })
    const [before] = await companiesNamed(database, company)
    await importing(database, ['name,team,manager', 'Anna,Rome,Fay', 'Gus,Rome,Fay'], { company })
    const [after] = await companiesNamed(database, company)
    expect(after!.version).toBe(before!.version + 1)
    expect(after!.entries).toBe(before!.entries + 6)
  })

  it('tells in a dry run what it would do, and writes nothing', async () => {
    const planned = await importing(database, FILE, { company, dryRun: true })
    expect(await companiesNamed(database, company)).toEqual([])
    const { plan } = await importing(database, FILE, { company })
    expect(planned.plan).toEqual(plan)

    const before = await rowsOf(database, await only())
    const file = ['name,team', 'Anna,Rome', 'Eva,Rome']
    const { result, statements } = await recordStatements(() =>
      importing(database, file, { company, dryRun: true }),
    )
    expect(result.plan.rows.map(({ status }) => status)).toEqual(['MOVED', 'CREATED'])
    expect(statements.filter((statement) => !statement.trim().startsWith('SELECT'))).toEqual([])
    expect(await rowsOf(database, await only())).toEqual(before)
  })

  it.each(['people', 'teams', 'roles', 'saving'])(
    'that dies while at %s leaves nothing, and can be repeated',
    async (at) => {
      const die = (step: string) => {
        if (step === at) throw new Error('pulled the plug')
      }
      await expect(importing(database, FILE, { company }, die)).rejects.toThrow('pulled the plug')
      expect(await companiesNamed(database, company)).toEqual([])

      await importing(database, FILE.slice(0, 2), { company })
      const before = await rowsOf(database, await only())
      const more = [...FILE, 'Eva,,Rome,Fay,']
      await expect(importing(database, more, { company }, die)).rejects.toThrow('pulled the plug')
      expect(await rowsOf(database, await only())).toEqual(before)
      expect((await importing(database, more, { company })).isAccepted).toBe(true)
    },
  )
})

describe('a file with bad rows', () => {
  const BAD = [...FILE, ',Sales,Oslo,,', 'Anna,Sales,Rome,,']

  it('is not imported at all', async () => {
    const { isAccepted, plan } = await importing(database, BAD, { company })
    expect(isAccepted).toBe(false)
    expect(plan.rows.flatMap(({ error }) => (error ? [`${error.line} ${error.code}`] : []))).toEqual([
      '5 EMPTY_CELL',
      '6 TWO_TEAMS',
    ])
    expect(await companiesNamed(database, company)).toEqual([])

    await importing(database, FILE.slice(0, 2), { company })
    const before = await rowsOf(database, await only())
    expect((await importing(database, BAD, { company })).isAccepted).toBe(false)
    expect(await rowsOf(database, await only())).toEqual(before)
  })

  it('is imported without them when that is wanted', async () => {
    expect((await importing(database, BAD, { company, skipInvalid: true })).isAccepted).toBe(true)
    expect(await overview(database, await only())).toEqual([
      'Labs: Dan',
      'Sales / Oslo: Anna, Bo; led by Cid',
    ])
  })

  it('makes no company when there is nothing else in it', async () => {
    const { isAccepted } = await importing(database, ['name,team', ',Oslo'], { company, skipInvalid: true })
    expect(isAccepted).toBe(false)
    expect(await companiesNamed(database, company)).toEqual([])
  })
})
