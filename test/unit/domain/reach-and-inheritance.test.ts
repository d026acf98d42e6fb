import { PRESET_LOCKS } from '../../../server/domain/key-metric-rule.js'
import { given, metricsOn, notInheriting, on, shown, shows, statusOn } from '../../support/vocabulary.js'

const [acme, sales, oslo, labs] = [on('ACME'), on('SALES'), on('OSLO'), on('LABS')]
const MANDATORY = { locks: PRESET_LOCKS.MANDATORY }

describe('a rule that reaches NODE_ONLY', () => {
  const here = { reach: 'NODE_ONLY' } as const

  it('adds for the node alone: the level below knows nothing of it', () => {
    const org = given(acme.add('EBITDA', here), oslo.add('EBITDA'))
    expect(statusOn(org, 'ACME', 'EBITDA')).toBe('OWN')
    expect(statusOn(org, 'SALES', 'EBITDA')).toBe('NOT_CONFIGURED')
    expect(shows(org, 'OSLO')).toEqual(['SECONDARY EBITDA @OSLO OWN'])
  })

  it('hides for the node alone: the level below inherits what the node did', () => {
    const org = given(acme.add('REV'), sales.hide('REV', here))
    expect(statusOn(org, 'SALES', 'REV')).toBe('HIDDEN_AT SALES')
    expect(statusOn(org, 'OSLO', 'REV')).toBe('INHERITED')
  })

  it('overrides for the node alone', () => {
    const org = given(acme.add('REV'), sales.override('REV', { ...here, kind: 'PRIMARY' }))
    expect(shown(org, 'SALES', 'REV')).toMatchObject({ kind: 'PRIMARY', kindFrom: 'SALES' })
    expect(shown(org, 'OSLO', 'REV')).toMatchObject({ kind: 'SECONDARY', kindFrom: null })
  })
})

describe('a node that does not inherit', () => {
  it('starts from nothing but what is mandatory, whichever node above made it so', () => {
    const org = given(
      acme.add('REV', MANDATORY),
      acme.add('MTG'),
      sales.add('OPPS', MANDATORY),
      sales.add('NPS'),
    )
    expect(metricsOn(notInheriting(org, 'OSLO'), 'OSLO')).toEqual(['REV', 'OPPS'])
  })

  it('shows what it adds itself, and passes only that and the mandatory on', () => {
    const org = given(acme.add('REV', MANDATORY), acme.add('MTG'), sales.add('OPPS'))
    expect(metricsOn(notInheriting(org, 'SALES'), 'OSLO')).toEqual(['REV', 'OPPS'])
    expect(statusOn(notInheriting(org, 'SALES'), 'OSLO', 'MTG')).toBe('BLOCKED_AT SALES')
  })

  it('reinstates what it blocks by adding it', () => {
    const org = notInheriting(given(acme.add('REV', { kind: 'PRIMARY' }), labs.add('REV')), 'LABS')
    expect(shows(org, 'LABS')).toEqual(['PRIMARY REV @ACME REINSTATED'])
  })

  it('cannot make a metric mandatory for itself: only a node above can', () => {
    const org = given(acme.add('REV'), labs.override('REV', MANDATORY))
    expect(metricsOn(notInheriting(org, 'LABS'), 'LABS')).toEqual([])
  })
})
