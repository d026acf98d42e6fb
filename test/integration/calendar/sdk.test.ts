import { createClient, getCalendar, setCalendar, type Client } from '../../../sdk/index.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany
let km: Client

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ teams: ['OSLO'] })
  km = createClient({ url: `${world.url}/graphql`, token: await world.token(acme.admin) })
})

afterAll(() => world.stop())

it('the SDK sets the calendar and reads a period of it', async () => {
  const expectedVersion = await acme.versionOf('ACME')
  const { company } = await setCalendar(km, { timeZone: 'Asia/Kathmandu', expectedVersion })
  expect(company?.version).toBe(expectedVersion + 1)
  expect(await getCalendar(km, { frequency: 'YEARLY', containing: '2026-11-22', offset: 1 })).toEqual({
    id: acme.id,
    version: expectedVersion + 1,
    calendar: { timeZone: 'Asia/Kathmandu', weekStart: 'MONDAY', fiscalYearStartMonth: 1, currency: 'EUR' },
    period: {
      frequency: 'YEARLY',
      start: '2027-01-01',
      end: '2028-01-01',
      startsAt: '2026-12-31T18:15:00.000Z',
      endsAt: '2027-12-31T18:15:00.000Z',
      label: '2027',
    },
  })
})

it('the SDK reads the month that is running unless it is told otherwise', async () => {
  expect((await getCalendar(km, {}))?.period.frequency).toBe('MONTHLY')
})
