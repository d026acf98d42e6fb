import type { KeyMetricLock, RuleAttributes } from '../../../server/domain/key-metric-rule.js'
import { given, on, shown } from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]

describe('each attribute of a key metric', () => {
  it('is the nearest one stated, with the node it came from', () => {
    const org = given(
      acme.add('REV', { kind: 'PRIMARY', label: 'Revenue', position: 1 }),
      sales.override('REV', { label: 'Sales', position: 2 }),
      oslo.override('REV', { position: 3 }),
    )
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ kind: 'PRIMARY', label: 'Sales', position: 3 })
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({
      kindFrom: 'ACME',
      labelFrom: 'SALES',
      positionFrom: 'OSLO',
    })
  })

  it('falls through where a rule states none; 0 is a position', () => {
    const org = given(
      acme.add('REV', { kind: 'PRIMARY', label: 'Revenue' }),
      sales.override('REV', { position: 0 }),
    )
    expect(shown(org, 'SALES', 'REV')).toMatchObject({ kind: 'PRIMARY', label: 'Revenue', position: 0 })
  })

  it('is none at all, and the kind that of the metric, when nobody states it', () => {
    expect(shown(given(acme.add('REV')), 'OSLO', 'REV')).toMatchObject({
      ...{ kind: 'SECONDARY', kindFrom: null },
      ...{ label: null, labelFrom: null, position: null, positionFrom: null },
    })
  })

  it('comes from a pin that states it', () => {
    const org = given(acme.add('REV', { label: 'Revenue' }), oslo.add('REV', { label: 'Sales' }))
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ label: 'Sales', labelFrom: 'OSLO', definedAt: 'ACME' })
  })

  it('flows through a level where the metric is not visible, even from the rule that hides it', () => {
    const org = given(
      acme.add('REV', { kind: 'PRIMARY', label: 'Revenue' }),
      sales.hide('REV', { label: 'Sales' }),
      oslo.add('REV'),
    )
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ kindFrom: 'ACME', label: 'Sales', labelFrom: 'SALES' })
  })
})

describe('an attribute locked above', () => {
  const change: RuleAttributes = { kind: 'PRIMARY', label: 'Sales', position: 7 }
  const cases: [KeyMetricLock, Partial<RuleAttributes>][] = [
    ['KIND', { kind: 'SECONDARY', label: 'Sales', position: 7 }],
    ['LABEL', { kind: 'PRIMARY', label: 'Revenue', position: 7 }],
    ['POSITION', { kind: 'PRIMARY', label: 'Sales', position: 1 }],
  ]
  const locked = (lock: KeyMetricLock) =>
    acme.add('REV', { kind: 'SECONDARY', label: 'Revenue', position: 1, locks: [lock] })

  it.each(cases)('%s cannot be overridden below; the others can', (lock, expected) => {
    expect(shown(given(locked(lock), oslo.override('REV', change)), 'OSLO', 'REV')).toMatchObject(expected)
  })

  it.each(cases)('%s cannot be changed by a pin below either', (lock, expected) => {
    expect(shown(given(locked(lock), oslo.add('REV', change)), 'OSLO', 'REV')).toMatchObject(expected)
  })

  it('is still free to the node that locks it', () => {
    const org = given(acme.add('REV'), sales.override('REV', { label: 'Sales', locks: ['LABEL'] }))
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ label: 'Sales', labelFrom: 'SALES' })
  })

  it('stays without a value when none was stated at or above the lock', () => {
    const org = given(
      acme.add('REV', { locks: ['LABEL'] }),
      oslo.override('REV', { label: 'Sales', position: 1 }),
    )
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ label: null, labelFrom: null, position: 1 })
  })
})
