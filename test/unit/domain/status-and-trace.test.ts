import { explainKeyMetric } from '../../../server/domain/explain.js'
import { KEY_METRIC_STATUSES } from '../../../server/domain/effective-key-metric.js'
import {
  archive,
  given,
  metric,
  notInheriting,
  on,
  pathOf,
  saying,
  statusOn,
  traceOn,
} from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]

describe('the answer to "why is this metric here, or not?" is', () => {
  it('OWN where the metric is defined', () => {
    expect(statusOn(given(acme.add('REV')), 'ACME', 'REV')).toBe('OWN')
  })

  it('INHERITED below, also where it is pinned', () => {
    expect(statusOn(given(acme.add('REV')), 'OSLO', 'REV')).toBe('INHERITED')
    expect(statusOn(given(acme.add('REV'), oslo.add('REV')), 'OSLO', 'REV')).toBe('INHERITED')
  })

  it('REINSTATED where it is added again after something in between hid it', () => {
    expect(statusOn(given(acme.add('REV'), sales.hide('REV'), oslo.add('REV')), 'OSLO', 'REV')).toBe(
      'REINSTATED',
    )
  })

  it('HIDDEN_AT the node that hid it, on that node and below', () => {
    const org = given(acme.add('REV'), sales.hide('REV'))
    expect(statusOn(org, 'SALES', 'REV')).toBe('HIDDEN_AT SALES')
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
  })

  it('HIDDEN_AT the first node that hid it, when two did', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.hide('REV'))
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
  })

  it('BLOCKED_AT the node that does not inherit, on that node and below', () => {
    const org = notInheriting(given(acme.add('REV')), 'SALES')
    expect(statusOn(org, 'SALES', 'REV')).toBe('BLOCKED_AT SALES')
    expect(statusOn(org, 'OSLO', 'REV')).toBe('BLOCKED_AT SALES')
  })

  it('HIDDEN_AT, not BLOCKED_AT, when it was hidden before it could be blocked', () => {
    const org = notInheriting(given(acme.add('REV'), sales.hide('REV')), 'OSLO')
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
  })

  it('ARCHIVED whatever the rules say, even nothing', () => {
    expect(statusOn(archive(given(acme.add('REV'), sales.hide('REV')), 'REV'), 'SALES', 'REV')).toBe(
      'ARCHIVED',
    )
    expect(statusOn(archive(given(), 'REV'), 'SALES', 'REV')).toBe('ARCHIVED')
  })

  it('NOT_CONFIGURED when no node of the path added it, also where the only rule is dormant', () => {
    expect(statusOn(given(sales.add('OPPS')), 'CS', 'OPPS')).toBe('NOT_CONFIGURED')
    expect(statusOn(given(sales.hide('OPPS')), 'OSLO', 'OPPS')).toBe('NOT_CONFIGURED')
    expect(statusOn(given(sales.override('OPPS', { position: 1 })), 'OSLO', 'OPPS')).toBe('NOT_CONFIGURED')
  })

  it('nothing else: these are all', () => {
    expect(KEY_METRIC_STATUSES).toEqual([
      ...['OWN', 'INHERITED', 'REINSTATED', 'HIDDEN_AT', 'BLOCKED_AT', 'ARCHIVED', 'NOT_CONFIGURED'],
    ])
  })
})

describe('the trace tells, from the company down, that a node', () => {
  const path = ['OSLO', 'REV'] as const

  it('ADDED the metric; the nodes below INHERITED it; above it was ABSENT', () => {
    expect(traceOn(given(sales.add('REV')), ...path)).toEqual([
      'ACME ABSENT',
      'SALES ADDED',
      'OSLO INHERITED',
    ])
  })

  it('has HIDDEN it and another REINSTATED it', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.add('REV'))
    expect(traceOn(org, ...path)).toEqual(['ACME ADDED', 'SALES HIDDEN', 'OSLO REINSTATED'])
  })

  it('has HIDDEN it and below it is ABSENT', () => {
    const org = given(acme.add('REV'), sales.hide('REV'))
    expect(traceOn(org, ...path)).toEqual(['ACME ADDED', 'SALES HIDDEN', 'OSLO ABSENT'])
  })

  it('has OVERRIDDEN it and another PINNED it', () => {
    const org = given(acme.add('REV'), sales.override('REV', { position: 1 }), oslo.add('REV'))
    expect(traceOn(org, ...path)).toEqual(['ACME ADDED', 'SALES OVERRIDDEN', 'OSLO PINNED'])
  })

  it('has FORBIDDEN it before anyone added it', () => {
    const org = given(acme.hide('REV', { locks: ['ADD'] }), oslo.add('REV'))
    expect(traceOn(org, ...path)).toEqual(['ACME FORBIDDEN', 'SALES ABSENT', 'OSLO DORMANT'])
  })

  it('has BLOCKED it by not inheriting, and what its own rule then did', () => {
    const org = notInheriting(given(acme.add('REV')), 'SALES')
    expect(traceOn(org, ...path)).toEqual(['ACME ADDED', 'SALES BLOCKED', 'OSLO ABSENT'])
    const reinstated = saying(org, sales.add('REV'))
    expect(traceOn(reinstated, ...path)).toEqual([
      'ACME ADDED',
      'SALES BLOCKED',
      'SALES REINSTATED',
      'OSLO INHERITED',
    ])
  })

  it('kept it for itself: what is NODE_ONLY is ABSENT below', () => {
    const org = given(acme.add('REV', { reach: 'NODE_ONLY' }))
    expect(traceOn(org, 'ACME', 'REV')).toEqual(['ACME ADDED'])
    expect(traceOn(org, ...path)).toEqual(['ACME ADDED', 'SALES ABSENT', 'OSLO ABSENT'])
  })

  it('has a DORMANT rule, with the reason, the lock, its holder, and the rule itself', () => {
    const org = given(acme.add('REV', { locks: ['HIDE'] }), sales.hide('REV'))
    expect(explainKeyMetric(pathOf(org, 'SALES'), metric('REV'))).toEqual({
      status: 'INHERITED',
      at: null,
      trace: [
        { nodeId: 'ACME', outcome: 'ADDED', ruleId: 'ACME ADD REV', dormancy: null, visible: true },
        {
          ...{ nodeId: 'SALES', outcome: 'DORMANT', ruleId: 'SALES HIDE REV', visible: true },
          dormancy: { reason: 'LOCKED_BY', by: 'ACME', lock: 'HIDE' },
        },
      ],
    })
  })

  it('speaks of one metric only: the rules of others do not appear', () => {
    const org = given(acme.add('MTG'), acme.add('REV'), sales.hide('MTG'))
    expect(traceOn(org, 'SALES', 'REV')).toEqual(['ACME ADDED', 'SALES INHERITED'])
  })

  it('goes on for an archived metric, so that one sees what would hold if it were active', () => {
    expect(traceOn(archive(given(acme.add('REV')), 'REV'), ...path)).toEqual([
      'ACME ADDED',
      'SALES INHERITED',
      'OSLO INHERITED',
    ])
  })
})

it('an explanation of no path at all is refused', () => {
  expect(() => explainKeyMetric([], metric('REV'))).toThrow('A path has at least the company in it.')
})
