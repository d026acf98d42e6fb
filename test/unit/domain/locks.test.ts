import { PRESET_LOCKS } from '../../../server/domain/key-metric-rule.js'
import { dormantOn, given, on, shown, shows, statusOn } from '../../support/vocabulary.js'

const [acme, sales, oslo, cs] = [on('ACME'), on('SALES'), on('OSLO'), on('CS')]

describe('a lock', () => {
  it('binds the nodes below its holder, not the holder itself', () => {
    const org = given(acme.add('REV', { kind: 'PRIMARY', locks: ['ADD', 'KIND'] }))
    expect(shows(org, 'ACME')).toEqual(['PRIMARY REV @ACME OWN'])
    expect(dormantOn(org, 'ACME')).toEqual([])
  })

  it('binds only the nodes below its holder: the department beside is free', () => {
    const org = given(
      acme.add('REV'),
      sales.override('REV', { locks: ['HIDE'] }),
      oslo.hide('REV'),
      cs.hide('REV'),
    )
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO HIDE REV: LOCKED_BY SALES'])
    expect(statusOn(org, 'CS', 'REV')).toBe('HIDDEN_AT CS')
  })

  it('accumulates on the way down: a department can add one, never lift the one of the company', () => {
    const org = given(acme.add('REV', { locks: ['HIDE'] }), sales.override('REV', { locks: ['KIND'] }))
    expect(shown(org, 'OSLO', 'REV')?.locks).toEqual([
      { lock: 'HIDE', setAt: 'ACME' },
      { lock: 'KIND', setAt: 'SALES' },
    ])
  })

  it('held twice names the top-most holder', () => {
    const locked = { locks: ['HIDE'] } as const
    const org = given(acme.add('REV', locked), sales.override('REV', locked), oslo.hide('REV'))
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO HIDE REV: LOCKED_BY ACME'])
    expect(shown(org, 'OSLO', 'REV')?.locks).toEqual([{ lock: 'HIDE', setAt: 'ACME' }])
  })

  it('of a dormant rule binds nobody', () => {
    const org = given(
      acme.add('REV', { locks: ['ADD'] }),
      sales.add('REV', { locks: ['HIDE'] }),
      oslo.hide('REV'),
    )
    expect(dormantOn(org, 'SALES')).toEqual(['SALES ADD REV: LOCKED_BY ACME'])
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT OSLO')
  })

  it('on a metric holds while the metric is hidden in between', () => {
    const org = given(
      acme.add('REV', { locks: ['KIND'] }),
      sales.hide('REV'),
      oslo.add('REV', { kind: 'PRIMARY' }),
    )
    expect(shows(org, 'OSLO')).toEqual(['SECONDARY REV @ACME REINSTATED'])
  })

  it('is the reason named first: LOCKED_BY rather than NOTHING_TO_HIDE', () => {
    const org = given(acme.add('REV'), sales.hide('REV', { locks: ['HIDE'] }), oslo.hide('REV'))
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO HIDE REV: LOCKED_BY SALES'])
  })
})

describe('mandatory, the lock HIDE:', () => {
  it('no node below can hide the metric, and the rule that tries is dormant', () => {
    const org = given(acme.add('REV', { locks: PRESET_LOCKS.MANDATORY }), sales.hide('REV'), oslo.hide('REV'))
    expect(shows(org, 'OSLO')).toEqual(['SECONDARY REV @ACME INHERITED'])
    expect(dormantOn(org, 'SALES')).toEqual(['SALES HIDE REV: LOCKED_BY ACME'])
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO HIDE REV: LOCKED_BY ACME'])
  })

  it('its attributes may still be overridden below', () => {
    const mandatory = acme.add('REV', { locks: PRESET_LOCKS.MANDATORY })
    const org = given(mandatory, oslo.override('REV', { kind: 'PRIMARY' }))
    expect(shows(org, 'OSLO')).toEqual(['PRIMARY REV @ACME INHERITED'])
  })
})

describe('frozen, all locks:', () => {
  const frozen = acme.add('REV', {
    kind: 'PRIMARY',
    label: 'Revenue',
    position: 1,
    locks: PRESET_LOCKS.FROZEN,
  })

  it('nodes below can neither hide, nor pin, nor change anything', () => {
    const change = { kind: 'SECONDARY', label: 'Cash', position: 9 } as const
    const org = given(frozen, sales.hide('REV'), oslo.add('REV', change), on('RENEW').override('REV', change))
    const asFrozen = { kind: 'PRIMARY', label: 'Revenue', position: 1 }
    expect(['SALES', 'OSLO', 'RENEW'].map((node) => shown(org, node, 'REV'))).toMatchObject(
      Array(3).fill(asFrozen),
    )
    expect(['SALES', 'OSLO', 'RENEW'].flatMap((node) => dormantOn(org, node))).toEqual([
      'SALES HIDE REV: LOCKED_BY ACME',
      'OSLO ADD REV: LOCKED_BY ACME',
      'RENEW OVERRIDE REV: LOCKED_BY ACME',
    ])
  })
})

describe('forbidden, HIDE with the lock ADD:', () => {
  const forbidden = sales.hide('REV', { locks: PRESET_LOCKS.FORBIDDEN })

  it('the metric is hidden and no node below can add it', () => {
    const org = given(acme.add('REV'), forbidden, oslo.add('REV'))
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO ADD REV: LOCKED_BY SALES'])
  })

  it('a metric that nobody added can be forbidden too: that rule is not dormant', () => {
    const org = given(forbidden, oslo.add('REV'))
    expect(dormantOn(org, 'SALES')).toEqual([])
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
    expect(dormantOn(org, 'OSLO')).toEqual(['OSLO ADD REV: LOCKED_BY SALES'])
  })

  it('a metric hidden above already can be forbidden too, and is still hidden where it was first hidden', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.hide('REV', { locks: ['ADD'] }))
    expect(dormantOn(org, 'OSLO')).toEqual([])
    expect(statusOn(org, 'OSLO', 'REV')).toBe('HIDDEN_AT SALES')
  })

  it('what is mandatory cannot be forbidden below', () => {
    const org = given(acme.add('REV', { locks: ['HIDE'] }), forbidden)
    expect(shows(org, 'SALES')).toEqual(['SECONDARY REV @ACME INHERITED'])
    expect(dormantOn(org, 'SALES')).toEqual(['SALES HIDE REV: LOCKED_BY ACME'])
  })

  it('it may be added elsewhere', () => {
    expect(shows(given(forbidden, cs.add('REV')), 'RENEW')).toEqual(['SECONDARY REV @CS INHERITED'])
  })
})

it('the presets are named sets of locks', () => {
  expect(PRESET_LOCKS).toEqual({
    NONE: [],
    MANDATORY: ['HIDE'],
    FROZEN: ['ADD', 'HIDE', 'KIND', 'LABEL', 'POSITION'],
    FORBIDDEN: ['ADD'],
  })
})
