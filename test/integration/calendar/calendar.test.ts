import { codesOf } from '../../support/run-document.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type Viewer, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.company({ teams: ['OSLO'] })
})

afterAll(() => world.stop())

const DOCUMENT = '{ company { calendar { timeZone weekStart fiscalYearStartMonth currency } } }'
const DEFAULTS = { timeZone: 'UTC', weekStart: 'MONDAY', fiscalYearStartMonth: 1, currency: 'EUR' }
const OSLO = { timeZone: 'Europe/Oslo', weekStart: 'SUNDAY', fiscalYearStartMonth: 4, currency: 'NOK' }
const NOTHING = { timeZone: null, weekStart: null, fiscalYearStartMonth: null, currency: null }

const calendar = async (viewer: Viewer = acme.member, company = acme) => {
  const { data } = await world.run<{ company: { calendar: object } }>(viewer, DOCUMENT)
  expect(company.id).toBe(viewer.companyId)
  return data.company.calendar
}
const set = async (input: object, viewer = acme.admin) =>
  world.mutate(viewer, 'setCalendar', { expectedVersion: await acme.versionOf('ACME'), ...input })

describe('the calendar of a company', () => {
  it('is UTC, weeks from Monday, years from January and euros until the company says otherwise', async () => {
    expect(await calendar()).toEqual(DEFAULTS)
  })

  it('is what an admin sets, for everybody of the company and for nobody else', async () => {
    const other = await world.company({ teams: ['OSLO'] })
    const version = await acme.versionOf('ACME')
    expect(await set(OSLO)).toMatchObject({
      changed: { id: acme.id, version: version + 1 },
      userErrors: [],
    })
    expect(await calendar()).toEqual(OSLO)
    expect(await calendar(acme.admin)).toEqual(OSLO)
    expect(await calendar(other.member, other)).toEqual(DEFAULTS)
  })

  it('changes in parts: what is left out or null stays', async () => {
    await set({ timeZone: 'Asia/Kathmandu' })
    await set({ ...NOTHING, weekStart: 'SATURDAY' })
    await set({ fiscalYearStartMonth: 7, timeZone: null })
    await set({ currency: 'INR' })
    expect(await calendar()).toEqual({
      timeZone: 'Asia/Kathmandu',
      weekStart: 'SATURDAY',
      fiscalYearStartMonth: 7,
      currency: 'INR',
    })
  })

  it('is kept under the name that IANA writes', async () => {
    await set({ timeZone: 'america/sao_paulo' })
    expect(await calendar()).toEqual({ ...DEFAULTS, timeZone: 'America/Sao_Paulo' })
  })

  it('tells the past as well: it has no history', async () => {
    const asOf = acme.build.ctx.moment.at
    await set(OSLO)
    const document = `query ($asOf: DateTime) { company(asOf: $asOf) { calendar { timeZone } } }`
    const { data } = await world.run(acme.member, document, { asOf })
    expect(data).toEqual({ company: { calendar: { timeZone: 'Europe/Oslo' } } })
  })

  it('is in the answer of the change, and further down in the same request', async () => {
    const document = `mutation ($input: SetCalendarInput!) { setCalendar(input: $input) {
      company { calendar { currency } } query { company { calendar { currency } } } } }`
    const input = { currency: 'SEK', expectedVersion: await acme.versionOf('ACME') }
    const { data } = await world.run(acme.admin, document, { input })
    const company = { calendar: { currency: 'SEK' } }
    expect(data).toEqual({ setCalendar: { company, query: { company } } })
  })

  it('is one statement, and none when it is known', async () => {
    await set(OSLO)
    const calendars = async () => {
      const { statements } = await world.run(
        acme.member,
        `{ company { calendar { currency } again: calendar { currency } period(frequency: DAILY) { label } } }`,
      )
      return statements.filter((statement) => statement.includes('company_calendar')).length
    }
    expect(await calendars()).toBe(1)
    expect(await calendars()).toBe(0)
  })
})

describe('setCalendar', () => {
  it.each([{}, NOTHING, DEFAULTS, { timeZone: 'utc' }])(
    'changes nothing when it is so already, whatever the version: %j',
    async (input) => {
      const before = await rowsOf(world.database, acme.id)
      const outcome = await set({ ...input, expectedVersion: -1 })
      expect(outcome.userErrors).toEqual([])
      expect(outcome.changed).toEqual({ id: acme.id, version: await acme.versionOf('ACME') })
      expect(await rowsOf(world.database, acme.id)).toEqual(before)
    },
  )

  it.each([
    [
      { timeZone: 'Europe/Olso' },
      'There is no time zone of this name; expected one of IANA, such as Europe/Oslo, ',
    ],
    [{ fiscalYearStartMonth: 13 }, 'fiscalYearStartMonth is 13; expected 1 (January) to 12 (December).'],
    [
      { currency: 'euro' },
      'There is no such currency; expected the three capital letters of ISO 4217, such as EUR.',
    ],
  ])(
    'refuses what there is not, says what was expected and keeps the rest as well: %j',
    async (wrong, told) => {
      const before = await rowsOf(world.database, acme.id)
      const { changed, userErrors } = await set({ ...OSLO, ...wrong })
      expect(changed).toBeNull()
      expect(userErrors).toEqual([
        { code: 'INVALID', message: expect.stringContaining(told) as string, path: Object.keys(wrong) },
      ])
      expect(await rowsOf(world.database, acme.id)).toEqual(before)
    },
  )

  it('is refused to who read an older state, with the present one', async () => {
    await set({ currency: 'NOK' })
    const outcome = await set({ currency: 'SEK', expectedVersion: (await acme.versionOf('ACME')) - 1 })
    expect(outcome.userErrors).toMatchObject([{ code: 'VERSION_CONFLICT', path: ['expectedVersion'] }])
    expect(outcome.changed).toEqual({ id: acme.id, version: await acme.versionOf('ACME') })
    expect(await calendar()).toEqual({ ...DEFAULTS, currency: 'NOK' })
  })

  it('is for company admins only', async () => {
    const { userErrors } = await set(OSLO, acme.member)
    expect(userErrors).toMatchObject([
      { code: 'FORBIDDEN', message: expect.stringMatching(/company admin may/) as string },
    ])
    expect(await calendar()).toEqual(DEFAULTS)
  })

  it('is in the audit log with what is different', async () => {
    await set({ timeZone: 'Europe/Oslo', weekStart: 'MONDAY', currency: 'NOK' })
    const { nodes } = await readAuditLog(world, acme.admin, { first: 1 })
    expect(nodes[0]).toMatchObject({
      action: 'SET_CALENDAR',
      node: { name: 'ACME' },
      changes: [
        { field: 'currency', before: 'EUR', after: 'NOK' },
        { field: 'timeZone', before: 'UTC', after: 'Europe/Oslo' },
      ],
    })
  })
})

describe('an API key', () => {
  it('reads the calendar by READ_ORGANIZATION and sets it by WRITE_METRICS, without reading it', async () => {
    const reader = await keyWith(world, acme, ['READ_ORGANIZATION'])
    const writer = await keyWith(world, acme, ['WRITE_METRICS'])
    expect((await askWith(world, reader.secret, DOCUMENT)).data).toEqual({ company: { calendar: DEFAULTS } })
    expect(codesOf(await askWith(world, writer.secret, DOCUMENT))).toEqual(['FORBIDDEN'])

    const document = `mutation ($input: SetCalendarInput!) { setCalendar(input: $input) { userErrors { code } } }`
    const input = { currency: 'NOK', expectedVersion: await acme.versionOf('ACME') }
    const outcome = (userErrors: object[]) => ({ setCalendar: { userErrors } })
    expect((await askWith(world, reader.secret, document, { input })).data).toEqual(
      outcome([{ code: 'FORBIDDEN' }]),
    )
    expect((await askWith(world, writer.secret, document, { input })).data).toEqual(outcome([]))
    expect(await calendar()).toEqual({ ...DEFAULTS, currency: 'NOK' })
  })
})
