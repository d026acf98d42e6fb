import { askWith, keyWith } from '../../support/api-key.js'
import { readAuditLog } from '../../support/audit-log.js'
import { rowsOf } from '../../support/rows.js'
import { dated, planningIn, scheduled, timePasses } from '../../support/schedule.js'
import { existingCompany } from '../../support/test-company.js'
import { inEachTest, type Viewer } from '../../support/world.js'

const { world, acme } = inEachTest((world) =>
  world.company({ departments: { SALES: ['OSLO', 'LONDON'] }, keyMetrics: ['REV', 'CALLS'] }),
)

const { hide, keys, later } = planningIn(world, acme)

describe('a change with a date in the future', () => {
  it('does not show in the tree of that instant, which answers the present: it stands beside, by date', async () => {
    await hide('SALES', 'REV', 2)
    const document = `query ($asOf: DateTime!, $sooner: DateTime!) {
      company(asOf: $asOf) { departments { effectiveKeyMetrics { label } } }
      until: scheduledChanges(filter: { until: $asOf }) { totalCount nodes { mutation } }
      sooner: scheduledChanges(filter: { until: $sooner }) { totalCount } }`
    const { data } = await world.run(acme.admin, document, { asOf: later(3), sooner: later(1) })
    expect(data).toEqual({
      company: { departments: [{ effectiveKeyMetrics: [{ label: 'CALLS' }, { label: 'REV' }] }] },
      until: { totalCount: 1, nodes: [{ mutation: 'hideKeyMetric' }] },
      sooner: { totalCount: 0 },
    })
  })

  it('is not for API keys, which have no rights of their own by then; a past date is', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'WRITE_KEY_METRICS'])
    const document = `mutation ($input: HideKeyMetricInput!) { hideKeyMetric(input: $input) {
      scheduledChange { id } userErrors { code message path } } }`
    const input = { nodeId: acme.node('SALES'), metricId: acme.metric('REV') }
    const ask = async (effectiveAt: string) =>
      askWith<{ hideKeyMetric: unknown }>(world, secret, document, {
        input: { ...input, expectedVersion: await acme.versionOf('SALES'), effectiveAt },
      })
    const before = await rowsOf(world.database, acme.id)
    expect((await ask(later(1))).data.hideKeyMetric).toEqual({
      scheduledChange: null,
      userErrors: [
        {
          code: 'FORBIDDEN',
          message:
            'No API key may schedule a change: it is made with the rights of a person. Make it now or at a past date, or have a person schedule it.',
          path: ['effectiveAt'],
        },
      ],
    })
    expect((await rowsOf(world.database, acme.id)).scheduled_change).toEqual(before.scheduled_change)
    expect((await ask(acme.build.ctx.moment.at.toISOString())).data.hideKeyMetric).toEqual({
      ...{ scheduledChange: null, userErrors: [] },
    })
    expect(await keys('OSLO')).toEqual(['CALLS'])
  })
})

describe('people who are to move', () => {
  const [inOslo, inLondon, inNone] = ['mia', 'lon', 'nia']
  let someone: (name: string, role?: 'ADMIN' | 'MANAGER', node?: string) => Promise<Viewer>
  let plan: (moves: readonly (readonly [who: string, team: string | null])[]) => Promise<void>

  beforeEach(async () => {
    await acme.build.people([
      { email: 'lon@acme.test', name: 'Lon', teamId: acme.node('LONDON') },
      { email: 'nia@acme.test', name: 'Nia' },
    ])
    const { person } = await existingCompany(acme.build)
    someone = async (name, role = 'MANAGER', node = 'OSLO') => {
      const roles = [{ role, nodeId: acme.node(node) }]
      const [userId] = await acme.build.people([{ email: `${name}@acme.test`, name, roles }])
      return { companyId: acme.id, userId: userId! }
    }
    plan = async (moves) => {
      const items = moves.map(([who, team]) => ({
        ...{ userId: person(`${who}@acme.test`), teamId: team && acme.node(team) },
        expectedVersion: 1,
      }))
      const input = { mode: 'ATOMIC', items, effectiveAt: later(1) }
      const { scheduledChange, userErrors } = await dated(world, acme.admin, 'moveUsers', input)
      expect([userErrors, scheduledChange]).toMatchObject([[], { status: 'UPCOMING' }])
    }
  })

  const logOf = async (who: Viewer, conditions: object = {}) =>
    (await readAuditLog(world, who, { filter: { kinds: ['SCHEDULE_CHANGE'], ...conditions } })).totalCount

  it.each([
    ['from team to team of a department: the department', [[inOslo, 'LONDON']], 'SALES'],
    [
      'both ways: the department',
      [
        [inOslo, 'LONDON'],
        [inLondon, 'OSLO'],
      ],
      'SALES',
    ],
    [
      'from no team, and so from the company',
      [
        [inOslo, 'LONDON'],
        [inNone, 'OSLO'],
      ],
      null,
    ],
    ['into no team, and so to the company', [[inOslo, null]], null],
  ] as const)('are planned where all of it takes place, %s', async (_, moves, department) => {
    await plan(moves)
    const admin = await someone('dora', 'ADMIN', 'SALES')
    expect(await scheduled(world, admin)).toEqual(department ? ['moveUsers UPCOMING'] : [])
    const document = `query ($nodeId: ID!) { scheduledChanges(filter: { nodeId: $nodeId }) { nodes { node { name } } } }`
    const { data } = await world.run(acme.admin, document, { nodeId: acme.node(department ?? 'ACME') })
    expect(data).toEqual({ scheduledChanges: { nodes: [{ node: { name: department ?? 'ACME' } }] } })
  })

  it('are told of in the log of the team they are in, and of the one they come into', async () => {
    await plan([[inOslo, 'LONDON']])
    for (const node of ['OSLO', 'LONDON', 'SALES']) {
      expect(await logOf(await someone(`lead of ${node}`.replaceAll(' ', '.'), 'MANAGER', node))).toBe(1)
      expect(await logOf(acme.admin, { nodeId: acme.node(node) })).toBe(1)
    }
  })
})

describe('what is scheduled', () => {
  const cancel = (who: typeof acme.admin, scheduledChangeId: string, expectedVersion = 1) =>
    world.run<{ cancelScheduledChange: { scheduledChange: object | null; userErrors: { code: string }[] } }>(
      who,
      `mutation ($input: CancelScheduledChangeInput!) { cancelScheduledChange(input: $input) {
         scheduledChange { status version } userErrors { code } } }`,
      { input: { scheduledChangeId, expectedVersion } },
    )

  it('can be cancelled, more than once, and is not made then', async () => {
    const { scheduledChange } = await hide('SALES', 'REV', 1)
    for (let time = 0; time < 2; time++) {
      const { data } = await cancel(acme.admin, scheduledChange!.id)
      expect(data.cancelScheduledChange).toEqual({
        scheduledChange: { status: 'CANCELLED', version: 2 },
        userErrors: [],
      })
    }
    await timePasses(world, acme)
    expect(await keys('OSLO')).toEqual(['CALLS', 'REV'])
  })

  it('is not cancelled by who only sees it coming, nor by who has read an older version', async () => {
    const { scheduledChange } = await hide('SALES', 'REV', 1)
    const [userId] = (await acme.build.people([
      { email: 'max@acme.test', name: 'Max', roles: [{ role: 'MANAGER', nodeId: acme.node('SALES') }] },
    ])) as [string]
    const max = { companyId: acme.id, userId }
    expect(await scheduled(world, max)).toEqual(['hideKeyMetric UPCOMING'])
    for (const [who, version, code] of [
      [max, 1, 'FORBIDDEN'],
      [acme.admin, 0, 'VERSION_CONFLICT'],
    ] as const) {
      const { data } = await cancel(who, scheduledChange!.id, version)
      expect(data.cancelScheduledChange.userErrors.map((error) => error.code)).toEqual([code])
    }
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
  })

  it('cannot be cancelled once it was made', async () => {
    const { scheduledChange } = await hide('SALES', 'REV', 1)
    await timePasses(world, acme)
    const { data } = await cancel(acme.admin, scheduledChange!.id, 2)
    expect(data.cancelScheduledChange.userErrors.map(({ code }) => code)).toEqual(['INVALID'])
  })

  it('does not exist for who does not see it', async () => {
    const { scheduledChange } = await hide('SALES', 'REV', 1)
    expect(await scheduled(world, acme.member)).toEqual([])
    const { data } = await cancel(acme.member, scheduledChange!.id)
    expect(data.cancelScheduledChange.userErrors.map(({ code }) => code)).toEqual(['NOT_FOUND'])
  })
})
