import {
  freeze,
  log,
  progress,
  progressCompany,
  setTarget,
  type Asked,
} from '../../support/progress-company.js'
import { inAllTests } from '../../support/world.js'

// Before the world stops.
afterAll(() => void jest.useRealTimers())

const { world, acme } = inAllTests(progressCompany)

const PAST = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

beforeAll(async () => {
  // London: four fifths of the calls of a month come on its second day.
  await log(acme, ...PAST.flatMap((month) => [early('CALL', month, '80'), late('CALL', month, '20')]))
  await log(acme, ['lon', 'CALL', '2026-07-02', '40'])
  // Of its deals 50 % once and 75 % three times; their amounts come evenly.
  await log(acme, early('DEAL', '2026-03', '50', '10'), late('DEAL', '2026-03', '50', '10'))
  for (const month of PAST.slice(2))
    await log(acme, early('DEAL', month, '75', '10'), late('DEAL', month, '25', '10'))
  await log(acme, ['lon', 'DEAL', '2026-07-03', '11', '7'])
  await log(
    acme,
    ['mia', 'CALL', '2026-06-15', '3'],
    ['mia', 'CALL', '2026-06-16', '4'],
    ['mia', 'CALL', '2026-07-02', '4'],
    ['mia', 'CALL', '2026-07-16', '6'],
    ['pia', 'DEAL', '2026-07-03', '1', '30'],
    ['pia', 'DEAL', '2026-07-18', '2', '30'],
  )
  // Of these five months the last four are among the 12 before July.
  for (const month of ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10'])
    await log(acme, ['mia', 'DEAL', `${month}-02`])
  await setTarget(world, acme, 'CALLS', { from: '2026-07-01', nodeId: acme.node('OSLO'), amount: '30' })
  await setTarget(world, acme, 'COST', { from: '2026-07-01', nodeId: acme.node('LONDON'), amount: '45' })
  await setTarget(world, acme, 'DEALS', {
    ...{ from: '2026-07-01', amount: '16' },
    userId: acme.person('lon@acme.test'),
  })
  await setTarget(world, acme, 'CALLS', { from: '2026-07-01', nodeId: acme.node('LONDON'), amount: '60' })
  // Half of July is over: 15.5 of its 31 days.
  freeze('2026-07-16T10:00:00.000Z')
})

const early = (type: string, month: string, quantity: string, amount?: string) =>
  ['lon', type, `${month}-02`, quantity, amount] as const
const late = (type: string, month: string, quantity: string, amount?: string) =>
  ['lon', type, `${month}-28`, quantity, amount] as const

async function of(key: string, asked: Asked, selection: string): Promise<Record<string, unknown> | null> {
  const { byKey, errors } = await progress<Record<string, unknown>>(world, acme.admin, acme, asked, selection)
  expect(errors).toEqual([])
  return byKey![key]!
}

const OUTLOOK = 'actual expected forecast status pace { method share error periods }'

describe('the pace of a running period', () => {
  it('is the elapsed share of it while there are fewer than 4 past periods', async () => {
    expect(await of('CALLS', { node: 'OSLO' }, OUTLOOK)).toEqual({
      ...{ actual: '10', expected: '15', forecast: '20', status: 'BEHIND' },
      pace: { method: 'LINEAR', share: '0.5', error: null, periods: 1 },
    })
  })

  it('follows the past where that told it better: most of it is in, and what is missing will not come', async () => {
    expect(await of('CALLS', { node: 'LONDON' }, OUTLOOK)).toEqual({
      ...{ actual: '40', expected: '48', forecast: '50', status: 'BEHIND' },
      pace: { method: 'HISTORICAL', share: '0.8', error: '0', periods: 5 },
    })
  })

  it('names by how much it would have been wrong: by a third once, by an eighth three times', async () => {
    expect(await of('DEALS', { node: 'LONDON' }, OUTLOOK)).toEqual({
      ...{ actual: '11', expected: '11', forecast: '16', status: 'ON_TRACK' },
      pace: { method: 'HISTORICAL', share: '0.6875', error: '0.177083', periods: 4 },
    })
  })

  it('stays the elapsed share where the past went evenly', async () => {
    expect(await of('REV', { node: 'LONDON' }, OUTLOOK)).toMatchObject({
      pace: { method: 'LINEAR', share: '0.5', error: '0', periods: 4 },
    })
  })

  it('is that of the node or the person itself', async () => {
    const lon = acme.person('lon@acme.test')
    const pace = { method: 'HISTORICAL', share: '0.8', error: '0', periods: 5 }
    expect(await of('CALLS', { node: 'LONDON', userId: lon }, OUTLOOK)).toMatchObject({ pace })
    // 80 of 100 in four months, 83 of 107 in June.
    expect(await of('CALLS', { node: 'SALES' }, OUTLOOK)).toMatchObject({
      pace: { method: 'HISTORICAL', share: '0.79514', periods: 5 },
    })
  })

  it('looks at the last 12 periods and none before', async () => {
    const mia = acme.person('mia@acme.test')
    expect(await of('DEALS', { node: 'OSLO', userId: mia }, OUTLOOK)).toMatchObject({
      pace: { method: 'HISTORICAL', share: '1', error: '0', periods: 4 },
    })
  })

  it('makes the status: what is not there yet may be on track, what is below its limit behind', async () => {
    const lon = acme.person('lon@acme.test')
    expect(await of('DEALS', { node: 'LONDON', userId: lon }, OUTLOOK)).toMatchObject({
      ...{ actual: '11', expected: '11', forecast: '16', status: 'ON_TRACK' },
    })
    expect(await of('COST', { node: 'LONDON' }, OUTLOOK)).toMatchObject({
      ...{ actual: '40', expected: '36', forecast: '50', status: 'BEHIND' },
    })
  })

  it('of an average or a ratio there is none: it is forecast as it is', async () => {
    expect(await of('SIZE', { node: 'LONDON' }, OUTLOOK)).toMatchObject({
      ...{ actual: '0.636364', forecast: '0.636364', pace: null },
    })
  })

  it('is of no use before the period has begun', async () => {
    expect(await of('CALLS', { node: 'OSLO', period: { offset: 1 } }, OUTLOOK)).toEqual({
      ...{ actual: '0', expected: '0', forecast: null, status: 'ON_TRACK' },
      pace: { method: 'LINEAR', share: '0', error: null, periods: 2 },
    })
  })

  it('is that of now, also where the node is read as it was', async () => {
    expect(await of('CALLS', { node: 'LONDON', asOf: '2026-07-02T00:00:00Z' }, OUTLOOK)).toMatchObject({
      ...{ actual: '40', forecast: '50' },
    })
    expect(await of('CALLS', { node: 'LONDON', asOf: '2026-06-02T00:00:00Z' }, OUTLOOK)).toMatchObject({
      ...{ actual: '100', forecast: '100', pace: null },
    })
  })
})

describe('the previous period', () => {
  const PREVIOUS = 'actual previous { period { label } actual actualAtThisPoint change }'

  it('is told as a whole and at the same point: 16 of 31 days are 15 of 30', async () => {
    expect(await of('CALLS', { node: 'OSLO' }, PREVIOUS)).toEqual({
      actual: '10',
      previous: { period: { label: 'June 2026' }, actual: '7', actualAtThisPoint: '3', change: '7' },
    })
  })

  it('is told as a whole only once the period is over', async () => {
    expect(await of('CALLS', { node: 'LONDON', period: { offset: -4 } }, PREVIOUS)).toEqual({
      actual: '100',
      previous: { period: { label: 'February 2026' }, actual: '100', actualAtThisPoint: '100', change: '0' },
    })
  })

  it('of an average is the average of what it had by then', async () => {
    expect(await of('SIZE', { node: 'LONDON' }, PREVIOUS)).toEqual({
      actual: '0.636364',
      previous: {
        ...{ period: { label: 'June 2026' }, actual: '0.2', actualAtThisPoint: '0.133333' },
        change: '0.503031',
      },
    })
  })

  it('of nothing is nothing for a count, and unknown for an average', async () => {
    const previous = { actual: '0', actualAtThisPoint: '0', change: '0' }
    expect(await of('CALLS', { node: 'LABS' }, PREVIOUS)).toMatchObject({ previous })
    const unknown = { actual: null, actualAtThisPoint: null, change: null }
    expect(await of('SIZE', { node: 'LABS' }, PREVIOUS)).toMatchObject({ previous: unknown })
  })
})

describe('the series', () => {
  const values = async (key: string, asked: Asked) => {
    const { series } = (await of(key, asked, 'series { day value }')) as {
      series: { day: string; value: string | null }[]
    }
    return series.map(({ day, value }) => `${day.slice(-2)} ${value}`)
  }
  const days = (from: number, to: number, value: string | null) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${String(from + index).padStart(2, '0')} ${value}`)

  it('grows from the first day to the present one', async () => {
    expect(await values('CALLS', { node: 'OSLO' })).toEqual([
      ...days(1, 1, '0'),
      ...days(2, 15, '4'),
      '16 10',
    ])
  })

  it('goes on to what is dated ahead, so that it ends at the actual', async () => {
    expect(await values('DEALS', { node: 'OSLO' })).toEqual([
      ...days(1, 2, '0'),
      ...days(3, 17, '1'),
      ...days(18, 18, '3'),
    ])
  })

  it('of an average is the average so far, unknown at first', async () => {
    expect(await values('SIZE', { node: 'OSLO' })).toEqual([
      ...days(1, 2, null),
      ...days(3, 17, '30'),
      ...days(18, 18, '20'),
    ])
  })

  it('has a day each of a period that is over, and none of one to come', async () => {
    expect(await values('CALLS', { node: 'LONDON', period: { offset: -1 } })).toEqual([
      ...days(1, 1, '0'),
      ...days(2, 27, '80'),
      ...days(28, 30, '100'),
    ])
    expect(await values('CALLS', { node: 'LONDON', period: { offset: 1 } })).toEqual([])
  })
})
