import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { DataSource } from 'typeorm'
import { testDatabaseUrl } from '../../support/database.js'
import { fileOf, saying, matching } from '../../unit/import/people-file.js'
import { companiesNamed, openTestDatabase, overview } from './import-world.js'

const PEOPLE = ['name,team,manager', 'Anna,Oslo,Cid', 'Bo,Oslo,Cid']

let database: DataSource
let made = 0

beforeAll(async () => {
  database = await openTestDatabase()
})

afterAll(() => database.destroy())

interface Told {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The command as npm runs it. */
async function command(...args: string[]): Promise<Told> {
  const env = { ...process.env, DATABASE_URL: await testDatabaseUrl(), NODE_ENV: 'test' }
  return promisify(execFile)(process.execPath, ['dist/server/cli/import.js', ...args], { env }).then(
    (told) => ({ ...told, code: 0 }),
    (error: unknown) => error as Told,
  )
}

function newName(): string {
  return `Commanded ${(made += 1)}`
}

describe('npm run import', () => {
  it('imports, tells how to look at it, and reports each row', async () => {
    const [company, report] = [newName(), `${fileOf([])}.report.csv`]
    const told = await command('--org', fileOf(PEOPLE), '--company', company, '--report', report)
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toContain(`${company}, a new company: imported.`)
    expect(told.stdout).toContain(`npm run token -- admin@commanded-${made}.example`)
    expect(readFileSync(report, 'utf8').split('\n')[1]).toBe(
      `2,CREATED,yes,Anna,anna@commanded-${made}.example,,Oslo,,,`,
    )
    const [found] = await companiesNamed(database, company)
    expect(await overview(database, found!.id)).toEqual(['Oslo: Anna, Bo; led by Cid'])
  })

  it('takes what a file should mean from a mapping', async () => {
    const company = newName()
    const columns = { member: 'Wer', team: 'Gruppe', lead: '' }
    const mapping = fileOf([
      JSON.stringify({ company, delimiter: ';', columns, admin: { email: 'ada@mail.example' } }),
    ])
    const told = await command('--org', fileOf(['Wer;Gruppe;manager', 'Anna;Oslo;Bo']), '--mapping', mapping)
    expect(told.stdout).toContain('The company admin is ada@mail.example, created.')
    const [found] = await companiesNamed(database, company)
    expect(await overview(database, found!.id)).toEqual(['Oslo: Anna'])
  })

  it('writes nothing in a dry run', async () => {
    const company = newName()
    const told = await command('--org', fileOf(PEOPLE), '--company', company, '--dry-run')
    expect(told).toMatchObject({ code: 0, stdout: saying('a dry run, nothing was written') })
    expect(await companiesNamed(database, company)).toEqual([])
  })

  it('fails when a row is wrong, and writes nothing', async () => {
    const company = newName()
    const told = await command('--org', fileOf([...PEOPLE, 'Dan,,']), '--company', company)
    expect(told).toMatchObject({
      code: 1,
      stdout: matching(/^EMPTY_CELL {2}Line 4: team is empty/),
    })
    expect(await companiesNamed(database, company)).toEqual([])
  })

  it('says nothing when told to be quiet, but for what is wrong', async () => {
    const args = ['--org', fileOf([...PEOPLE, 'Dan,,']), '--company', newName(), '--quiet', '--skip-invalid']
    expect(await command(...args)).toMatchObject({
      code: 0,
      stdout: matching(/^EMPTY_CELL .*\n$/),
      stderr: '',
    })
  })

  it('names what is wrong with the order, without a stack', async () => {
    const missing = await command('--org', '/nowhere.csv', '--company', newName())
    expect(missing).toMatchObject({
      code: 1,
      stdout: '',
      stderr: matching(/^\n\/nowhere\.csv cannot be read: .*\n$/),
    })
    const without = await command('--org', fileOf(PEOPLE))
    expect(without).toMatchObject({
      code: 1,
      stderr: saying('Say so with --company "Name"'),
    })
  })

  it('refuses a report that would overwrite its file, or cannot be written, before it begins', async () => {
    const [company, org] = [newName(), fileOf(PEOPLE)]
    const overwriting = await command('--org', org, '--company', company, '--report', org)
    expect(overwriting).toMatchObject({
      code: 1,
      stderr: saying('this is the file to import'),
    })
    const nowhere = await command('--org', org, '--company', company, '--report', '/nowhere/report.csv')
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: saying('/nowhere/report.csv cannot be written'),
    })
    expect(existsSync(org) && readFileSync(org, 'utf8')).toBe(`${PEOPLE.join('\n')}\n`)
    expect(await companiesNamed(database, company)).toEqual([])
  })
})
