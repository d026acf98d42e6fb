import { archive, given, notInheriting, on, type Organisation } from '../../support/vocabulary.js'
import { diagnosis, told } from '../../support/diagnosis.js'

const [acme, sales, oslo] = [on('ACME'), on('SALES'), on('OSLO')]
const REV_EVERYWHERE = given(acme.add('REV'))

describe('the metric', () => {
  it('has no chance where nothing is configured: NOTHING_CONFIGURED', () => {
    expect(told(given(), { metric: 'REV' })).toEqual([
      'NOTHING_CONFIGURED',
      ['CONFIGURED_ON_PATH FAIL', 'METRIC_EFFECTIVE FAIL', 'NOT_HIDDEN SKIPPED'],
      ['ADD_KEY_METRIC OSLO'],
    ])
  })

  it('was never added: NEVER_ADDED', () => {
    expect(told(given(acme.add('REN')), { metric: 'REV' })).toEqual([
      'NEVER_ADDED',
      ['METRIC_EFFECTIVE FAIL', 'NOT_HIDDEN SKIPPED'],
      ['ADD_KEY_METRIC OSLO'],
    ])
  })

  const fixesOf = (...args: Parameters<typeof diagnosis>): string[] => {
    const { verdict, fixes } = diagnosis(...args)
    return [verdict, ...fixes.map(({ fix, nodeId, description }) => `${fix} ${nodeId}: ${description}`)]
  }

  it('is hidden above: HIDDEN; the node adds it again, or what hides it is taken back', () => {
    expect(fixesOf(given(acme.add('REV'), sales.hide('REV')))).toEqual([
      'HIDDEN',
      'ADD_KEY_METRIC OSLO: Add “REV” on OSLO.',
      'REMOVE_RULE SALES: Take back that SALES hides “REV”.',
    ])
  })

  it('is hidden by the node itself: what it received comes back once the rule is gone', () => {
    expect(fixesOf(given(acme.add('REV'), oslo.hide('REV')))).toEqual([
      'HIDDEN',
      'REMOVE_RULE OSLO: Take back that OSLO hides “REV”.',
    ])
  })

  it('is forbidden above: it cannot be added, and taking that back takes the right to lock', () => {
    const { fixes } = diagnosis(
      given(acme.add('REV'), sales.hide('REV', { locks: ['ADD'] }), oslo.add('REV')),
    )
    expect(fixes.map(({ fix, nodeId, takes }) => [fix, nodeId, takes.map(({ action }) => action)])).toEqual([
      ['REMOVE_RULE', 'SALES', ['configure key metrics', 'lock key metrics']],
    ])
  })

  it('is hidden twice: the fix says what shows next', () => {
    const org = given(acme.add('REV'), sales.hide('REV'), oslo.hide('REV'))
    expect(fixesOf(org)).toEqual([
      'HIDDEN',
      'ADD_KEY_METRIC OSLO: Add “REV” on OSLO.',
      'REMOVE_RULE SALES: Take back that SALES hides “REV”. After that OSLO keeps it out: ask again.',
    ])
  })

  it('is kept out by a node that does not inherit: BLOCKED', () => {
    expect(fixesOf(notInheriting(given(acme.add('REV')), 'SALES'))).toEqual([
      'BLOCKED',
      'ADD_KEY_METRIC OSLO: Add “REV” on OSLO.',
      'INHERIT SALES: Let SALES inherit key metrics.',
    ])
  })

  it('is added above for that node only: NODE_ONLY', () => {
    const org = given(acme.add('REV', { reach: 'NODE_ONLY' }))
    expect(fixesOf(org)).toEqual([
      'NODE_ONLY',
      'ADD_KEY_METRIC OSLO: Add “REV” on OSLO.',
      'WIDEN_REACH ACME: Let “REV” reach below ACME.',
    ])
    expect(diagnosis(org, { surface: 'ORGANIZATION', node: 'ACME', roles: ['ADMIN ACME'] }).verdict).toBe(
      'VISIBLE',
    )
  })

  it('is archived: ARCHIVED', () => {
    expect(told(archive(REV_EVERYWHERE, 'REV'))).toEqual([
      'ARCHIVED',
      ['METRIC_NOT_ARCHIVED FAIL', 'NOT_HIDDEN SKIPPED'],
      ['RESTORE_METRIC'],
    ])
  })
})

describe('without a metric the page as a whole is asked about', () => {
  const whole = (organisation: Organisation) => told(organisation, { metric: null })

  it('VISIBLE when any metric is in force, though others are hidden or archived', () => {
    const org = archive(given(acme.add('REV'), acme.add('REN'), acme.add('OLD'), sales.hide('REN')), 'OLD')
    expect(whole(org)).toEqual(['VISIBLE', ['NOT_HIDDEN SKIPPED'], []])
    expect(diagnosis(org, { metric: null }).trace).toEqual([])
  })

  it('NOTHING_CONFIGURED, and then no metric is looked for', () => {
    expect(whole(given())).toEqual([
      'NOTHING_CONFIGURED',
      [
        ...['CONFIGURED_ON_PATH FAIL', 'METRIC_EFFECTIVE SKIPPED', 'METRIC_NOT_ARCHIVED SKIPPED'],
        'NOT_HIDDEN SKIPPED',
      ],
      ['ADD_KEY_METRIC OSLO'],
    ])
  })

  it('the most general reason why all are missing', () => {
    const org = given(
      acme.add('REV'),
      acme.add('REN'),
      acme.add('EBITDA', { reach: 'NODE_ONLY' }),
      sales.hide('REN'),
    )
    expect(whole(notInheriting(org, 'OSLO'))).toEqual([
      'BLOCKED',
      ['METRIC_EFFECTIVE FAIL', 'METRIC_NOT_ARCHIVED SKIPPED', 'NOT_HIDDEN SKIPPED'],
      ['INHERIT OSLO', 'ADD_KEY_METRIC OSLO'],
    ])
  })

  it('ARCHIVED when all that would be in force is', () => {
    expect(whole(archive(REV_EVERYWHERE, 'REV'))[0]).toBe('ARCHIVED')
  })

  it('does not count what is archived among what is in force', () => {
    const evidenceOf = (...args: Parameters<typeof archive>) =>
      diagnosis(archive(...args), { metric: null }).checks.find(({ check }) => check === 'METRIC_EFFECTIVE')
        ?.evidence
    expect(evidenceOf(given(acme.add('REV'), acme.add('REN')), 'REN')).toBe(
      '1 key metric is in force on OSLO.',
    )
    expect(evidenceOf(REV_EVERYWHERE, 'REV')).toBe('What OSLO has is archived: see METRIC_NOT_ARCHIVED.')
  })
})

describe('what who asks may not see is UNKNOWN', () => {
  it('what is configured on a node of which they see the name only; the trace is empty', () => {
    const manager = {
      surface: 'ORGANIZATION',
      node: 'SALES',
      roles: ['MANAGER SALES'],
      sight: 'NAME',
    } as const
    expect(told(given(acme.add('REV'), sales.hide('REV')), manager)).toEqual([
      'UNDETERMINED',
      ['CONFIGURED_ON_PATH UNKNOWN', 'METRIC_EFFECTIVE UNKNOWN', 'HAS_TEAM SKIPPED', 'NOT_HIDDEN SKIPPED'],
      [],
    ])
    expect(diagnosis(REV_EVERYWHERE, manager).trace).toEqual([])
  })

  it('but a failure that they may see decides', () => {
    expect(told(REV_EVERYWHERE, { surface: 'ORGANIZATION', node: 'SALES', sight: 'NAME' })[0]).toBe(
      'NO_GRANT',
    )
  })

  it('everything about a node out of their sight, the team included', () => {
    const [verdict, open] = told(REV_EVERYWHERE, { sight: null, metric: null })
    expect(verdict).toBe('UNDETERMINED')
    expect(open).toEqual([
      ...['GRANT_ON_NODE UNKNOWN', 'SURFACE_ALLOWED UNKNOWN', 'CONFIGURED_ON_PATH UNKNOWN'],
      ...[
        'METRIC_EFFECTIVE UNKNOWN',
        'METRIC_NOT_ARCHIVED UNKNOWN',
        'HAS_TEAM UNKNOWN',
        'NOT_HIDDEN SKIPPED',
      ],
    ])
  })
})
