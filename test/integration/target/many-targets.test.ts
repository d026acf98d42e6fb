import { rowsOf } from '../../support/rows.js'
import { viewer } from '../../support/activity-company.js'
import {
  copy,
  figures,
  month,
  ownerOf,
  setAmounts,
  setMany,
  targetCompany,
} from '../../support/target-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)
const [FEBRUARY, MARCH] = [month('2026-02'), month('2026-03')]

const item = (name: string, amount: string, rest: object = {}) => ({
  ...{ ...ownerOf(acme, name), metricId: acme.metric('REV'), period: MARCH, amount, ...rest },
})
const of = (name: string, period = MARCH, metric = 'REV') => figures(world, acme, name, { metric, period })
const NEVER = '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'

describe('targets set at once', () => {
  it('are answered in their order: created, updated, unchanged, rejected with the reason', async () => {
    await setAmounts(world, acme, MARCH, { OSLO: '100', LONDON: '50' })
    const items = [
      ...[item('mia', '10'), item('OSLO', '120'), item('LONDON', '50'), item('mia', '11')],
      ...[
        item('LABS', 'many'),
        item('SALES', '1', { expectedVersion: 3 }),
        item('ACME', '9', { metricId: NEVER }),
      ],
    ]
    const { results, isWritten, userErrors } = await setMany(world, acme.admin, { mode: 'PER_ITEM', items })
    expect({ isWritten, userErrors }).toEqual({ isWritten: true, userErrors: [] })
    expect(results.map(({ status, target }) => `${status} ${target?.amount}`)).toEqual([
      ...['CREATED 10', 'UPDATED 120', 'UNCHANGED 50', 'REJECTED undefined'],
      ...['REJECTED undefined', 'REJECTED undefined', 'REJECTED undefined'],
    ])
    expect(results.flatMap((result) => result.userErrors).map(({ code, path }) => [code, ...path])).toEqual([
      ['DUPLICATE', 'items', '3'],
      ['INVALID', 'items', '4', 'amount'],
      ['VERSION_CONFLICT', 'items', '5', 'expectedVersion'],
      ['NOT_FOUND', 'items', '6', 'metricId'],
    ])
    expect([await of('OSLO'), await of('SALES')]).toEqual(['120 MANUAL 10 0.083333', '170 ROLLUP 170 1'])
  })

  it('all of them or none, when ATOMIC: the call names the first at fault', async () => {
    const before = await rowsOf(world.database, acme.id)
    const items = [item('mia', '10'), item('OSLO', 'x'), item('LABS', 'y')]
    const { results, isWritten, userErrors } = await setMany(world, acme.admin, { mode: 'ATOMIC', items })
    expect(isWritten).toBe(false)
    expect(userErrors).toMatchObject([{ code: 'INVALID', path: ['items', '1', 'amount'] }])
    expect(userErrors[0]!.message).toMatch(/^Nothing was written: 2 of 3 items are rejected/)
    expect(results.map(({ status }) => status)).toEqual(['CREATED', 'REJECTED', 'REJECTED'])
    expect(results[0]!.target).toBeNull()
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('are only tried in a dry run', async () => {
    const before = await rowsOf(world.database, acme.id)
    const input = { mode: 'PER_ITEM', dryRun: true, items: [item('mia', '10')] }
    const { results, isWritten } = await setMany(world, acme.admin, input)
    expect({ isWritten, results }).toEqual({
      ...{ isWritten: false, results: [{ status: 'CREATED', target: null, userErrors: [] }] },
    })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('are at most 1,000', async () => {
    const items = Array.from({ length: 1_001 }, () => item('mia', '10'))
    const { results, userErrors } = await setMany(world, acme.admin, { mode: 'PER_ITEM', items })
    expect(results).toEqual([])
    expect(userErrors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['items'] }])
  })

  it('cost as many statements for 200 as for one', async () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, day) =>
        item(day % 2 ? 'mia' : 'OSLO', String(day), { period: { frequency: 'DAILY', offset: day - 390 } }),
      )
    const cost = async (count: number) => {
      const input = { mode: 'ATOMIC', items: days(count) }
      const { statements, isWritten } = await setMany(world, acme.admin, input)
      expect(isWritten).toBe(true)
      return statements.length
    }
    await cost(1)
    const one = await cost(2)
    expect(await cost(200)).toBe(one)
  })
})

describe('a copy', () => {
  const asked = (rest: object = {}) => ({
    ...{ nodeId: acme.node('ACME'), fromPeriod: FEBRUARY, toPeriod: MARCH, ...rest },
  })

  beforeEach(async () => {
    const once = { carryForward: false, period: FEBRUARY }
    const items = [
      ...[item('SALES', '1000', once), item('OSLO', '100.33', once), item('mia', '5', once)],
      ...[
        item('LABS', '70', once),
        item('nia', '3', once),
        item('lon', '7', { ...once, metricId: acme.metric('CALLS') }),
      ],
    ]
    const { isWritten, text } = await setMany(world, acme.admin, { mode: 'ATOMIC', items })
    if (!isWritten) throw new Error(text)
  })

  it('sets what was set by hand on the node, below and for its people', async () => {
    const { copied, userErrors } = await copy(world, acme.admin, asked())
    expect(userErrors).toEqual([])
    expect(copied).toEqual([
      ...['LABS REV 70', 'Lon London CALLS 7', 'Mia Member REV 5', 'Nia Nowhere REV 3'],
      ...['OSLO REV 100.33', 'SALES REV 1000'],
    ])
    expect(await of('ACME')).toBe('1070 ROLLUP 1070 1')
    expect(await of('ACME', month('2026-04'))).toBe('none ROLLUP - -')
  })

  it('is of the node and what is below, and of no other', async () => {
    const { copied } = await copy(world, viewer(acme, 'lea'), asked({ nodeId: acme.node('OSLO') }))
    expect(copied).toEqual(['Mia Member REV 5', 'OSLO REV 100.33'])
  })

  it('is of the node alone, when asked', async () => {
    const { copied } = await copy(
      world,
      acme.admin,
      asked({ nodeId: acme.node('SALES'), includeBelow: false }),
    )
    expect(copied).toEqual(['SALES REV 1000'])
  })

  it.each([
    ['10', 2, ['Mia Member REV 5.5', 'OSLO REV 110.36']],
    ['10', 0, ['Mia Member REV 6', 'OSLO REV 110']],
    ['10', 6, ['Mia Member REV 5.5', 'OSLO REV 110.363']],
    ['-50', 1, ['Mia Member REV 2.5', 'OSLO REV 50.2']],
    ['-100', 2, ['Mia Member REV 0', 'OSLO REV 0']],
    ['0.5', 4, ['Mia Member REV 5.025', 'OSLO REV 100.8317']],
  ])('of %s percent more is rounded to %i digits', async (changePercent, decimals, expected) => {
    const input = asked({ nodeId: acme.node('OSLO'), changePercent, decimals })
    expect((await copy(world, acme.admin, input)).copied).toEqual(expected)
  })

  it('takes along what was carried into the period, and goes on carrying', async () => {
    await setAmounts(world, acme, month('2026-01'), { LONDON: '40' })
    const { copied } = await copy(
      world,
      acme.admin,
      asked({ nodeId: acme.node('LONDON'), changePercent: '10' }),
    )
    expect(copied).toEqual(['LONDON REV 44', 'Lon London CALLS 7.7'])
    expect(await of('LONDON', month('2026-05'))).toBe('44 MANUAL - -')
  })

  it('leaves what was set for the later period, unless it is to be replaced', async () => {
    await setAmounts(world, acme, MARCH, { OSLO: '1' })
    const input = asked({ nodeId: acme.node('OSLO') })
    expect((await copy(world, acme.admin, input)).copied).toEqual(['Mia Member REV 5'])
    expect((await copy(world, acme.admin, { ...input, replace: true })).copied).toEqual(['OSLO REV 100.33'])
  })

  it('changes nothing when it is repeated', async () => {
    await copy(world, acme.admin, asked({ changePercent: '10' }))
    const before = await rowsOf(world.database, acme.id)
    expect(await copy(world, acme.admin, asked({ changePercent: '10' }))).toMatchObject({ copied: [] })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it.each([
    ['no frequency', { fromPeriod: {} }, ['fromPeriod', 'frequency']],
    ['two frequencies', { toPeriod: { frequency: 'WEEKLY' } }, ['toPeriod', 'frequency']],
    ['a period to itself', { toPeriod: FEBRUARY }, ['toPeriod']],
    ['less than nothing', { changePercent: '-100.1' }, ['changePercent']],
    ['too much', { changePercent: '1001' }, ['changePercent']],
    ['no number', { changePercent: '10 %' }, ['changePercent']],
    ['too many digits', { changePercent: '10', decimals: 7 }, ['decimals']],
  ])('is refused with %s', async (_, rest, path) => {
    const { copied, userErrors } = await copy(world, acme.admin, asked(rest))
    expect(copied).toEqual([])
    expect(userErrors).toMatchObject([{ code: 'INVALID', path }])
  })

  it('leaves archived metrics behind', async () => {
    await acme.build.archive(acme.metric('REV'))
    expect((await copy(world, acme.admin, asked())).copied).toEqual(['Lon London CALLS 7'])
  })
})
