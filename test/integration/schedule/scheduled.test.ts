import { askWith, keyWith } from '../../support/api-key.js'
import { rowsOf } from '../../support/rows.js'
import { planningIn, scheduled, timePasses } from '../../support/schedule.js'
import { inEachTest } from '../../support/world.js'

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
