import { moveUser, viewer } from '../../support/activity-company.js'
import {
  changeTarget,
  figures,
  month,
  ownerOf,
  readTarget,
  setAmounts,
  targetCompany,
} from '../../support/target-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)
const MARCH = month('2026-03')

const of = (name: string, period: object = MARCH, metric = 'REV') =>
  figures(world, acme, name, { metric, period })

describe('a level without a target of its own', () => {
  it('has none as long as nothing is set below', async () => {
    expect([await of('OSLO'), await of('SALES'), await of('ACME'), await of('mia')]).toEqual([
      'none ROLLUP - -',
      'none ROLLUP - -',
      'none ROLLUP - -',
      'none ROLLUP - -',
    ])
  })

  it('has the sum of the level below: a team of its people, a department of its teams, the company of all', async () => {
    await setAmounts(world, acme, MARCH, { mia: '100.5', pia: '200.25', lon: '50', LABS: '1000' })
    expect([await of('OSLO'), await of('LONDON'), await of('SALES'), await of('ACME')]).toEqual([
      '300.75 ROLLUP 300.75 1',
      '50 ROLLUP 50 1',
      '350.75 ROLLUP 350.75 1',
      '1350.75 ROLLUP 1350.75 1',
    ])
  })

  it('counts people whom peers do not see', async () => {
    await setAmounts(world, acme, MARCH, { mia: '10', hal: '5' })
    const { target } = await readTarget(world, acme.member, acme, 'OSLO', { period: MARCH })
    expect(target).toMatchObject({ amount: '15', source: 'ROLLUP' })
  })

  it('does not count people without a team', async () => {
    await setAmounts(world, acme, MARCH, { nia: '10' })
    expect([await of('ACME'), await of('nia')]).toEqual(['none ROLLUP - -', '10 MANUAL - -'])
  })
})

describe('a target that was set', () => {
  it('keeps beside it what is below, and how much of it that covers', async () => {
    await setAmounts(world, acme, MARCH, {
      mia: '100',
      pia: '200',
      OSLO: '400',
      LONDON: '100',
      SALES: '1500',
    })
    expect([await of('OSLO'), await of('SALES'), await of('ACME')]).toEqual([
      '400 MANUAL 300 0.75',
      '1500 MANUAL 500 0.333333',
      '1500 ROLLUP 1500 1',
    ])
  })

  it('of 0 has no coverage', async () => {
    await setAmounts(world, acme, MARCH, { mia: '100', OSLO: '0' })
    expect(await of('OSLO')).toBe('0 MANUAL 100 -')
  })

  it.each(['CONV', 'SIZE'])('does not add up for an average or a ratio: %s', async (metric) => {
    await setAmounts(world, acme, MARCH, { mia: '0.2', OSLO: '0.25', LONDON: '0.35' }, metric)
    expect([await of('OSLO', MARCH, metric), await of('SALES', MARCH, metric)]).toEqual([
      '0.25 MANUAL - -',
      'none ROLLUP - -',
    ])
  })

  it('says who set it and when, and a sum says neither', async () => {
    const began = Date.now() - 1
    const { target, userErrors } = await changeTarget(world, viewer(acme, 'lea'), 'setTarget', {
      ...{ ...ownerOf(acme, 'OSLO'), metricId: acme.metric('REV'), period: MARCH, amount: '012.50' },
    })
    expect(userErrors).toEqual([])
    expect(target).toMatchObject({
      ...{ amount: '12.5', source: 'MANUAL', rollup: null, coverage: null, carriesForward: true, version: 1 },
      ...{ setBy: { name: 'Lea Lead' }, period: { label: 'March 2026' } },
    })
    expect(Date.parse(target!.setAt!)).toBeGreaterThan(began)
    const above = await readTarget(world, acme.admin, acme, 'SALES', { period: MARCH })
    expect(above.target).toMatchObject({
      ...{ amount: '12.5', source: 'ROLLUP', setBy: null, setAt: null, carriesForward: false, version: 0 },
    })
  })

  it('is of one metric and one frequency', async () => {
    await setAmounts(world, acme, MARCH, { OSLO: '400' })
    expect([await of('OSLO', MARCH, 'CALLS'), await of('OSLO', { ...MARCH, frequency: 'YEARLY' })]).toEqual([
      'none ROLLUP - -',
      'none ROLLUP - -',
    ])
  })
})

describe('the people of a team', () => {
  it('are those of the end of the period, or of now while it lies ahead', async () => {
    await setAmounts(world, acme, month('2026-02'), { mia: '100', lon: '10' })
    const to = acme.node('LONDON')
    await moveUser(acme, acme.person('mia@acme.test'), to)
    const next = { frequency: 'MONTHLY', offset: 1 }
    expect([await of('OSLO', MARCH), await of('LONDON', MARCH)]).toEqual([
      '100 ROLLUP 100 1',
      '10 ROLLUP 10 1',
    ])
    expect([await of('OSLO', next), await of('LONDON', next)]).toEqual([
      'none ROLLUP - -',
      '110 ROLLUP 110 1',
    ])
  })
})

describe('the period, where none is named, is the one that is running', () => {
  it.each([
    ['REV', 'MONTHLY'],
    ['CALLS', 'WEEKLY'],
  ])('of %s: %s, as its kind is tracked', async (metric, frequency) => {
    const { data } = await world.run<{ company: { period: { label: string } } }>(
      acme.admin,
      `{ company { period(frequency: ${frequency}) { label } } }`,
    )
    for (const name of ['OSLO', 'mia']) {
      const { target } = await readTarget(world, acme.admin, acme, name, { metric })
      expect(target!.period).toEqual(data.company.period)
    }
  })

  it('as the node itself ranks the metric: a primary one on OSLO, a secondary one elsewhere', async () => {
    await acme.build.add(acme.node('OSLO'), acme.metric('CALLS'), { kind: 'PRIMARY' })
    const labelOf = async (name: string) => {
      const { target } = await readTarget(world, acme.admin, acme, name, { metric: 'CALLS' })
      return target!.period.label.replace(/\d+/g, '#')
    }
    expect([await labelOf('LONDON'), await labelOf('lon')]).toEqual(['#-W#', '#-W#'])
    expect([await labelOf('OSLO'), await labelOf('mia')]).toEqual([
      expect.stringMatching(/^[A-Z][a-z]+ #$/),
      expect.stringMatching(/^[A-Z][a-z]+ #$/),
    ])
  })

  it('at the instant the node is read at', async () => {
    const asOf = new Date('2026-02-14T12:00:00Z')
    // The metric came later than that: it is asked for by its frequency.
    const period = { frequency: 'MONTHLY' }
    const { target } = await readTarget(world, acme.admin, acme, 'OSLO', { asOf, period })
    expect(target!.period.label).toBe('February 2026')
  })
})

it('an unknown metric has no target', async () => {
  const { data } = await world.run(
    acme.admin,
    `query ($id: ID!) { company { target(metricId: $id) { amount } } viewer { target(metricId: $id) { amount } } }`,
    { id: acme.id },
  )
  expect(data).toEqual({ company: { target: null }, viewer: { target: null } })
})
