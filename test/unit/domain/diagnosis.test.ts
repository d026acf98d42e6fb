import { archive, given, on } from '../../support/vocabulary.js'
import { diagnosis, told, type Looking } from '../../support/diagnosis.js'

const [acme, sales] = [on('ACME'), on('SALES')]
const REV_EVERYWHERE = given(acme.add('REV'))

describe('a diagnosis', () => {
  it('makes all checks, in one order, whatever they find', () => {
    const all = [
      ...['USER_ACTIVE', 'GRANT_ON_NODE', 'SURFACE_ALLOWED', 'CONFIGURED_ON_PATH', 'METRIC_EFFECTIVE'],
      ...[
        'METRIC_NOT_ARCHIVED',
        'HAS_TEAM',
        'NOT_HIDDEN',
        'METRIC_COMPUTED',
        'ACTIVITIES_LOGGABLE',
        'DATA_IN_PERIOD',
      ],
    ]
    const codes = (looking: Looking) => diagnosis(REV_EVERYWHERE, looking).checks.map(({ check }) => check)
    expect(codes({})).toEqual(all)
    expect(codes({ isDeactivated: true, team: null, metric: 'NPS', surface: 'PROFILE' })).toEqual(all)
    expect(codes({ sight: null, metric: null })).toEqual(all)
  })

  it('is VISIBLE when nothing fails; that it is not known what was recorded decides nothing', () => {
    const { verdict, checks, fixes, trace } = diagnosis(REV_EVERYWHERE)
    expect(verdict).toBe('VISIBLE')
    expect(checks.map(({ outcome, evidence }) => `${outcome}: ${evidence}`)).toEqual([
      'PASS: Mia may sign in.',
      'PASS: Mia is member of OSLO.',
      'PASS: The page HOME shows OSLO to Mia.',
      'PASS: Key metrics are added by ACME.',
      'PASS: “REV” is in force on OSLO.',
      'PASS: Not archived: “REV”.',
      'PASS: Mia is in OSLO.',
      'SKIPPED: Who is hidden is left out of lists of peers, and this page has none.',
      ...Array<string>(3).fill(
        'UNKNOWN: There is no node to count for, or its numbers are not for you to see.',
      ),
    ])
    expect(trace.map(({ nodeId, outcome }) => `${nodeId} ${outcome}`)).toEqual([
      'ACME ADDED',
      'SALES INHERITED',
      'OSLO INHERITED',
    ])
    expect(fixes).toEqual([])
  })

  it('has the first failure for its verdict, and fixes for all of them', () => {
    const org = archive(given(acme.add('REV'), sales.hide('REV')), 'REV')
    expect(told(org, { isDeactivated: true })).toEqual([
      'USER_DEACTIVATED',
      ['USER_ACTIVE FAIL', 'METRIC_EFFECTIVE FAIL', 'METRIC_NOT_ARCHIVED FAIL', 'NOT_HIDDEN SKIPPED'],
      ['REACTIVATE_USER', 'ADD_KEY_METRIC OSLO', 'REMOVE_RULE SALES', 'RESTORE_METRIC'],
    ])
  })
})

describe('the person', () => {
  it('is deactivated: USER_DEACTIVATED', () => {
    expect(told(REV_EVERYWHERE, { isDeactivated: true })).toEqual([
      'USER_DEACTIVATED',
      ['USER_ACTIVE FAIL', 'NOT_HIDDEN SKIPPED'],
      ['REACTIVATE_USER'],
    ])
  })

  it('holds nothing on the node: NO_GRANT, be it above, beside or below what they hold', () => {
    const skipped = [
      'GRANT_ON_NODE FAIL',
      'SURFACE_ALLOWED SKIPPED',
      'HAS_TEAM SKIPPED',
      'NOT_HIDDEN SKIPPED',
    ]
    const at = (node: string, roles: string[] = []) =>
      told(REV_EVERYWHERE, { surface: 'ORGANIZATION', node, roles })
    expect(at('SALES')).toEqual(['NO_GRANT', skipped, ['GRANT_ROLE SALES']])
    expect(at('LONDON')).toEqual(['NO_GRANT', skipped, ['GRANT_ROLE LONDON', 'ASSIGN_TEAM LONDON']])
    expect(at('ACME', ['ADMIN SALES'])).toEqual(['NO_GRANT', skipped, ['GRANT_ROLE ACME']])
  })

  it('is granted a node by a team, or by a role on it or above it', () => {
    const at = (node: string, roles: string[]) =>
      told(REV_EVERYWHERE, { surface: 'ORGANIZATION', node, roles, team: null })[0]
    expect(at('OSLO', ['MANAGER OSLO'])).toBe('VISIBLE')
    expect(at('OSLO', ['MANAGER SALES'])).toBe('VISIBLE')
    expect(at('OSLO', ['ADMIN ACME'])).toBe('VISIBLE')
    expect(at('OSLO', ['ADMIN CS'])).toBe('NO_GRANT')
  })

  it('is in no team: NO_TEAM on HOME, PROFILE and TEAM, which go by it', () => {
    for (const surface of ['HOME', 'PROFILE', 'TEAM'] as const) {
      const [verdict, , fixes] = told(REV_EVERYWHERE, { surface, team: null })
      expect([surface, verdict, fixes]).toEqual([surface, 'NO_TEAM', ['ASSIGN_TEAM']])
    }
    expect(told(REV_EVERYWHERE, { surface: 'ORGANIZATION', team: null })).toEqual([
      'NO_GRANT',
      [
        ...['GRANT_ON_NODE FAIL', 'SURFACE_ALLOWED SKIPPED', 'CONFIGURED_ON_PATH SKIPPED'],
        ...['METRIC_EFFECTIVE SKIPPED', 'HAS_TEAM SKIPPED', 'NOT_HIDDEN SKIPPED'],
      ],
      ['ASSIGN_TEAM'],
    ])
  })

  it('is in no team but holds roles: HOME shows the node of the strongest, PROFILE still nothing', () => {
    const org = given(sales.add('REV'))
    const roles = ['MANAGER OSLO', 'ADMIN SALES']
    const home = diagnosis(org, { team: null, roles })
    expect(home.verdict).toBe('VISIBLE')
    expect(home.checks[1]?.evidence).toBe('Mia is department admin of SALES.')
    expect(diagnosis(org, { team: null, roles, surface: 'PROFILE' }).verdict).toBe('NO_TEAM')
  })

  it('is hidden: HIDDEN_PERSON in the list of their own team, and nowhere else', () => {
    const hidden = { isHidden: true, roles: ['ADMIN ACME'] }
    expect(told(REV_EVERYWHERE, { ...hidden, surface: 'TEAM' })).toEqual([
      'HIDDEN_PERSON',
      ['NOT_HIDDEN FAIL'],
      ['SHOW_USER'],
    ])
    expect(told(REV_EVERYWHERE, { ...hidden, surface: 'TEAM', node: 'LONDON' })[0]).toBe('VISIBLE')
    for (const surface of ['ORGANIZATION', 'HOME', 'PROFILE'] as const)
      expect(told(REV_EVERYWHERE, { ...hidden, surface })[0]).toBe('VISIBLE')
  })
})

describe('the page', () => {
  it('TEAM shows teams only', () => {
    const lead = { surface: 'TEAM', roles: ['MANAGER SALES'] } as const
    expect(told(REV_EVERYWHERE, { ...lead, node: 'SALES' })).toEqual([
      'SURFACE_NOT_ALLOWED',
      ['SURFACE_ALLOWED FAIL', 'HAS_TEAM SKIPPED', 'NOT_HIDDEN SKIPPED'],
      ['OPEN_ANOTHER_PAGE SALES'],
    ])
    expect(told(REV_EVERYWHERE, { ...lead, node: 'LONDON' })[0]).toBe('VISIBLE')
  })

  it('PROFILE goes by the team of the person only, however much they may see', () => {
    const admin = { surface: 'PROFILE', roles: ['ADMIN ACME'] } as const
    expect(told(REV_EVERYWHERE, { ...admin, node: 'LONDON' })[0]).toBe('SURFACE_NOT_ALLOWED')
    expect(told(REV_EVERYWHERE, { ...admin, node: 'OSLO' })[0]).toBe('VISIBLE')
  })

  it('HOME can be switched to any node on which, or above which, the person holds a role', () => {
    const manager = { surface: 'HOME', roles: ['MANAGER SALES'] } as const
    expect(told(REV_EVERYWHERE, { ...manager, node: 'LONDON' })[0]).toBe('VISIBLE')
    expect(told(REV_EVERYWHERE, { ...manager, node: 'CS' })[0]).toBe('NO_GRANT')
  })
})
