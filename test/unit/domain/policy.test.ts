import { ACTIONS, assertCan, can, type Action } from '../../../server/domain/policy.js'
import type { HeldRole, KeyMetricDelegation, Person } from '../../../server/domain/viewer.js'
import { NODES } from '../../support/role-nodes.js'

/** OSLO is the team of whoever asks. */
const { LABS: _, ...PATHS } = NODES
type Place = keyof typeof PATHS
const PLACES = Object.keys(PATHS) as Place[]

function person(roles: readonly HeldRole[], teamId: string | null, delegation: KeyMetricDelegation): Person {
  return { kind: 'PERSON', userId: 'me', companyId: 'ACME', roles, teamId, delegation }
}

/** The columns of semantics.md §4. */
const WHO = {
  'company admin': { roles: [{ role: 'ADMIN', nodeId: 'ACME', level: 'COMPANY' }], teamId: null },
  'department admin': { roles: [{ role: 'ADMIN', nodeId: 'SALES', level: 'DEPARTMENT' }], teamId: null },
  'department manager': { roles: [{ role: 'MANAGER', nodeId: 'SALES', level: 'DEPARTMENT' }], teamId: null },
  'team admin': { roles: [{ role: 'ADMIN', nodeId: 'OSLO', level: 'TEAM' }], teamId: null },
  'team lead': { roles: [{ role: 'MANAGER', nodeId: 'OSLO', level: 'TEAM' }], teamId: null },
  member: { roles: [], teamId: 'OSLO' },
} as const satisfies Record<string, { roles: readonly HeldRole[]; teamId: string | null }>
type Column = keyof typeof WHO
const COLUMNS = Object.keys(WHO) as Column[]

const EVERYWHERE = 'ACME SALES OSLO LONDON CS RENEW'
const SUBTREE = 'SALES OSLO LONDON'
const TEAM = 'OSLO'
const NOWHERE = ''

/** The table of semantics.md §4, row by row: on which nodes each column may. Where a row is delegated, it is not here. */
// prettier-ignore
const ON_NODES: Partial<Record<Action, readonly [string, string, string, string, string, string]>> = {
  'see key metrics':          [EVERYWHERE, SUBTREE, SUBTREE, TEAM,    TEAM,    TEAM],
  'see numbers of nodes':     [EVERYWHERE, SUBTREE, SUBTREE, TEAM,    TEAM,    TEAM],
  'see the levels above':     [EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE],
  'configure key metrics':    [EVERYWHERE, SUBTREE, NOWHERE, TEAM,    NOWHERE, NOWHERE],
  'lock key metrics':         [EVERYWHERE, SUBTREE, NOWHERE, NOWHERE, NOWHERE, NOWHERE],
  'configure the company':    [EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE],
  'set targets':              [EVERYWHERE, SUBTREE, SUBTREE, TEAM,    TEAM,    NOWHERE],
  'configure activity types': [EVERYWHERE, SUBTREE, NOWHERE, TEAM,    NOWHERE, NOWHERE],
  'organise nodes':           [EVERYWHERE, SUBTREE, NOWHERE, NOWHERE, NOWHERE, NOWHERE],
  'move people':              [EVERYWHERE, SUBTREE, SUBTREE, NOWHERE, NOWHERE, NOWHERE],
  'delete nodes':             [EVERYWHERE, 'OSLO LONDON', NOWHERE, NOWHERE, NOWHERE, NOWHERE],
  'grant roles':              [EVERYWHERE, SUBTREE, NOWHERE, NOWHERE, NOWHERE, NOWHERE],
  'see people':               [EVERYWHERE, SUBTREE, SUBTREE, TEAM,    TEAM,    TEAM],
  'see the audit log':        [EVERYWHERE, SUBTREE, SUBTREE, TEAM,    TEAM,    NOWHERE],
  'manage API keys':          [EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE],
}

const VISIBLE = { id: 'peer', isHidden: false }
const HIDDEN = { id: 'peer', isHidden: true }
const ME = { id: 'me', isHidden: true }

function placesOf(
  column: Column,
  action: Action,
  { about, delegation = 'NONE' }: { about?: typeof ME; delegation?: KeyMetricDelegation } = {},
): string {
  const { roles, teamId } = WHO[column]
  const viewer = person(roles, teamId, delegation)
  return PLACES.filter((place) => can(viewer, action, { path: PATHS[place], person: about }) !== null).join(
    ' ',
  )
}

describe('the policy equals the table of who may do what:', () => {
  it.each(Object.entries(ON_NODES))('%s', (action, row) => {
    expect(COLUMNS.map((column) => placesOf(column, action as Action))).toEqual(row)
  })

  it('managers and team leads configure key metrics and activity types where the company delegates it, and lock nothing', () => {
    const delegated = (action: Action) =>
      COLUMNS.map((column) => placesOf(column, action, { delegation: 'HIDE_AND_ADD' }))
    const row = [EVERYWHERE, SUBTREE, SUBTREE, TEAM, TEAM, NOWHERE]
    expect(delegated('configure key metrics')).toEqual(row)
    expect(delegated('configure activity types')).toEqual(row)
    expect(delegated('lock key metrics')).toEqual([EVERYWHERE, SUBTREE, NOWHERE, NOWHERE, NOWHERE, NOWHERE])
  })

  it('numbers of one person: a member sees peers who are not hidden; who runs the team sees everybody', () => {
    const row = (about: typeof ME) =>
      COLUMNS.map((column) => placesOf(column, 'see numbers of people', { about }))
    expect(row(VISIBLE)).toEqual([EVERYWHERE, SUBTREE, SUBTREE, TEAM, TEAM, TEAM])
    expect(row(HIDDEN)).toEqual([EVERYWHERE, SUBTREE, SUBTREE, TEAM, TEAM, NOWHERE])
    expect(row(ME)).toEqual(COLUMNS.map(() => EVERYWHERE))
  })

  it.each([
    'log activities',
    'correct activities',
    'explain key metrics of other people',
    'see hidden people',
    'see the audit log',
  ] as const)('%s: for oneself, and for those whose team one runs', (action) => {
    const row = (about: typeof ME) => COLUMNS.map((column) => placesOf(column, action, { about }))
    expect(row(VISIBLE)).toEqual([EVERYWHERE, SUBTREE, SUBTREE, TEAM, TEAM, NOWHERE])
    expect(row(ME)).toEqual(COLUMNS.map(() => EVERYWHERE))
  })

  it('people are managed by company admins, who like everybody can sign themselves out everywhere', () => {
    const row = (action: Action, about: typeof ME) =>
      COLUMNS.map((column) => placesOf(column, action, { about }))
    const admins = [EVERYWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE, NOWHERE]
    expect(row('manage people', VISIBLE)).toEqual(admins)
    expect(row('manage people', ME)).toEqual(admins)
    expect(row('sign out everywhere', VISIBLE)).toEqual(admins)
    expect(row('sign out everywhere', ME)).toEqual(COLUMNS.map(() => EVERYWHERE))
  })

  it('the catalogue is read by everybody of the company', () => {
    expect(COLUMNS.map((column) => placesOf(column, 'see the catalogue'))).toEqual(
      COLUMNS.map(() => EVERYWHERE),
    )
  })

  it('leaves no action untold', () => {
    const told = [
      ...Object.keys(ON_NODES),
      ...[
        'see numbers of people',
        'log activities',
        'correct activities',
        'explain key metrics of other people',
        'see hidden people',
      ],
      ...['manage people', 'sign out everywhere', 'see the catalogue'],
    ]
    expect([...ACTIONS].sort()).toEqual(told.sort())
  })
})

describe('whatever somebody holds', () => {
  const admin = person(WHO['company admin'].roles, null, 'NONE')

  it('it is worth nothing in another company, and nothing on a node that does not exist', () => {
    const granted = (path: readonly string[]) =>
      ACTIONS.filter((action) => can(admin, action, { path }) !== null)
    expect(granted(['OTHER', 'SALES'])).toEqual([])
    expect(granted([])).toEqual([])
    expect(granted(['ACME'])).toEqual(ACTIONS)
  })

  it('the strongest of several capacities is the one acted in', () => {
    const { roles } = WHO['department manager']
    const both = person([...roles, ...WHO['company admin'].roles], 'OSLO', 'NONE')
    expect(can(both, 'set targets', { path: PATHS.OSLO })).toBe('COMPANY_ADMIN')
    const lead = person([...WHO['team lead'].roles, ...roles], 'OSLO', 'NONE')
    expect(can(lead, 'set targets', { path: PATHS.OSLO })).toBe('DEPARTMENT_MANAGER')
    expect(can(lead, 'see key metrics', { path: PATHS.CS })).toBeNull()
  })
})

it.each<[Action, string]>([
  ['configure the company', 'a company admin may.'],
  ['organise nodes', 'a company admin or a department admin of that node may.'],
  ['delete nodes', 'a company admin or a department admin of the node above it may.'],
  [
    'set targets',
    'a company admin, a department admin, a department manager, a team admin or a team lead of that node may.',
  ],
])('who may not %s is told who may', (action, who) => {
  const stranger = person([{ role: 'ADMIN', nodeId: 'CS', level: 'DEPARTMENT' }], null, 'NONE')
  expect(() => assertCan(stranger, action, { path: ['ACME', 'SALES'] })).toThrow(
    `You may not ${action} here; ${who}`,
  )
})
