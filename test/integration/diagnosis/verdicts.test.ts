import { startWorld, type Viewer, type World } from '../../support/world.js'
import type { TestCompany } from '../../support/test-company.js'
import { diagnosed, joining, open, setting, SHOWN, type About } from './ask.js'

let world: World
let acme: TestCompany
const people: Record<string, Viewer> = {}

beforeAll(async () => {
  world = await startWorld()
  acme = await world.workedExample()
  await acme.build.archive(acme.metric('OLD'))
  const london = acme.node('LONDON')
  people.deactivated = await joining(acme, { name: 'Dan Done', teamId: london })
  people.hidden = await joining(acme, { name: 'Hanna Hidden', teamId: london })
  people.teamless = await joining(acme, { name: 'Nora None' })
  await setting(world, people.deactivated, 'status', 'DEACTIVATED')
  await setting(world, people.hidden, 'data_visibility', 'HIDDEN')
  for (const name of ['liam', 'sam', 'lea', 'ada'])
    people[name] = { userId: acme.person(`${name}@acme.example`), companyId: acme.id }
})

afterAll(() => world.stop())

type Surface = NonNullable<About['surface']>
const EVERYWHERE: Surface[] = ['ORGANIZATION', 'HOME', 'PROFILE', 'TEAM']

/** Which person fails which check on which page: [check, verdict, person, metric, node, pages]. */
const FAILURES: [string, string, string, string, string | null, Surface[]][] = [
  ['USER_ACTIVE', 'USER_DEACTIVATED', 'deactivated', 'MTG', null, EVERYWHERE],
  ['GRANT_ON_NODE', 'NO_GRANT', 'liam', 'MTG', 'OSLO', EVERYWHERE],
  ['SURFACE_ALLOWED', 'SURFACE_NOT_ALLOWED', 'sam', 'MTG', 'SALES', ['PROFILE', 'TEAM']],
  ['METRIC_EFFECTIVE', 'HIDDEN', 'liam', 'REN', null, EVERYWHERE],
  ['METRIC_EFFECTIVE', 'NEVER_ADDED', 'liam', 'NPS', null, EVERYWHERE],
  ['METRIC_EFFECTIVE', 'NODE_ONLY', 'liam', 'EBITDA', null, EVERYWHERE],
  ['METRIC_EFFECTIVE', 'BLOCKED', 'lea', 'REN', null, EVERYWHERE],
  ['METRIC_NOT_ARCHIVED', 'ARCHIVED', 'liam', 'OLD', null, EVERYWHERE],
  ['GRANT_ON_NODE', 'NO_GRANT', 'teamless', 'MTG', null, ['ORGANIZATION']],
  ['HAS_TEAM', 'NO_TEAM', 'teamless', 'MTG', null, ['HOME', 'PROFILE', 'TEAM']],
  ['NOT_HIDDEN', 'HIDDEN_PERSON', 'hidden', 'MTG', null, ['TEAM']],
]

const ROWS = FAILURES.flatMap(([check, verdict, person, metric, node, surfaces]) =>
  surfaces.map((surface) => ({ check, verdict, person, metric, node, surface })),
)

it.each(ROWS)('$surface: $person fails $check for $metric: $verdict', async (row) => {
  const told = await diagnosed(world, acme.admin, {
    userId: people[row.person]!.userId,
    surface: row.surface,
    metricId: acme.metric(row.metric),
    ...(row.node && { nodeId: acme.node(row.node) }),
  })
  expect(told.verdict).toBe(row.verdict)
  expect(told.checks.find(({ outcome }) => outcome === 'FAIL')?.check).toBe(row.check)
  expect(told.checks).toHaveLength(11)
})

it.each(EVERYWHERE)(
  '%s: whoever is in a company without any key metric: NOTHING_CONFIGURED',
  async (surface) => {
    const bare = await world.company({ teams: ['OSLO'], metrics: ['REV'] })
    const told = await diagnosed(world, bare.admin, { userId: bare.member.userId, surface })
    expect(told.verdict).toBe('NOTHING_CONFIGURED')
    expect(told.metric).toBeNull()
  },
)

it.each(EVERYWHERE)('%s: a metric in force, with every check and its evidence', async (surface) => {
  const told = await diagnosed(world, people.liam!, {
    userId: people.liam!.userId,
    surface,
    metricId: acme.metric('MTG'),
  })
  expect(told).toMatchObject({
    ...SHOWN,
    user: { name: 'Liam London' },
    node: { name: 'LONDON' },
    metric: { key: 'MTG' },
    fixes: [
      {
        fix: 'SET_FORMULA',
        check: 'METRIC_COMPUTED',
        description: 'Say how “Meetings” is computed from activities.',
      },
    ],
  })
  const evidence = told.checks.map(({ check, outcome }) => `${check} ${outcome}`)
  expect(evidence).toEqual([
    ...['USER_ACTIVE PASS', 'GRANT_ON_NODE PASS', 'SURFACE_ALLOWED PASS', 'CONFIGURED_ON_PATH PASS'],
    ...['METRIC_EFFECTIVE PASS', 'METRIC_NOT_ARCHIVED PASS'],
    surface === 'ORGANIZATION' ? 'HAS_TEAM SKIPPED' : 'HAS_TEAM PASS',
    surface === 'TEAM' ? 'NOT_HIDDEN PASS' : 'NOT_HIDDEN SKIPPED',
    ...['METRIC_COMPUTED FAIL', 'ACTIVITIES_LOGGABLE SKIPPED', 'DATA_IN_PERIOD SKIPPED'],
  ])
  expect(told.checks.at(-1)?.evidence).toBe(
    'Without a formula there is nothing to look for: see METRIC_COMPUTED.',
  )
  expect(told.checks[4]).toMatchObject({
    evidence: '“Meetings” is in force on LONDON.',
    node: { name: 'LONDON' },
  })
  expect(told.checks[3]?.evidence).toBe('Key metrics are added by ACME, SALES.')
})

it('the trace goes from the company down; rules are those of nodes that who asks sees whole', async () => {
  const about = { userId: people.liam!.userId, metricId: acme.metric('REN') }
  const steps = async (viewer: Viewer) =>
    (await diagnosed(world, viewer, about)).trace.map(
      ({ node, outcome, rule }) => `${node.name} ${outcome} ${rule ? `by ${rule.effect}` : 'unseen'}`,
    )
  expect(await steps(acme.admin)).toEqual([
    'ACME ADDED by ADD',
    'SALES HIDDEN by HIDE',
    'LONDON DORMANT by OVERRIDE',
  ])
  expect(await steps(people.sam!)).toEqual([
    'ACME ADDED unseen',
    'SALES HIDDEN by HIDE',
    'LONDON DORMANT by OVERRIDE',
  ])
  expect(await steps(people.liam!)).toEqual([
    'ACME ADDED unseen',
    'SALES HIDDEN unseen',
    'LONDON DORMANT by OVERRIDE',
  ])
})

it('without a team HOME shows the node of the strongest role, and may be switched to any below it', async () => {
  const home = (nodeId?: string) => diagnosed(world, acme.admin, { userId: people.sam!.userId, nodeId })
  expect(await home()).toMatchObject({ ...SHOWN, node: { name: 'SALES' }, metric: null, trace: [] })
  expect(await home(acme.node('OSLO'))).toMatchObject({ ...SHOWN, node: { name: 'OSLO' } })
  expect(await home(acme.node('RENEW'))).toMatchObject({ verdict: 'NO_GRANT' })
})

it('a hidden person sees their own page all the same; only the list of their team is without them', async () => {
  const { userId } = people.hidden!
  expect(await diagnosed(world, people.hidden!, { userId })).toMatchObject(SHOWN)
  const team = await diagnosed(world, people.hidden!, { userId, surface: 'TEAM' })
  expect([team.verdict, open(team)]).toEqual(['HIDDEN_PERSON', ['NOT_HIDDEN FAIL']])
})
