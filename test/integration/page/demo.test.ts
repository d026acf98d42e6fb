import { getHome, getProfile } from '../../../sdk/index.js'
import { seedDemoCompany } from '../../../server/seed/demo-company.js'
import { valueByHand, type Between, type Whose } from '../../support/demo-formulas.js'
import { clientOf } from '../../support/pages.js'
import { freeze } from '../../support/progress-company.js'
import { existingCompany } from '../../support/test-company.js'
import { inAllTests, type Viewer } from '../../support/world.js'

/** A Wednesday, at half past three in Oslo. */
const NOW = '2026-06-17T13:30:00.000Z'

/** What runs, and how far the one before had come: 78 of 91 days are 77 of 90, and Wednesday is Wednesday. */
const PERIODS: Readonly<Record<string, { readonly running: Between; readonly before: Between }>> = {
  QUARTERLY: {
    running: ['2026-03-31T22:00Z', '2026-06-30T22:00Z'],
    before: ['2025-12-31T23:00Z', '2026-03-18T23:00Z'],
  },
  WEEKLY: {
    running: ['2026-06-14T22:00Z', '2026-06-21T22:00Z'],
    before: ['2026-06-07T22:00Z', '2026-06-10T22:00Z'],
  },
}

const { world, acme: demo } = inAllTests(async ({ database }) =>
  existingCompany(await seedDemoCompany(database, new Date(NOW))),
)
const by = (metric: string, whose: Whose, between: Between) =>
  valueByHand(world.database, demo.id, metric, whose, between)

beforeAll(() => freeze(NOW))
afterAll(() => jest.useRealTimers())

/** The first by name of those who are such, and still there. */
async function somebody(condition: string, node: string): Promise<Viewer> {
  const rows = await world.database.query<{ userId: string }[]>(
    `SELECT u.id AS "userId" FROM app_user u
       LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = u.id AND m.valid_to = 'infinity'
       LEFT JOIN role_assignment r ON r.company_id = $1 AND r.user_id = u.id AND r.valid_to = 'infinity'
      WHERE u.company_id = $1 AND u.status = 'ACTIVE' AND ${condition} ORDER BY u.name LIMIT 1`,
    [demo.id, demo.node(node)],
  )
  return { companyId: demo.id, ...rows[0]! }
}

const isPlainMember = `m.team_id = $2 AND r.id IS NULL AND u.data_visibility`

const PEOPLE = {
  'a company admin': () => somebody(`r.node_id = $2 AND r.role = 'ADMIN'`, 'Fjordlight Systems'),
  'a department manager': () => somebody(`r.node_id = $2 AND r.role = 'MANAGER'`, 'New Business'),
  'a team lead': () => somebody(`r.node_id = $2 AND r.role = 'MANAGER'`, 'Nordics'),
  'a member': () => somebody(`${isPlainMember} = 'VISIBLE'`, 'Nordics'),
  'a hidden person': () => somebody(`${isPlainMember} = 'HIDDEN'`, 'Nordics'),
} as const
type Who = keyof typeof PEOPLE

const NORDICS = [
  ...['WON_REVENUE', 'DEALS_WON', 'DEMOS', 'NEW_CUSTOMERS'],
  ...['CALLS', 'MEETINGS', 'OPPORTUNITIES', 'WIN_RATE'],
]

/** What each opens with, and whose activities its numbers and those of its node are. */
const HOMES: Readonly<
  Record<Who, { node: string; keys: readonly string[]; of: (userId: string) => [Whose, Whose] }>
> = {
  'a company admin': {
    node: 'Fjordlight Systems',
    keys: [
      'WON_REVENUE',
      'NET_RETENTION',
      'CHURNED_REVENUE',
      'CALLS',
      'MEETINGS',
      'OPPORTUNITIES',
      'WIN_RATE',
    ],
    of: () => [{}, {}],
  },
  'a department manager': {
    node: 'New Business',
    keys: [
      'WON_REVENUE',
      'DEALS_WON',
      'NEW_CUSTOMERS',
      'CALLS',
      'MEETINGS',
      'OPPORTUNITIES',
      'WIN_RATE',
      'DEMOS',
    ],
    of: () => [{ departmentId: demo.node('New Business') }, { departmentId: demo.node('New Business') }],
  },
  ...(Object.fromEntries(
    (['a team lead', 'a member', 'a hidden person'] as const).map((who) => [
      who,
      {
        node: 'Nordics',
        keys: NORDICS,
        of: (userId: string) => [{ userId }, { teamId: demo.node('Nordics') }],
      },
    ]),
  ) as Record<'a team lead' | 'a member' | 'a hidden person', never>),
}

const print = (line: string) => process.stdout.write(`${line}\n`)

describe('the numbers on Home of the demo are what the activities come to, for', () => {
  it.each(Object.keys(PEOPLE) as Who[])('%s', async (who) => {
    const viewer = await PEOPLE[who]()
    const page = (await getHome(await clientOf(world, viewer), {}))!
    const { node, keys, of } = HOMES[who]
    const [whose, whoseNode] = of(viewer.userId)
    expect(page.node?.name).toBe(node)
    expect(page.keyMetrics.map(({ metric }) => metric.key)).toEqual(keys)
    for (const { metric, frequency, progress, nodeProgress } of page.keyMetrics) {
      const { running, before } = PERIODS[frequency]!
      const actual = await by(metric.key, whose, running)
      const then = await by(metric.key, whose, before)
      const told = [metric.key, progress!.actual, progress!.previous.actualAtThisPoint, nodeProgress!.actual]
      expect(told).toEqual([metric.key, actual, then, await by(metric.key, whoseNode, running)])
      if (actual !== null && then !== null)
        expect(Number(progress!.previous.change)).toBeCloseTo(Number(actual) - Number(then), 5)
      expect(progress!.series.at(-1)!.value).toBe(actual)
    }
    const shown = page.keyMetrics.map(({ label, progress }) => `${label} ${progress!.actual ?? '–'}`)
    print(`Home of ${who}, ${node}: ${shown.join(', ')}`)
  })
})

describe('the numbers on Profile of the demo likewise, for', () => {
  const profileOf = async (viewer: Viewer, userId: string) =>
    getProfile(await clientOf(world, viewer), { userId, period: { frequency: 'QUARTERLY' } })

  it.each(['a team lead', 'a member', 'a hidden person'] as const)('%s', async (who) => {
    const viewer = await PEOPLE[who]()
    const page = (await profileOf(viewer, viewer.userId))!
    expect([page.team?.name, page.parts.length]).toEqual(['Nordics', 1])
    for (const { metric, progress } of page.keyMetrics) {
      const actual = await by(metric.key, viewer, PERIODS.QUARTERLY!.running)
      const part = page.parts[0]!.keyMetrics.find((number) => number.metric.key === metric.key)!
      expect([metric.key, progress!.actual, part.value]).toEqual([metric.key, actual, actual])
    }
    print(
      `Profile of ${who}: ${page.keyMetrics.map(({ label, progress }) => `${label} ${progress!.actual}`).join(', ')}`,
    )
  })

  it.each(['a company admin', 'a department manager'] as const)('%s, who is in no team', async (who) => {
    const viewer = await PEOPLE[who]()
    const page = (await profileOf(viewer, viewer.userId))!
    expect(page).toMatchObject({ team: null, keyMetrics: [], parts: [], notice: { verdict: 'NO_TEAM' } })
  })

  it('who changed teams in the quarter: for each team what was done for it', async () => {
    const [mover] = await world.database.query<{ userId: string }[]>(
      `SELECT user_id AS "userId" FROM membership WHERE company_id = $1 AND team_id = $2
          AND valid_from >= '2026-04-01' AND valid_to = 'infinity'
          AND user_id IN (SELECT user_id FROM membership WHERE company_id = $1 AND team_id = $3)`,
      [demo.id, demo.node('UK & Ireland'), demo.node('Outbound UK')],
    )
    const { userId } = mover!
    const page = (await profileOf(await PEOPLE['a company admin'](), userId))!
    expect(page.parts.map(({ team }) => team?.name)).toEqual(['UK & Ireland', 'Outbound UK'])
    let counted = 0
    for (const { team, keyMetrics } of page.parts)
      for (const { metric, value } of keyMetrics) {
        const whose = { userId, teamId: demo.node(team!.name) }
        expect([metric.key, value]).toEqual([
          metric.key,
          await by(metric.key, whose, PERIODS.QUARTERLY!.running),
        ])
        counted += Number(value !== null && value !== '0')
      }
    expect(counted).toBeGreaterThan(6)
    // Who managed the former team does not see the person any more, who leads the present one does.
    const managers = [
      await somebody(`r.node_id = $2 AND r.role = 'MANAGER'`, 'Sales Development'),
      await somebody(`r.node_id = $2 AND r.role = 'MANAGER'`, 'UK & Ireland'),
    ]
    const seen = await Promise.all(managers.map((viewer) => profileOf(viewer, userId)))
    expect(seen.map((one) => one?.parts.map(({ team }) => team?.name ?? 'rest'))).toEqual([
      undefined,
      ['UK & Ireland', 'rest'],
    ])
  })

  it('peers, but for the hidden person and the one who covers them; who leads the team sees everybody', async () => {
    const peers = await world.database.query<{ userId: string; isHidden: boolean }[]>(
      `SELECT u.id AS "userId", u.data_visibility = 'HIDDEN' AS "isHidden"
         FROM app_user u JOIN membership m ON m.company_id = $1 AND m.user_id = u.id AND m.valid_to = 'infinity'
        WHERE u.company_id = $1 AND m.team_id = $2`,
      [demo.id, demo.node('Nordics')],
    )
    const seenBy = async (viewer: Viewer) => {
      const pages = await Promise.all(peers.map(({ userId }) => profileOf(viewer, userId)))
      return peers.filter((_, index) => pages[index] !== null)
    }
    const [lead, member, hidden] = await Promise.all(
      (['a team lead', 'a member', 'a hidden person'] as const).map((who) => PEOPLE[who]()),
    )
    expect(await seenBy(lead!)).toEqual(peers)
    const seen = await seenBy(member!)
    expect([seen.length, seen.some(({ isHidden }) => isHidden)]).toEqual([peers.length - 2, false])
    expect((await seenBy(hidden!)).map(({ userId }) => userId)).toContain(hidden!.userId)
  })
})
