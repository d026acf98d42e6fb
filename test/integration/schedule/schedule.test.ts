import { carryOutDue } from '../../../server/features/schedule/carry-out.commands.js'
import { rowsOf } from '../../support/rows.js'
import { dated, perform, planningIn, scheduled, timePasses } from '../../support/schedule.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) =>
  world.company({ departments: { SALES: ['OSLO', 'LONDON'] }, keyMetrics: ['REV', 'CALLS'] }),
)

const { hide, keys, later } = planningIn(world, acme)

describe('a change with a date in the future', () => {
  it('is scheduled, and changes nothing until then', async () => {
    const { scheduledChange, userErrors } = await hide('SALES', 'REV', 1)
    expect(userErrors).toEqual([])
    expect(scheduledChange).toMatchObject({ mutation: 'hideKeyMetric', status: 'UPCOMING', version: 1 })
    expect(await keys('OSLO')).toEqual(['CALLS', 'REV'])
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
  })

  it('is not made before its time, and neither is it when it is only tried', async () => {
    await hide('SALES', 'REV', 1)
    await carryOutDue(world.database, perform)
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
    const document = `mutation ($input: HideKeyMetricInput!) { hideKeyMetric(input: $input) {
      scheduledChange { id } impact { totals { disappears } } userErrors { code } } }`
    const input = {
      nodeId: acme.node('OSLO'),
      metricId: acme.metric('CALLS'),
      effectiveAt: later(1),
      dryRun: true,
    }
    const expectedVersion = await acme.versionOf('OSLO')
    expect((await world.run(acme.admin, document, { input: { ...input, expectedVersion } })).data).toEqual({
      hideKeyMetric: { scheduledChange: null, impact: { totals: { disappears: 1 } }, userErrors: [] },
    })
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
  })

  it('is made when its time comes, once, by whoever looks', async () => {
    await hide('SALES', 'REV', 1)
    await Promise.all([timePasses(world, acme), timePasses(world, acme)])
    expect(await keys('OSLO')).toEqual(['CALLS'])
    expect(await scheduled(world, acme.admin)).toEqual([])
    expect(await scheduled(world, acme.admin, ['APPLIED'])).toEqual(['hideKeyMetric APPLIED'])
    expect((await acme.audit()).sort()).toEqual(['applyScheduledChange', 'hideKeyMetric', 'scheduleChange'])
  })

  it('is made whatever was changed of the node meanwhile', async () => {
    await hide('SALES', 'REV', 1)
    await acme.build.hide(acme.node('SALES'), acme.metric('CALLS'))
    await timePasses(world, acme)
    expect(await keys('OSLO')).toEqual([])
  })

  it('is refused at once, with what the mutation says, if it cannot be made', async () => {
    await acme.build.lock(acme.id, acme.metric('REV'), 'MANDATORY')
    const before = await rowsOf(world.database, acme.id)
    const { scheduledChange, userErrors } = await hide('SALES', 'REV', 1)
    expect(scheduledChange).toBeNull()
    expect(userErrors.map(({ code }) => code)).toEqual(['LOCKED'])
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('is refused to who has read an older version, also when something is to come before; nobody has read what that makes', async () => {
    const stale = async (expectedVersion: number, dryRun = false) => {
      const { userErrors } = await dated(world, acme.admin, 'hideKeyMetric', {
        ...{ nodeId: acme.node('OSLO'), metricId: acme.metric('CALLS'), expectedVersion, dryRun },
        effectiveAt: later(2),
      })
      return userErrors.map(({ code, path }) => [code, ...path])
    }
    const version = await acme.versionOf('OSLO')
    expect((await hide('OSLO', 'REV', 1)).userErrors).toEqual([])
    for (const dryRun of [false, true])
      expect(await stale(version + 1, dryRun)).toEqual([['VERSION_CONFLICT', 'expectedVersion']])
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
    expect(await stale(version)).toEqual([])
  })

  it('is refused to who may not make it', async () => {
    const { userErrors } = await dated(world, acme.member, 'hideKeyMetric', {
      nodeId: acme.node('OSLO'),
      metricId: acme.metric('REV'),
      expectedVersion: 1,
      effectiveAt: later(1),
    })
    expect(userErrors.map(({ code }) => code)).toEqual(['FORBIDDEN'])
  })

  it('is judged by what is to come before it', async () => {
    await hide('SALES', 'REV', 1)
    const { userErrors } = await hide('OSLO', 'REV', 2)
    expect(userErrors.map(({ code }) => code)).toEqual(['NOT_EFFECTIVE'])
    expect((await hide('OSLO', 'REV', 0.5)).userErrors).toEqual([])
  })

  it('is refused when something planned for later could not be made any more', async () => {
    await hide('OSLO', 'REV', 2)
    const { userErrors } = await hide('SALES', 'REV', 1)
    expect(userErrors).toEqual([
      {
        code: 'SCHEDULE_CONFLICT',
        message: expect.stringMatching(
          /^Then hideKeyMetric, scheduled for \S+, could not be made: .* Cancel that one first, or choose another date\.$/,
        ) as string,
        path: ['effectiveAt'],
      },
    ])
    expect(await scheduled(world, acme.admin)).toEqual(['hideKeyMetric UPCOMING'])
  })

  it('does not have to leave possible what could not be made anyway', async () => {
    await hide('OSLO', 'REV', 2)
    await acme.build.lock(acme.id, acme.metric('REV'), 'MANDATORY')
    expect((await hide('SALES', 'CALLS', 1)).userErrors).toEqual([])
  })

  it('is one of a hundred at most', async () => {
    await hide('SALES', 'REV', 1)
    await world.database.query(
      `INSERT INTO scheduled_change (company_id, id, mutation, input, effective_at, status, scheduled_by, scheduled_at, version)
       SELECT company_id, gen_random_uuid(), mutation, input, effective_at, status, scheduled_by, scheduled_at, 1
         FROM scheduled_change, generate_series(1, 99) WHERE company_id = $1`,
      [acme.id],
    )
    expect((await hide('SALES', 'CALLS', 1)).userErrors).toMatchObject([
      { code: 'LIMIT_EXCEEDED', path: ['effectiveAt'] },
    ])
    await world.database.query('DELETE FROM scheduled_change WHERE company_id = $1', [acme.id])
  })

  it('fails and says why when it has become impossible meanwhile; nothing is half-done', async () => {
    await hide('OSLO', 'REV', 1)
    await acme.build.lock(acme.id, acme.metric('REV'), 'MANDATORY')
    await timePasses(world, acme)
    expect(await keys('OSLO')).toEqual(['CALLS', 'REV'])
    expect(await scheduled(world, acme.admin, ['FAILED'])).toEqual(['hideKeyMetric FAILED'])
  })

  it.each(['has lost the right', 'may not sign in any more'])(
    'fails when who scheduled it %s',
    async (how) => {
      await acme.build.people([
        { email: 'zoe@acme.test', name: 'Zoe', roles: [{ role: 'ADMIN', nodeId: acme.id }] },
      ])
      const [{ id: userId }] = await world.database.query<[{ id: string }]>(
        `SELECT id FROM app_user WHERE company_id = $1 AND email = 'zoe@acme.test'`,
        [acme.id],
      )
      const zoe = { companyId: acme.id, userId }
      const input = { nodeId: acme.node('SALES'), metricId: acme.metric('REV') }
      const asked = { ...input, expectedVersion: await acme.versionOf('SALES'), effectiveAt: later(1) }
      expect((await dated(world, zoe, 'hideKeyMetric', asked)).userErrors).toEqual([])
      const { userErrors } = how.startsWith('has')
        ? await world.mutate(acme.admin, 'revokeRole', { userId, role: 'ADMIN', nodeId: acme.id })
        : await world.mutate(acme.admin, 'deactivateUser', { userId, expectedVersion: 1 })
      expect(userErrors).toEqual([])
      await timePasses(world, acme)
      expect(await keys('SALES')).toEqual(['CALLS', 'REV'])
      expect(await scheduled(world, acme.admin, ['FAILED'])).toEqual(['hideKeyMetric FAILED'])
    },
  )

  describe('that cannot be made any more since the server was brought up to date', () => {
    const broken = (columns: string) =>
      world.database.query(`UPDATE scheduled_change SET ${columns} WHERE company_id = $1`, [acme.id])

    it.each([
      [`mutation = 'renamed'`, /^renamed is no mutation that can be planned any more\. Plan it again/],
      [`input = input - 'metricId'`, /^Its input does not fit hideKeyMetric any more, .*metricId.* Plan it/],
    ])('fails, and says why, and what was planned for later is made: %s', async (columns, why) => {
      await hide('SALES', 'REV', 1)
      await broken(columns)
      expect((await hide('SALES', 'CALLS', 2)).userErrors).toEqual([])
      expect((await hide('OSLO', 'CALLS', 0.5)).userErrors).toEqual([])
      await timePasses(world, acme)
      expect(await keys('LONDON')).toEqual(['REV'])
      const [row] = await world.database.query<{ failure: string }[]>(
        `SELECT failure FROM scheduled_change WHERE company_id = $1 AND status = 'FAILED'`,
        [acme.id],
      )
      expect(row!.failure).toMatch(why)
    })
  })

  it('are twenty in one go, so that whoever stops the server does not wait for all that has come due', async () => {
    await hide('SALES', 'REV', 1)
    await world.database.query(
      `INSERT INTO scheduled_change (company_id, id, mutation, input, effective_at, status, scheduled_by, scheduled_at, version)
       SELECT company_id, gen_random_uuid(), mutation, input, effective_at, status, scheduled_by, scheduled_at, 1
         FROM scheduled_change, generate_series(1, 24) WHERE company_id = $1`,
      [acme.id],
    )
    await world.database.query(
      `UPDATE scheduled_change SET effective_at = clock_timestamp() - interval '1 minute' WHERE company_id = $1`,
      [acme.id],
    )
    expect(await carryOutDue(world.database, perform)).toBe(20)
    expect(await scheduled(world, acme.admin)).toHaveLength(5)
    expect(await carryOutDue(world.database, perform)).toBe(5)
  })

  it('a fault of ours keeps what is planned in its company waiting, and nothing of others', async () => {
    const other = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
    await hide('SALES', 'REV', 1)
    await hide('SALES', 'CALLS', 2)
    await planningIn(world, other).hide('SALES', 'REV', 3)
    await world.database.query(
      `UPDATE scheduled_change SET effective_at = clock_timestamp() - interval '1 hour' + (effective_at - clock_timestamp()) / 100
        WHERE company_id = ANY($1)`,
      [[acme.id, other.id]],
    )
    const faulty: typeof perform = async (ctx, ...rest) => {
      if (ctx.companyId === acme.id) throw new Error('a fault of ours')
      return perform(ctx, ...rest)
    }
    await expect(carryOutDue(world.database, faulty)).rejects.toThrow('a fault of ours')
    expect(await scheduled(world, other.admin, ['APPLIED'])).toEqual(['hideKeyMetric APPLIED'])
    expect(await scheduled(world, acme.admin)).toEqual(Array(2).fill('hideKeyMetric UPCOMING'))
    await carryOutDue(world.database, perform)
    expect(await keys('OSLO')).toEqual([])
  })
})
