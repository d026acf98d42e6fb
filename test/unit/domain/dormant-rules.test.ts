import {
  dormantOn,
  given,
  move,
  notInheriting,
  on,
  saying,
  shows,
  silent,
  statusOn,
} from '../../support/vocabulary.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]

describe('a rule is dormant, kept but without effect,', () => {
  it('LOCKED_BY the node above that locked its effect', () => {
    const org = given(acme.add('REV', { locks: ['ADD', 'HIDE'] }), sales.hide('REV'), oslo.add('REV'))
    expect(dormantOn(org, 'SALES')).toEqual(['SALES HIDE REV: LOCKED_BY ACME'])
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO ADD REV: LOCKED_BY ACME'])
  })

  it('NOTHING_TO_HIDE when it hides what is not visible, and does not forbid it', () => {
    expect(dormantOn(given(sales.hide('REV')), 'SALES')).toEqual(['SALES HIDE REV: NOTHING_TO_HIDE'])
    expect(dormantOn(given(sales.hide('REV', { locks: ['ADD'] })), 'SALES')).toEqual([])
    expect(dormantOn(given(sales.hide('REV', { locks: ['KIND'] })), 'SALES')).toEqual([
      'SALES HIDE REV: NOTHING_TO_HIDE',
    ])
  })

  it('NOTHING_TO_OVERRIDE when it overrides what is not visible, whether unknown or hidden above', () => {
    const override = oslo.override('REV', { kind: 'PRIMARY' })
    expect(dormantOn(given(override), 'OSLO')).toEqual(['OSLO OVERRIDE REV: NOTHING_TO_OVERRIDE'])
    expect(dormantOn(given(acme.add('REV'), sales.hide('REV'), override), 'OSLO')).toEqual([
      'OSLO OVERRIDE REV: NOTHING_TO_OVERRIDE',
    ])
  })

  it('NOTHING_TO_HIDE or NOTHING_TO_OVERRIDE when its own node does not inherit the metric', () => {
    const hide = notInheriting(given(acme.add('REV'), sales.hide('REV')), 'SALES')
    const override = notInheriting(given(acme.add('REV'), sales.override('REV', { position: 1 })), 'SALES')
    expect(dormantOn(hide, 'SALES')).toEqual(['SALES HIDE REV: NOTHING_TO_HIDE'])
    expect(dormantOn(override, 'SALES')).toEqual(['SALES OVERRIDE REV: NOTHING_TO_OVERRIDE'])
    expect(statusOn(hide, 'SALES', 'REV')).toBe('BLOCKED_AT SALES')
  })

  it('LOCKED_BY, for an override, when everything it changes is locked; not when one attribute is free', () => {
    const locked = acme.add('REV', { locks: ['KIND', 'LABEL'] })
    const change = { kind: 'PRIMARY', label: 'Sales' } as const
    expect(dormantOn(given(locked, oslo.override('REV', change)), 'OSLO')).toEqual([
      'OSLO OVERRIDE REV: LOCKED_BY ACME',
    ])
    expect(dormantOn(given(locked, oslo.override('REV', { ...change, position: 1 })), 'OSLO')).toEqual([])
  })
})

describe('a dormant rule', () => {
  it('passes neither its attributes nor its locks on', () => {
    const dormant = sales.hide('REV', { kind: 'PRIMARY', locks: ['KIND'] })
    const org = given(acme.add('REV', { locks: ['HIDE'] }), dormant, oslo.override('REV', { position: 1 }))
    expect(shows(org, 'OSLO')).toEqual(['SECONDARY REV @ACME INHERITED'])
  })

  it('wakes by itself when the lock goes', () => {
    const org = given(acme.add('REV', { locks: ['HIDE'] }), sales.hide('REV'))
    expect(statusOn(org, 'SALES', 'REV')).toBe('INHERITED')
    expect(statusOn(saying(org, acme.add('REV')), 'SALES', 'REV')).toBe('HIDDEN_AT SALES')
  })

  it('wakes by itself when the metric becomes visible above', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.override('REV', { kind: 'PRIMARY' }))
    expect(shows(silent(org, 'SALES', 'REV'), 'OSLO')).toEqual(['PRIMARY REV @ACME INHERITED'])
  })

  it('wakes by itself when its node moves to where it has an effect', () => {
    const org = given(on('CS').add('REV'), oslo.override('REV', { kind: 'PRIMARY' }))
    expect(shows(move(org, 'OSLO', { under: 'CS' }), 'OSLO')).toEqual(['PRIMARY REV @CS INHERITED'])
  })
})
