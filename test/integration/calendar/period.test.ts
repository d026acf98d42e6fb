import { codesOf } from '../../support/run-document.js'
import { buildCompany } from '../../../server/seed/company-builder.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ teams: ['OSLO'] })
  const input = { timeZone: 'Europe/Oslo', fiscalYearStartMonth: 4, weekStart: 'SUNDAY' }
  const expectedVersion = await acme.versionOf('ACME')
  await world.mutate(acme.admin, 'setCalendar', { ...input, expectedVersion })
})

afterAll(() => world.stop())

interface Period {
  readonly start: string
  readonly startsAt: string
  readonly endsAt: string
  readonly label: string
}

const ask = (args: string, company = acme) =>
  world.run<{ company: { period: Period } } | null>(
    company.member,
    `{ company { period(${args}) { frequency start end startsAt endsAt label } } }`,
  )
const period = async (args: string) => (await ask(args)).data?.company.period

describe('a period of the company', () => {
  it('begins and ends where its days do, by the company’s clocks', async () => {
    expect(await period('frequency: DAILY, containing: "2026-03-29"')).toEqual({
      frequency: 'DAILY',
      start: '2026-03-29',
      end: '2026-03-30',
      startsAt: '2026-03-28T23:00:00.000Z',
      endsAt: '2026-03-29T22:00:00.000Z',
      label: '2026-03-29',
    })
    expect(await period('frequency: QUARTERLY, containing: "2027-01-01"')).toEqual({
      frequency: 'QUARTERLY',
      start: '2027-01-01',
      end: '2027-04-01',
      startsAt: '2026-12-31T23:00:00.000Z',
      endsAt: '2027-03-31T22:00:00.000Z',
      label: 'Q4 FY 2026',
    })
  })

  it.each([
    ['frequency: WEEKLY, containing: "2026-11-22"', 'Week of 2026-11-22'],
    ['frequency: YEARLY, containing: "2026-03-31"', 'FY 2025'],
    ['frequency: MONTHLY, containing: "2026-11-22", offset: -1', 'October 2026'],
    ['frequency: MONTHLY, containing: "2026-11-22", offset: 400', 'March 2060'],
    ['frequency: MONTHLY, containing: "2026-11-22", offset: null', 'November 2026'],
  ])('is found by a day it holds, and counted from there: %s', async (args, label) => {
    expect((await period(args))?.label).toBe(label)
  })

  it.each(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'])(
    'is the running one unless a day is given: %s',
    async (frequency) => {
      const before = new Date()
      const { startsAt, endsAt } = (await period(`frequency: ${frequency}`))!
      expect(new Date(startsAt) <= new Date()).toBe(true)
      expect(before < new Date(endsAt)).toBe(true)
      expect((await period(`frequency: ${frequency}, containing: null`))?.startsAt).toBe(startsAt)
    },
  )

  it('is the one that was running, in what is read as of then', async () => {
    const foundedAt = new Date('2024-02-10T12:00:00Z')
    const build = await buildCompany(world.database, { name: 'OLD', foundedAt })
    await build.people([
      { email: 'ada@old.test', name: 'Ada Old', roles: [{ role: 'ADMIN', nodeId: build.ctx.companyId }] },
      { email: 'mia@old.test', name: 'Mia Old' },
    ])
    const old = await existingCompany(build)
    const document = `query ($asOf: DateTime) { company(asOf: $asOf) { period(frequency: MONTHLY) { label } } }`
    const labels = async (asOf: string) => (await world.run(old.member, document, { asOf })).data
    expect(await labels('2024-02-29T23:59:59Z')).toEqual({ company: { period: { label: 'February 2024' } } })
    expect(await labels('2024-03-01T00:00:00Z')).toEqual({ company: { period: { label: 'March 2024' } } })
    const { data } = await ask('frequency: MONTHLY', old)
    expect(await labels('2150-01-01T00:00:00Z')).toEqual({
      company: { period: { label: data?.company.period.label } },
    })
  })

  it.each([
    ['frequency: DAILY, offset: 401', 'LIMIT_EXCEEDED', /offset is 401; expected -400 to 400/],
    ['frequency: DAILY, offset: -401', 'LIMIT_EXCEEDED', /offset is -401; expected -400 to 400/],
    ['frequency: DAILY, containing: "1899-12-31"', 'BAD_USER_INPUT', /a day of the years 1900 to 2199/],
    ['frequency: DAILY, containing: "2026-02-29"', 'GRAPHQL_VALIDATION_FAILED', /2026-02-29/],
    ['frequency: DAILY, containing: "2026-2-9"', 'GRAPHQL_VALIDATION_FAILED', /2026-2-9/],
    ['frequency: DAILY, containing: "2026-02-09T00:00:00Z"', 'GRAPHQL_VALIDATION_FAILED', /2026-02-09T/],
  ])('is refused with what was expected: %s is %s', async (args, code, message) => {
    const answer = await ask(args)
    expect(codesOf(answer)).toEqual([code])
    expect(answer.errors[0]?.message).toMatch(message)
  })

  it('takes the day as a variable, and refuses one that is not there', async () => {
    const document = `query ($day: Date!) { company { period(frequency: WEEKLY, containing: $day) { start } } }`
    const { data } = await world.run(acme.member, document, { day: '2026-12-31' })
    expect(data).toEqual({ company: { period: { start: '2026-12-27' } } })
    const answer = await world.run(acme.member, document, { day: '2026-02-30' })
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  })
})

describe('the periods between two days', () => {
  const between = (args: string) =>
    world.run<{ company: { periods: { label: string }[] } } | null>(
      acme.member,
      `{ company { periods(${args}) { label } } }`,
    )

  it('are those that hold them and all in between', async () => {
    const { data } = await between('frequency: MONTHLY, from: "2025-12-31", to: "2026-02-01"')
    expect(data?.company.periods.map(({ label }) => label)).toEqual([
      'December 2025',
      'January 2026',
      'February 2026',
    ])
  })

  it.each([
    [
      'from: "2026-02-01", to: "2025-12-31"',
      'BAD_USER_INPUT',
      '2026-02-01 is after 2025-12-31; give the earlier day first.',
    ],
    [
      'from: "1899-12-31", to: "1900-01-01"',
      'BAD_USER_INPUT',
      'from is 1899-12-31; expected a day of the years 1900 to 2199.',
    ],
  ])('%s is refused', async (days, code, message) => {
    const answer = await between(`frequency: MONTHLY, ${days}`)
    expect([codesOf(answer), answer.errors[0]?.message]).toEqual([[code], message])
  })

  it('are at most 400', async () => {
    expect(codesOf(await between('frequency: DAILY, from: "2025-01-01", to: "2026-02-05"'))).toEqual([
      'LIMIT_EXCEEDED',
    ])
  })
})
