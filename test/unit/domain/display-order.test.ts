import {
  given,
  metric,
  metricsOn,
  on,
  saying,
  withMetric,
  type Organisation,
} from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]
const PRIMARY = { kind: 'PRIMARY' } as const

describe('key metrics are shown in this order:', () => {
  it('PRIMARY before SECONDARY, whatever else is said', () => {
    const org = given(acme.add('CALLS', { position: 0 }), oslo.add('REV', { ...PRIMARY, position: 9 }))
    expect(metricsOn(org, 'OSLO')).toEqual(['REV', 'CALLS'])
  })

  it('then what the company defined, then the department, then the team, whatever the positions', () => {
    const org = given(
      oslo.add('A', { position: 1 }),
      sales.add('B', { position: 2 }),
      acme.add('C', { position: 3 }),
    )
    expect(metricsOn(org, 'OSLO')).toEqual(['C', 'B', 'A'])
  })

  it('then by position, as a number', () => {
    const org = given(
      acme.add('A', { position: 10 }),
      acme.add('B', { position: 9 }),
      acme.add('C', { position: 0 }),
    )
    expect(metricsOn(org, 'ACME')).toEqual(['C', 'B', 'A'])
  })

  it('without a position after every position', () => {
    const org = given(acme.add('A'), acme.add('B', { position: 9_999 }))
    expect(metricsOn(org, 'ACME')).toEqual(['B', 'A'])
  })

  it('then by metric key, neither by id nor by label', () => {
    const named = given(acme.add('id-1', { label: 'A' }), acme.add('id-2', { label: 'B' }))
    const catalogue = [metric('id-1', { key: 'ZEBRA' }), metric('id-2', { key: 'ANT' })]
    expect(metricsOn(catalogue.reduce(withMetric, named), 'ACME')).toEqual(['id-2', 'id-1'])
  })
})

describe('the level that counts for the order', () => {
  const org: Organisation = given(acme.add('Z'), sales.add('A'), sales.hide('Z'), oslo.add('Z'))

  it('is that of the first node that added it, also where it is reinstated', () => {
    expect(metricsOn(org, 'OSLO')).toEqual(['Z', 'A'])
  })

  it('is that of the company for a team without a department as well', () => {
    expect(metricsOn(given(acme.add('Z'), on('LABS').add('A')), 'LABS')).toEqual(['Z', 'A'])
  })
})

describe('the position that counts for the order', () => {
  it('is the one resolved on the node: an override reorders there and below only', () => {
    const org = given(acme.add('A'), acme.add('B'), sales.override('B', { position: 1 }))
    expect(metricsOn(org, 'ACME')).toEqual(['A', 'B'])
    expect(metricsOn(org, 'OSLO')).toEqual(['B', 'A'])
  })

  it('is the locked one where a node above locked it', () => {
    const org = given(acme.add('A', { position: 1, locks: ['POSITION'] }), acme.add('B', { position: 2 }))
    expect(metricsOn(saying(org, oslo.override('A', { position: 3 })), 'OSLO')).toEqual(['A', 'B'])
  })
})
