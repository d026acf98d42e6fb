import { viewer } from '../../support/activity-company.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import { figures, month, readTarget, targetCompany, targetsOf } from '../../support/target-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)
const [JANUARY, FEBRUARY] = [month('2026-01'), month('2026-02')]
const [MARCH, APRIL] = [month('2026-03'), month('2026-04')]

const { inputOf, set, reset } = targetsOf(world, acme)
const months = (name: string) =>
  Promise.all(
    [JANUARY, FEBRUARY, MARCH, APRIL].map(async (period) => {
      const { target } = await readTarget(world, acme.admin, acme, name, { period })
      return target!.amount
    }),
  )

describe('a target', () => {
  it('holds for the periods after it, and not for those before', async () => {
    await set('OSLO', FEBRUARY, '100')
    expect(await months('OSLO')).toEqual([null, '100', '100', '100'])
  })

  it('holds until a later one is set', async () => {
    await set('OSLO', JANUARY, '100')
    await set('OSLO', MARCH, '120', { expectedVersion: 1 })
    expect(await months('OSLO')).toEqual(['100', '100', '120', '120'])
  })

  it('leaves a later one as it is, when an earlier one is set or changed', async () => {
    await set('OSLO', MARCH, '120')
    await set('OSLO', JANUARY, '100')
    expect(await months('OSLO')).toEqual(['100', '100', '120', '120'])
    await set('OSLO', JANUARY, '110', { expectedVersion: 1 })
    expect(await months('OSLO')).toEqual(['110', '110', '120', '120'])
  })

  it('that is for its own period only lets what held before hold again', async () => {
    await set('OSLO', JANUARY, '100')
    await set('OSLO', FEBRUARY, '500', { carryForward: false, expectedVersion: 1 })
    expect(await months('OSLO')).toEqual(['100', '500', '100', '100'])
  })

  it('that is for its own period only leaves nothing behind where nothing held before', async () => {
    await set('OSLO', FEBRUARY, '500', { carryForward: false })
    expect(await months('OSLO')).toEqual([null, '500', null, null])
  })

  it('that is set to the same for its own period only does not hold after it any more', async () => {
    await set('OSLO', FEBRUARY, '500')
    const { target } = await set('OSLO', FEBRUARY, '500', { carryForward: false, expectedVersion: 1 })
    expect(target).toMatchObject({ amount: '500', carriesForward: false, version: 2 })
    expect(await months('OSLO')).toEqual([null, '500', null, null])
  })

  it('can be negative, and has up to 6 digits after the point', async () => {
    const { target } = await set('mia', MARCH, '-1234.567890')
    expect(target).toMatchObject({ amount: '-1234.56789' })
  })

  it('holds for the week that has its first day, after weeks have come to begin on another day', async () => {
    const week = { frequency: 'WEEKLY', containing: '2026-03-04' }
    await set('OSLO', week, '7', { carryForward: false })
    await world.mutate(acme.admin, 'setCalendar', {
      ...{ weekStart: 'SUNDAY', expectedVersion: await acme.versionOf('ACME') },
    })
    expect(await figures(world, acme, 'OSLO', { period: week })).toBe('7 MANUAL - -')
    await set('OSLO', week, '8', { carryForward: false, expectedVersion: 1 })
    expect(await figures(world, acme, 'OSLO', { period: week })).toBe('8 MANUAL - -')
    expect((await rowsOf(world.database, acme.id)).target).toHaveLength(1)
  })
})

describe('a target that is reset', () => {
  it('is what the level below adds up to, from then on', async () => {
    await set('OSLO', JANUARY, '100')
    await set('mia', JANUARY, '30')
    const { target, userErrors } = await reset('OSLO', MARCH, { expectedVersion: 1 })
    expect(userErrors).toEqual([])
    expect(target).toMatchObject({ amount: '30', source: 'ROLLUP', rollup: '30', coverage: '1', version: 2 })
    expect(target).toMatchObject({ setBy: null, setAt: null })
    expect(await months('OSLO')).toEqual(['100', '100', '30', '30'])
  })

  it('is so in its own period only, when asked', async () => {
    await set('OSLO', JANUARY, '100')
    await reset('OSLO', FEBRUARY, { expectedVersion: 1, carryForward: false })
    expect(await months('OSLO')).toEqual(['100', null, '100', '100'])
  })

  it('can be set again', async () => {
    await set('OSLO', JANUARY, '100')
    await reset('OSLO', JANUARY, { expectedVersion: 1 })
    const { target } = await set('OSLO', JANUARY, '90', { expectedVersion: 2 })
    expect(target).toMatchObject({ amount: '90', source: 'MANUAL', version: 3 })
    expect(await months('OSLO')).toEqual(['90', '90', '90', '90'])
  })
})

describe('repeating', () => {
  it('a setting or a reset changes nothing and needs no version', async () => {
    await set('OSLO', MARCH, '100')
    const before = await rowsOf(world.database, acme.id)
    const again = await set('OSLO', MARCH, '100.00')
    expect(again).toMatchObject({ userErrors: [], target: { amount: '100', version: 1 } })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
    await reset('OSLO', APRIL, { expectedVersion: 1 })
    const after = await rowsOf(world.database, acme.id)
    expect(await reset('OSLO', APRIL)).toMatchObject({ userErrors: [], target: { amount: null } })
    expect(await rowsOf(world.database, acme.id)).toEqual(after)
  })

  it('a reset where nothing was set is no change', async () => {
    const before = await rowsOf(world.database, acme.id)
    expect(await reset('OSLO', MARCH)).toMatchObject({ userErrors: [], target: { version: 0 } })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('what is carried here makes it a target of this period, which stays when the earlier one changes', async () => {
    await set('OSLO', JANUARY, '100')
    await set('OSLO', MARCH, '100', { expectedVersion: 1 })
    await set('OSLO', JANUARY, '50', { expectedVersion: 1 })
    expect(await months('OSLO')).toEqual(['50', '50', '100', '100'])
  })
})

it('two changes in one request: each answers what it made of the target and of what is above it', async () => {
  const key = { metricId: acme.metric('REV'), period: MARCH }
  const above = 'query { company { target(metricId: $rev, period: $period) { amount } } }'
  const { data } = await world.run(
    acme.admin,
    `mutation ($one: SetTargetInput!, $two: SetTargetInput!, $rev: ID!, $period: PeriodInput) {
      one: setTarget(input: $one) { target { amount version } ${above} }
      two: setTarget(input: $two) { target { amount version } ${above} }
    }`,
    {
      one: { ...inputOf('OSLO', key), amount: '10' },
      two: { ...inputOf('OSLO', key), amount: '20', expectedVersion: 1 },
      ...{ rev: acme.metric('REV'), period: MARCH },
    },
  )
  expect(data).toEqual({
    one: { target: { amount: '10', version: 1 }, query: { company: { target: { amount: '10' } } } },
    two: { target: { amount: '20', version: 2 }, query: { company: { target: { amount: '20' } } } },
  })
})

describe('the version', () => {
  it('that is no longer right is a conflict, which comes with the target as it is', async () => {
    await set('OSLO', JANUARY, '100')
    const before = await rowsOf(world.database, acme.id)
    const { target, userErrors } = await set('OSLO', MARCH, '120')
    expect(userErrors).toEqual([
      {
        code: 'VERSION_CONFLICT',
        message:
          'The target of REV for March 2026 is set already, at version 1; expectedVersion is 0, or left out, which is for one that was never set. Read it, and send its version to change it.',
        path: ['expectedVersion'],
      },
    ])
    expect((await set('OSLO', MARCH, '120', { expectedVersion: 7 })).userErrors).toMatchObject([
      {
        message:
          'The target of REV for March 2026 is at version 1, not 7: it was changed meanwhile. Read it and try again.',
      },
    ])
    expect(target).toMatchObject({ amount: '100', version: 1, period: { label: 'March 2026' } })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })
})

it('every change is an entry of the log, which those who run the team read', async () => {
  await set('OSLO', MARCH, '100')
  await set('OSLO', MARCH, '120', { expectedVersion: 1 })
  await set('mia', MARCH, '20')
  await reset('OSLO', MARCH, { expectedVersion: 2, carryForward: false })
  const { nodes } = await readAuditLog(world, viewer(acme, 'lea'), { first: 4 })
  const shown = nodes.map(({ action, node, actsAs, changes }) => [
    ...[action, node?.name, actsAs],
    changes.filter(({ field }) => ['amount', 'carriesForward', 'userId'].includes(field)),
  ])
  expect(shown).toEqual([
    [
      ...['RESET_TARGET', 'OSLO', 'COMPANY_ADMIN'],
      [
        { field: 'amount', before: '120', after: null },
        { field: 'carriesForward', before: 'true', after: 'false' },
      ],
    ],
    [
      ...['SET_TARGET', 'OSLO', 'COMPANY_ADMIN'],
      [
        { field: 'amount', before: null, after: '20' },
        { field: 'carriesForward', before: null, after: 'true' },
        { field: 'userId', before: null, after: acme.person('mia@acme.test') },
      ],
    ],
    ['SET_TARGET', 'OSLO', 'COMPANY_ADMIN', [{ field: 'amount', before: '100', after: '120' }]],
    [
      ...['SET_TARGET', 'OSLO', 'COMPANY_ADMIN'],
      [
        { field: 'amount', before: null, after: '100' },
        { field: 'carriesForward', before: null, after: 'true' },
      ],
    ],
  ])
})
