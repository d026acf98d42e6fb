import { attributesToKeep } from '../../../server/domain/rule-removal.js'
import { given, on } from '../../support/vocabulary.js'
import type { KeyMetricRule, RuleContent } from '../../../server/domain/key-metric-rule.js'

const [acme, sales, oslo, london] = [on('ACME'), on('SALES'), on('OSLO'), on('LONDON')]
const NONE = { kind: null, label: null, position: null }

/** What is written when the first rule given is removed: ['OSLO ADD REV', attributes]. */
const kept = (removed: KeyMetricRule, ...others: readonly KeyMetricRule[]) =>
  keptWhen(removed, null, ...others)

/** The same when `by` takes its place. */
function keptWhen(replaced: KeyMetricRule, by: RuleContent | null, ...others: readonly KeyMetricRule[]) {
  const { nodes } = given(replaced, ...others)
  return attributesToKeep(nodes, replaced, by).map(({ rule, attributes }) => [rule.id, attributes])
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

describe('what takes the place of a rule counts as its removal for those below', () => {
  const [primary, pin] = [{ kind: 'PRIMARY' } as const, oslo.add('REV')]
  const written = [['OSLO ADD REV', { ...NONE, kind: 'PRIMARY' }]]

  it('when it is for its own node only, whatever it says there', () => {
    const here = { reach: 'NODE_ONLY' } as const
    expect(keptWhen(acme.add('REV', primary), acme.add('REV', { ...primary, ...here }), pin)).toEqual(written)
    const secondary = acme.add('REV', { ...here, kind: 'SECONDARY' })
    expect(keptWhen(acme.add('REV', primary), secondary, pin)).toEqual(written)
  })

  it('when it hides the metric', () => {
    const override = sales.override('REV', primary)
    expect(keptWhen(override, sales.hide('REV'), acme.add('REV'), pin)).toEqual(written)
  })

  it('when it forbids the metric: the ADD is silenced, and wakes with what it kept', () => {
    const forbidden = acme.hide('REV', { locks: ['ADD'] })
    expect(keptWhen(acme.add('REV', primary), forbidden, pin)).toEqual(written)
  })

  it('once only also then: an ADD below one that keeps an attribute goes on inheriting it', () => {
    const forbidden = acme.hide('REV', { locks: ['ADD'] })
    expect(keptWhen(acme.add('REV', primary), forbidden, sales.add('REV'), pin)).toEqual([
      ['SALES ADD REV', { ...NONE, kind: 'PRIMARY' }],
    ])
  })

  it('but not when it goes on: with another kind, with the kind of the level above, with locks', () => {
    const added = acme.add('REV', primary)
    for (const by of [
      acme.add('REV', { kind: 'SECONDARY' }),
      acme.add('REV'),
      acme.add('REV', { ...primary, locks: ['HIDE'] }),
    ])
      expect(keptWhen(added, by, pin)).toEqual([])
  })
})
