import { attributesToKeep } from '../../../server/domain/rule-removal.js'
import { given, on } from '../../support/vocabulary.js'
import type { KeyMetricRule } from '../../../server/domain/key-metric-rule.js'

const [acme, sales, oslo, london] = [on('ACME'), on('SALES'), on('OSLO'), on('LONDON')]
const NONE = { kind: null, label: null, position: null }

/** What is written when the first rule given is removed: ['OSLO ADD REV', attributes]. */
function kept(removed: KeyMetricRule, ...others: readonly KeyMetricRule[]) {
  const { nodes } = given(removed, ...others)
  return attributesToKeep(nodes, removed).map(({ rule, attributes }) => [rule.id, attributes])
}

describe('removing a rule writes into each surviving ADD below', () => {
  it('the attributes that were in force there', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY', label: 'Revenue', position: 3 })
    expect(kept(removed, oslo.add('REV'), london.add('REV'))).toEqual([
      ['OSLO ADD REV', { kind: 'PRIMARY', label: 'Revenue', position: 3 }],
      ['LONDON ADD REV', { kind: 'PRIMARY', label: 'Revenue', position: 3 }],
    ])
  })

  it('the position 0 as well', () => {
    expect(kept(acme.add('REV', { position: 0 }), oslo.add('REV'))).toEqual([
      ['OSLO ADD REV', { ...NONE, position: 0 }],
    ])
  })

  it('only what it does not state itself', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY', label: 'Revenue' })
    expect(kept(removed, oslo.add('REV', { label: 'Sales' }))).toEqual([
      ['OSLO ADD REV', { ...NONE, kind: 'PRIMARY', label: 'Sales' }],
    ])
  })

  it('what an override stated, when it is the override that is removed', () => {
    const removed = sales.override('REV', { kind: 'PRIMARY' })
    expect(kept(removed, acme.add('REV', { kind: 'SECONDARY' }), oslo.add('REV'))).toEqual([
      ['OSLO ADD REV', { ...NONE, kind: 'PRIMARY' }],
    ])
  })

  it('what an override stated that goes dormant with it', () => {
    const override = sales.override('REV', { label: 'Sales' })
    expect(kept(acme.add('REV', { kind: 'PRIMARY' }), override, oslo.add('REV'))).toEqual([
      ['OSLO ADD REV', { ...NONE, kind: 'PRIMARY', label: 'Sales' }],
    ])
  })

  it('what was in force through the lock that kept it dormant', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY', locks: ['ADD'] })
    expect(kept(removed, oslo.add('REV'))).toEqual([['OSLO ADD REV', { ...NONE, kind: 'PRIMARY' }]])
  })

  it('nothing where the ADD goes on doing nothing', () => {
    const removed = sales.override('REV', { kind: 'PRIMARY' })
    expect(kept(removed, acme.add('REV', { locks: ['ADD'] }), oslo.add('REV'))).toEqual([])
  })

  it('nothing that another node above has locked', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY', label: 'Revenue', locks: ['KIND'] })
    const between = sales.add('REV', { kind: 'SECONDARY', label: 'Sales', locks: ['KIND'] })
    expect(kept(removed, between, oslo.add('REV'))).toEqual([])
  })

  it('once only: an ADD below one that keeps an attribute goes on inheriting it', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY' })
    expect(kept(removed, sales.add('REV'), oslo.add('REV'))).toEqual([
      ['SALES ADD REV', { ...NONE, kind: 'PRIMARY' }],
    ])
  })

  it('again where the one that keeps it is for its own node only', () => {
    const removed = acme.add('REV', { kind: 'PRIMARY' })
    expect(kept(removed, sales.add('REV', { reach: 'NODE_ONLY' }), oslo.add('REV'))).toEqual([
      ['SALES ADD REV', { ...NONE, kind: 'PRIMARY' }],
      ['OSLO ADD REV', { ...NONE, kind: 'PRIMARY' }],
    ])
  })
})

describe('removing a rule writes nothing', () => {
  const removed = acme.add('REV', { kind: 'PRIMARY' })

  it('where the same value still comes from another node', () => {
    expect(kept(sales.override('REV', { kind: 'PRIMARY' }), removed, oslo.add('REV'))).toEqual([])
  })

  it('into an override or a HIDE: those do not survive by themselves', () => {
    expect(kept(removed, sales.override('REV', { position: 1 }), london.hide('REV'))).toEqual([])
  })

  it('where the removed rule was never carried', () => {
    expect(kept(acme.add('REV', { kind: 'PRIMARY', reach: 'NODE_ONLY' }), oslo.add('REV'))).toEqual([])
  })

  it('beside or above its node, or into rules of other metrics', () => {
    const others = [acme.add('REV'), on('CS').add('REV'), oslo.add('MTG')]
    expect(kept(sales.override('REV', { kind: 'PRIMARY' }), ...others)).toEqual([])
  })

  it('when it stated no attribute: the default kind holds before and after', () => {
    expect(kept(acme.add('REV'), oslo.add('REV'))).toEqual([])
  })
})
