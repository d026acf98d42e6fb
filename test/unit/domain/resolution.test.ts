import { PRESET_LOCKS } from '../../../server/domain/key-metric-rule.js'
import { resolverOf } from '../../../server/domain/resolution.js'
import {
  ACME_CHART,
  archive,
  deleteAndDetachTeams,
  given,
  metric,
  metricsOn,
  notInheriting,
  on,
  organisation,
  saying,
  shown,
  shows,
  silent,
  statusOn,
  team,
  withMetric,
} from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]

describe('a metric that a node adds', () => {
  it('is in force on that node and on every node below, and on no other', () => {
    const nodes = ['ACME', 'SALES', 'OSLO', 'LONDON', 'CS', 'RENEW', 'LABS']
    const org = given(sales.add('OPPS'))
    expect(nodes.filter((node) => metricsOn(org, node).includes('OPPS'))).toEqual(['SALES', 'OSLO', 'LONDON'])
  })

  it('is on a team created later without anything being copied', () => {
    const org = organisation(
      [...ACME_CHART, team('NEW', { under: 'SALES' })],
      [acme.add('REV'), sales.add('OPPS')],
    )
    expect(shows(org, 'NEW')).toEqual(['SECONDARY REV @ACME INHERITED', 'SECONDARY OPPS @SALES INHERITED'])
  })

  it('is its own where it is added and inherited below', () => {
    const org = given(sales.add('OPPS'))
    expect(statusOn(org, 'SALES', 'OPPS')).toBe('OWN')
    expect(statusOn(org, 'OSLO', 'OPPS')).toBe('INHERITED')
  })

  it('has the default kind of the metric as long as no rule states one', () => {
    const org = withMetric(given(acme.add('REV')), metric('REV', { defaultKind: 'PRIMARY' }))
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ kind: 'PRIMARY', kindFrom: null })
  })
})

describe('a metric that a node hides', () => {
  it('is neither on that node nor below, and stays above and beside it', () => {
    const nodes = ['ACME', 'SALES', 'OSLO', 'LONDON', 'CS', 'RENEW', 'LABS']
    const org = given(acme.add('REV'), sales.hide('REV'))
    expect(nodes.filter((node) => metricsOn(org, node).includes('REV'))).toEqual([
      'ACME',
      'CS',
      'RENEW',
      'LABS',
    ])
  })

  it('is inherited again as soon as the HIDE is removed', () => {
    const org = given(acme.add('REV'), sales.hide('REV'))
    expect(statusOn(silent(org, 'SALES', 'REV'), 'OSLO', 'REV')).toBe('INHERITED')
  })
})

describe('a metric reinstated: added again below where it was hidden', () => {
  const org = given(
    acme.add('REV', { kind: 'PRIMARY', label: 'Revenue' }),
    sales.hide('REV'),
    oslo.add('REV'),
  )

  it('is back on that node only, and is still defined where it was first added', () => {
    expect(shows(org, 'OSLO')).toEqual(['PRIMARY REV @ACME REINSTATED'])
    expect(shows(org, 'LONDON')).toEqual([])
  })

  it('gets the attributes of the levels above back where it states none itself', () => {
    const relabelled = saying(org, oslo.add('REV', { label: 'Sales' }))
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ kindFrom: 'ACME', label: 'Revenue', labelFrom: 'ACME' })
    expect(shown(relabelled, 'OSLO', 'REV')).toMatchObject({
      kindFrom: 'ACME',
      label: 'Sales',
      labelFrom: 'OSLO',
    })
  })

  it('is INHERITED on the nodes below the one that reinstated it', () => {
    const closed = notInheriting(given(acme.add('REV'), sales.add('REV')), 'SALES')
    expect(statusOn(closed, 'SALES', 'REV')).toBe('REINSTATED')
    expect(shows(closed, 'OSLO')).toEqual(['SECONDARY REV @ACME INHERITED'])
  })
})

describe('a metric pinned: added where it is visible already', () => {
  const pinned = [acme.add('REV'), oslo.add('REV')]

  it('stays defined where it was first added, and INHERITED', () => {
    expect(shows(given(...pinned), 'OSLO')).toEqual(['SECONDARY REV @ACME INHERITED'])
  })

  it('stays when a node above later hides it', () => {
    expect(shows(given(...pinned, sales.hide('REV')), 'OSLO')).toEqual(['SECONDARY REV @ACME REINSTATED'])
  })

  it('stays when the node above that added it drops it, and is then its own', () => {
    expect(shows(silent(given(...pinned), 'ACME', 'REV'), 'OSLO')).toEqual(['SECONDARY REV @OSLO OWN'])
  })

  it('stays when the department that added it is deleted', () => {
    const org = given(sales.add('OPPS'), oslo.add('OPPS'))
    expect(shows(deleteAndDetachTeams(org, 'SALES'), 'OSLO')).toEqual(['SECONDARY OPPS @OSLO OWN'])
  })
})

describe('an override', () => {
  it('changes attributes here and below, and neither status nor definedAt', () => {
    const org = given(acme.add('REV'), sales.override('REV', { kind: 'PRIMARY' }))
    expect(shows(org, 'SALES')).toEqual(['PRIMARY REV @ACME INHERITED'])
    expect(shows(org, 'OSLO')).toEqual(['PRIMARY REV @ACME INHERITED'])
    expect(shows(org, 'CS')).toEqual(['SECONDARY REV @ACME INHERITED'])
  })

  it('never makes a metric appear', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.override('REV', { kind: 'PRIMARY' }))
    expect(shows(org, 'OSLO')).toEqual([])
  })
})

describe('an archived metric', () => {
  it('is on no node, mandatory or not: archived beats everything', () => {
    const org = archive(given(acme.add('REV', { locks: PRESET_LOCKS.FROZEN }), oslo.add('REV')), 'REV')
    expect(['ACME', 'SALES', 'OSLO'].flatMap((node) => shows(org, node))).toEqual([])
  })

  it('comes back as it was when it is active again', () => {
    const org = given(acme.add('REV', { kind: 'PRIMARY' }), sales.hide('REV'), oslo.add('REV'))
    const back = withMetric(archive(org, 'REV'), metric('REV'))
    expect(shows(back, 'OSLO')).toEqual(['PRIMARY REV @ACME REINSTATED'])
  })
})

it('a metric that was not in the catalogue at that instant is on no node', () => {
  const { nodes } = given(acme.add('REV'))
  expect(shows({ nodes, metrics: new Map() }, 'ACME')).toEqual([])
})

it('nothing is said of a node that is not in the tree', () => {
  const { nodes } = given()
  expect(resolverOf(new Map(nodes.map((each) => [each.id, each])))('NOWHERE')).toBeNull()
})
