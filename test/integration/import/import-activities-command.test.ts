import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { DataSource } from 'typeorm'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import { reconcile } from '../../../server/features/activity/reconcile.loaders.js'
import { testDatabaseUrl } from '../../support/database.js'
import { fileOf, matching, saying } from '../../unit/import/people-file.js'
import { countedIn, HEADER, mappingOf } from './activities-world.js'
import { companiesNamed, importing, openTestDatabase } from './import-world.js'

let database: DataSource
let company: string
let id: string
let made = 0

beforeAll(async () => {
  database = await openTestDatabase()
})

beforeEach(async () => {
  company = `Told ${(made += 1)}`
  await importing(database, ['name,team', 'Anna,Oslo', 'Bo,Oslo'], { company, founded: '2026-01-01' })
  id = (await companiesNamed(database, company))[0]!.id
})

afterAll(() => database.destroy())

const COMMAND = 'dist/server/cli/import.js'

async function environment(): Promise<NodeJS.ProcessEnv> {
  return { ...process.env, DATABASE_URL: await testDatabaseUrl(), NODE_ENV: 'test' }
}

interface Told {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The command as npm runs it. */
async function command(...args: string[]): Promise<Told> {
  return promisify(execFile)(process.execPath, [COMMAND, ...args], { env: await environment() }).then(
    (told) => ({ ...told, code: 0 }),
    (error: unknown) => error as Told,
  )
}

async function activities(): Promise<number> {
  const [row] = await database.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM activity WHERE company_id = $1`,
    [id],
  )
  return row.count
}

describe('npm run import -- --activities', () => {
  it('imports, and reports each row', async () => {
    const report = `${fileOf([])}.report.csv`
    const mapping = mappingOf([HEADER, 'Anna,call,,2026-02-01,1', 'Zoe,deal,"1,5",2026-02-01,2'])
    const args = ['--activities', mapping, '--company', company, '--skip-invalid', '--report', report]
    const told = await command(...args)
    expect(told).toMatchObject({ code: 0, stderr: '' })
    expect(told.stdout).toContain(`Activities of “crm” for ${company}: imported.`)
    expect(told.stdout).toContain('    CALL: 1 created\n')
    expect(told.stdout).toMatch(/^BAD_NUMBER {2}people-\d+\.csv, line 3: amount is not a decimal/)
    const [, rejected, created] = readFileSync(report, 'utf8').split('\n')
    expect(rejected).toMatch(/^people-\d+\.csv,3,REJECTED,no,,,,worth,BAD_NUMBER,"amount is not a decimal; /)
    expect(created).toMatch(/^people-\d+\.csv,2,CREATED,yes,CALL,1,Anna,,,$/)
    expect(await countedIn(database, id)).toEqual(['Oslo CALL 1 0', `${company} CALL 1 0`])
  })

  it('fails when a row is wrong, and writes nothing, nor in a dry run', async () => {
    const wrong = mappingOf([HEADER, 'Anna,call,,2026-02-01,1', 'Anna,call,,2026-02-31,2'])
    expect(await command('--activities', wrong, '--company', company, '--quiet')).toMatchObject({
      code: 1,
      stdout: matching(/^BAD_DATE .*\n$/),
    })
    const right = mappingOf([HEADER, 'Anna,call,,2026-02-01,1'])
    expect(await command('--activities', right, '--company', company, '--dry-run')).toMatchObject({
      code: 0,
      stdout: saying('a dry run, nothing was written'),
    })
    expect(await activities()).toBe(0)
  })

  it('takes people or activities, not both and not neither, and says where the files are', async () => {
    const [org, mapping] = [fileOf(['name,team']), mappingOf([HEADER])]
    const both = await command('--activities', mapping, '--org', org, '--company', company)
    expect(both).toMatchObject({ code: 1, stderr: saying('one at a time') })
    expect(await command('--company', company)).toMatchObject({
      code: 1,
      stderr: saying('--activities mapping.json'),
    })
    const founded = await command('--activities', mapping, '--company', company, '--founded', '2016-01-01')
    expect(founded).toMatchObject({ code: 1, stderr: saying('--founded is for people') })
    const elsewhere = await command('--activities', mapping, '--company', company, '--folder', '/nowhere')
    expect(elsewhere).toMatchObject({ code: 1, stderr: saying('/nowhere/people-') })
    const overwriting = await command('--activities', mapping, '--company', company, '--report', mapping)
    expect(overwriting).toMatchObject({ code: 1, stderr: saying('this is the file to import') })
    expect(await command('--help')).toMatchObject({ code: 0, stdout: saying('--activities <mapping>') })
  })

  it('is completed by the same command when it was killed in the middle', async () => {
    const all = 10_000
    const calls = Array.from(
      { length: all },
      (_, at) => `${at % 2 ? 'Bo' : 'Anna'},call,,2026-02-${10 + (at % 9)},${at}`,
    )
    const args = ['--activities', mappingOf([HEADER, ...calls]), '--company', company, '--quiet']
    const importer = spawn(process.execPath, [COMMAND, ...args], {
      env: await environment(),
      stdio: 'ignore',
    })
    const ended = once(importer, 'exit')
    while ((await activities()) === 0 && importer.exitCode === null) await wait(5)
    importer.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    const kept = await activities()
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(all)
    expect(kept % 500).toBe(0)

    const report = `${fileOf([])}.report.csv`
    expect(await command(...args, '--report', report)).toMatchObject({ code: 0, stdout: '', stderr: '' })
    const lines = readFileSync(report, 'utf8').split('\n')
    expect(lines.filter((line) => line.includes(',UNCHANGED,'))).toHaveLength(kept)
    expect(lines.filter((line) => line.includes(',CREATED,yes,'))).toHaveLength(all - kept)
    expect(await countedIn(database, id)).toEqual([`Oslo CALL ${all} 0`, `${company} CALL ${all} 0`])
    const days = { from: '2026-02-01', to: '2026-03-01' }
    const ctx = (await loadSystemContext(database, id))!
    expect(await reconcile(ctx, id, days)).toMatchObject({ agrees: true })
  })
})
