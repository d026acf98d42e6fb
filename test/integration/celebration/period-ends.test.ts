import { viewer } from '../../support/activity-company.js'
import { celebrations, settle } from '../../support/celebrations.js'
import { dayInOslo, log, progressCompany, setTarget } from '../../support/progress-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(progressCompany)

// Months of Oslo, whose clocks are an hour ahead of UTC in winter and two in summer.
const now = new Date()
const [year, month] = dayInOslo(now).split('-').map(Number) as [number, number, number]
const monthAfter = (by: number) => new Date(Date.UTC(year, month - 1 + by, 1))
const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
const THIS_MONTH = dayOf(monthAfter(0))
/** In the middle of the month so many after this one. */
const inMonth = (by: number) => new Date(monthAfter(by).getTime() + 14 * 86_400_000).toISOString()

const target = (key: string, who: string, amount: string) =>
  setTarget(world, acme, key, { from: THIS_MONTH, amount, userId: viewer(acme, who).userId })
/** Of Mia, those of the month that is now. */
const ofMia = async (first = THIS_MONTH) =>
  (await celebrations(acme)).filter((text) => /^-?Mia/.test(text) && text.includes(first))

describe('what can be lost again by itself is celebrated when its period is over:', () => {
  it.each([
    ['a limit that is kept', 'COST', '5', '5 of 5'],
    ['an average that is reached', 'SIZE', '20', '20 of 20'],
    ['a ratio that is reached', 'RATE', '0.2', '0.2 of 0.2'],
    ['a target of nothing', 'DEALS', '0', '1 of 0'],
  ])('%s', async (_, key, amount, reached) => {
    await target(key, 'mia', amount)
    await log(acme, ['mia', 'CALL', now.toISOString(), '5'], ['mia', 'DEAL', now.toISOString(), '1', '20'])
    await settle(acme)
    expect(await ofMia()).toEqual([])
    await settle(acme, inMonth(1))
    expect(await ofMia()).toEqual([`Mia Member ${key} MONTHLY ${THIS_MONTH}: ${reached}`])
  })

  it.each([
    ['a limit that was passed', 'COST', '4'],
    ['an average that was missed', 'SIZE', '20.000001'],
    ['an average of nothing', 'SIZE', '0'],
  ])('and not %s', async (what, key, amount) => {
    await target(key, 'mia', amount)
    if (what !== 'an average of nothing')
      await log(acme, ['mia', 'CALL', now.toISOString(), '5'], ['mia', 'DEAL', now.toISOString(), '1', '20'])
    await settle(acme, inMonth(1))
    expect(await ofMia()).toEqual([])
  })
})

describe('the end of a period', () => {
  it('is the midnight of the company, to the millisecond', async () => {
    await target('COST', 'mia', '5')
    await settle(acme)
    const [{ end }] = await world.database.query<[{ end: Date }]>(
      `SELECT ($1::date + interval '1 month') AT TIME ZONE 'Europe/Oslo' AS end`,
      [THIS_MONTH],
    )
    await settle(acme, new Date(end.getTime() - 1).toISOString())
    expect(await ofMia()).toEqual([])
    await settle(acme, end.toISOString())
    expect(await ofMia()).toEqual([`Mia Member COST MONTHLY ${THIS_MONTH}: 0 of 5`])
    const [{ reachedAt }] = await world.database.query<[{ reachedAt: Date }]>(
      `SELECT reached_at AS "reachedAt" FROM celebration WHERE company_id = $1 AND user_id IS NOT NULL`,
      [acme.id],
    )
    expect(reachedAt).toEqual(end)
  })

  it('is due at the next midnight, so that nothing is looked at before', async () => {
    await settle(acme)
    const [{ due, midnight }] = await world.database.query<[{ due: Date; midnight: Date }]>(
      `SELECT due_at AS due, (date_trunc('day', now() AT TIME ZONE 'Europe/Oslo') + interval '1 day') AT TIME ZONE 'Europe/Oslo' AS midnight
         FROM celebration_state WHERE company_id = $1`,
      [acme.id],
    )
    expect(due).toEqual(midnight)
  })

  it('is looked at once: what was celebrated is not made again the day after', async () => {
    await target('COST', 'mia', '5')
    expect((await settle(acme, inMonth(1))).made).toBeGreaterThan(0)
    const dayAfter = new Date(new Date(inMonth(1)).getTime() + 86_400_000).toISOString()
    expect(await settle(acme, dayAfter)).toEqual({ made: 0, withdrawn: 0 })
  })

  it('is made up for after months in which no server ran, every period by itself', async () => {
    await target('COST', 'mia', '5')
    await log(acme, ['mia', 'CALL', now.toISOString(), '6'])
    await settle(acme)
    await settle(acme, inMonth(5))
    const ended = [1, 2, 3, 4].map((by) => `Mia Member COST MONTHLY ${dayOf(monthAfter(by))}: 0 of 5`)
    expect((await celebrations(acme)).filter((text) => text.startsWith('Mia')).sort()).toEqual(ended.sort())
  })

  it('does not keep a limit that a late activity breaks', async () => {
    await target('COST', 'mia', '5')
    await settle(acme, inMonth(1))
    await log(acme, ['mia', 'CALL', now.toISOString(), '6'])
    await settle(acme, inMonth(1))
    expect(await ofMia()).toEqual([`-Mia Member COST MONTHLY ${THIS_MONTH}: 0 of 5`])
  })

  it.each([
    ['Wednesday, is of the same week', '2026-03-04', { made: 0, withdrawn: 0 }],
    ['Sunday, is of another week', '2026-03-08', { made: 4, withdrawn: 4 }],
  ])('in a company whose weeks begin on Sundays from now on, what was done on a %s', async (_, day, then) => {
    const version = async () => ({ expectedVersion: await acme.versionOf('ACME') })
    const weekly = { kind: 'SECONDARY', frequency: 'WEEKLY', ...(await version()) }
    await world.mutate(acme.admin, 'setTrackingFrequency', weekly)
    await setTarget(world, acme, 'CALLS', { from: day, amount: '5', userId: viewer(acme, 'mia').userId })
    await log(acme, ['mia', 'CALL', `${day}T12:00:00Z`, '5'])
    expect(await settle(acme)).toEqual({ made: 4, withdrawn: 0 })
    await world.mutate(acme.admin, 'setCalendar', { weekStart: 'SUNDAY', ...(await version()) })
    expect(await settle(acme)).toEqual(then)
  })
})
