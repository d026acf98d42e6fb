import {
  CALLS_OF_MARCH,
  log,
  progress,
  progressCompany,
  setTarget,
  type Asked,
} from '../../support/progress-company.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests(progressCompany)

beforeAll(async () => {
  await log(
    acme,
    ...CALLS_OF_MARCH,
    ['mia', 'DEAL', '2026-03-04', '1', '600.5'],
    ['mia', 'DEAL', '2026-03-29', '1', '399.5'],
    ['hal', 'DEAL', '2026-03-05', '1', '200'],
    ['lon', 'DEAL', '2026-03-06', '3', '300'],
  )
  for (const [node, amount] of [
    ['OSLO', '1000'],
    ['LONDON', '600'],
  ] as const)
    await setTarget(world, acme, 'REV', { from: '2026-03-01', nodeId: acme.node(node), amount })
  await setTarget(world, acme, 'CALLS', { from: '2026-03-01', nodeId: acme.node('OSLO'), amount: '0' })
  await setTarget(world, acme, 'COST', { from: '2026-03-01', nodeId: acme.node('OSLO'), amount: '18' })
  await setTarget(world, acme, 'SIZE', { from: '2026-03-01', nodeId: acme.node('OSLO'), amount: '500' })
  await setTarget(world, acme, 'CALLS', {
    ...{ from: '2026-03-01', amount: '40' },
    userId: acme.person('mia@acme.test'),
  })
})

const MARCH = { frequency: 'MONTHLY', containing: '2026-03-15' }

async function actuals(asked: Asked): Promise<Record<string, string | null>> {
  const { byKey, errors } = await progress<{ actual: string | null }>(
    ...([world, acme.admin, acme] as const),
    { period: MARCH, ...asked },
    'actual',
  )
  expect(errors).toEqual([])
  return Object.fromEntries(Object.entries(byKey!).map(([key, row]) => [key, row && row.actual]))
}

const OSLO = { CALLS: '20', COST: '20', DEALS: '3', NPS: null, RATE: '0.15', REV: '1200', SIZE: '400' }

describe('what there is of a metric', () => {
  it.each([
    ['OSLO', OSLO],
    ['LONDON', { CALLS: '5', COST: '5', DEALS: '3', NPS: null, RATE: '0.6', REV: '300', SIZE: '100' }],
    ['SALES', { CALLS: '25', COST: '25', DEALS: '6', NPS: null, RATE: '0.24', REV: '1500', SIZE: '250' }],
    ['ACME', { CALLS: '28', COST: '28', DEALS: '6', NPS: null, RATE: '0.214286', REV: '1500', SIZE: '250' }],
    ['LABS', { CALLS: '0', COST: '0', DEALS: '0', NPS: null, RATE: null, REV: '0', SIZE: null }],
  ])('is counted, summed, averaged and divided from all below %s', async (node, expected) => {
    expect(await actuals({ node })).toEqual(expected)
  })

  it.each([
    [
      'mia',
      'OSLO',
      { CALLS: '10', COST: '10', DEALS: '2', NPS: null, RATE: '0.2', REV: '1000', SIZE: '500' },
    ],
    [
      'mia',
      'ACME',
      { CALLS: '10', COST: '10', DEALS: '2', NPS: null, RATE: '0.2', REV: '1000', SIZE: '500' },
    ],
    ['lea', 'OSLO', { CALLS: '0', COST: '0', DEALS: '0', NPS: null, RATE: null, REV: '0', SIZE: null }],
    ['nia', 'ACME', { CALLS: '3', COST: '3', DEALS: '0', NPS: null, RATE: '0', REV: '0', SIZE: null }],
  ])('is that of %s alone when asked for on %s', async (name, node, expected) => {
    expect(await actuals({ node, userId: acme.person(`${name}@acme.test`) })).toEqual(expected)
  })

  it('is of no node for somebody who is not of it', async () => {
    const found = await actuals({ node: 'LONDON', userId: acme.person('mia@acme.test') })
    expect(new Set(Object.values(found))).toEqual(new Set([null]))
  })

  it('stays the same whatever is hidden on the way: hiding is about focus', async () => {
    await acme.build.hide(acme.node('OSLO'), acme.metric('REV'))
    await acme.build.hide(acme.node('LONDON'), acme.metric('REV'))
    await acme.build.hide(acme.node('SALES'), acme.metric('CALLS'))
    expect(await actuals({ node: 'SALES' })).toEqual({
      ...{ COST: '25', DEALS: '6', NPS: null, RATE: '0.24', REV: '1500', SIZE: '250' },
    })
    expect((await actuals({ node: 'ACME' })).CALLS).toBe('28')
    await acme.build.remove(acme.node('OSLO'), acme.metric('REV'))
    await acme.build.remove(acme.node('LONDON'), acme.metric('REV'))
    await acme.build.remove(acme.node('SALES'), acme.metric('CALLS'))
    expect(await actuals({ node: 'OSLO' })).toEqual(OSLO)
  })

  it('is of the month that was running at the instant the node is read at, as known now', async () => {
    const asked = { node: 'OSLO', period: undefined, asOf: '2026-03-03T00:00:00Z' }
    expect(await actuals(asked)).toEqual(OSLO)
  })

  it('is of the period that is asked for, by its frequency, its day and its distance', async () => {
    const calls = async (period: object) => (await actuals({ node: 'SALES', period })).CALLS
    expect(await calls({ frequency: 'DAILY', containing: '2026-03-03' })).toBe('10')
    expect(await calls({ frequency: 'WEEKLY', containing: '2026-03-08' })).toBe('20')
    expect(await calls({ containing: '2026-02-15', offset: 1 })).toBe('25')
    expect(await calls({ frequency: 'YEARLY', containing: '2026-12-31' })).toBe('25')
  })

  it('is refused for a day out of range, and the metric stays', async () => {
    const asked = { node: 'OSLO', period: { containing: '1899-12-31' } }
    const { byKey, errors } = await progress(world, acme.admin, acme, asked, 'actual')
    expect(byKey).toMatchObject({ CALLS: null })
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

describe('a month in which the clocks change', () => {
  it('begins and ends at midnight of the company, in winter as in summer', async () => {
    const other = await progressCompany(world)
    await log(
      other,
      ['mia', 'CALL', '2026-02-28T22:59:59.999Z', '1000'],
      ['mia', 'CALL', '2026-02-28T23:00:00.000Z', '1'],
      ['mia', 'CALL', '2026-03-29T00:59:59.000Z', '2'],
      ['mia', 'CALL', '2026-03-29T01:00:00.000Z', '4'],
      ['mia', 'CALL', '2026-03-31T21:59:59.999Z', '8'],
      ['mia', 'CALL', '2026-03-31T22:00:00.000Z', '2000'],
    )
    const selection = 'actual period { startsAt endsAt } series { day value }'
    const { byKey } = await progress<{ series: { day: string; value: string }[] }>(
      ...([world, other.admin, other, { node: 'OSLO', period: MARCH }, selection] as const),
    )
    const { series, ...rest } = byKey!.CALLS!
    expect(rest).toEqual({
      actual: '15',
      period: { startsAt: '2026-02-28T23:00:00.000Z', endsAt: '2026-03-31T22:00:00.000Z' },
    })
    expect(series).toHaveLength(31)
    expect([series[0], series[27], series[28], series[30]]).toEqual([
      { day: '2026-03-01', value: '1' },
      { day: '2026-03-28', value: '1' },
      { day: '2026-03-29', value: '7' },
      { day: '2026-03-31', value: '15' },
    ])
  })
})

describe('against its target', () => {
  const SELECTION = 'actual target gap attainment expected forecast status pace { method }'
  const of = async (node: string, key: string, userId?: string) =>
    (await progress(world, acme.admin, acme, { node, period: MARCH, userId }, SELECTION)).byKey![key]

  it('a metric is achieved once it is reached; what is to spare is below 0', async () => {
    expect(await of('OSLO', 'REV')).toEqual({
      ...{ actual: '1200', target: '1000', gap: '-200', attainment: '1.2' },
      ...{ expected: '1000', forecast: '1200', status: 'ACHIEVED', pace: null },
    })
  })

  it('a department is measured by what the targets of its teams add up to', async () => {
    expect(await of('SALES', 'REV')).toEqual({
      ...{ actual: '1500', target: '1600', gap: '100', attainment: '0.9375' },
      ...{ expected: '1600', forecast: '1500', status: 'BEHIND', pace: null },
    })
  })

  it('a team that has reached half of it is behind', async () => {
    expect(await of('LONDON', 'REV')).toMatchObject({ actual: '300', target: '600', status: 'BEHIND' })
  })

  it('a person is measured by a target of their own, and at risk with less than half of it', async () => {
    expect(await of('OSLO', 'CALLS', acme.person('mia@acme.test'))).toEqual({
      ...{ actual: '10', target: '40', gap: '30', attainment: '0.25' },
      ...{ expected: '40', forecast: '10', status: 'AT_RISK', pace: null },
    })
  })

  it('a limit is missed by what is above it', async () => {
    expect(await of('OSLO', 'COST')).toMatchObject({ gap: '2', attainment: '1.111111', status: 'BEHIND' })
  })

  it('of 0 there is no share', async () => {
    expect(await of('OSLO', 'CALLS')).toMatchObject({ gap: '-20', attainment: null, status: 'ACHIEVED' })
  })

  it('an average is measured where the target is, and nowhere above', async () => {
    expect(await of('OSLO', 'SIZE')).toMatchObject({ gap: '100', attainment: '0.8', status: 'BEHIND' })
    expect(await of('SALES', 'SIZE')).toMatchObject({ actual: '250', target: null, status: 'NO_TARGET' })
  })

  it('without one there is neither gap nor attainment', async () => {
    expect(await of('LONDON', 'CALLS')).toEqual({
      ...{ actual: '5', target: null, gap: null, attainment: null },
      ...{ expected: null, forecast: '5', status: 'NO_TARGET', pace: null },
    })
  })
})
