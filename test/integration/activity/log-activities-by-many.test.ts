import { poolOf } from '../../../server/platform/database/pool.js'
import { batchesOf, statuses } from '../../support/activity-batches.js'
import { askWith, keyWith } from '../../support/api-key.js'
import {
  activityCompany,
  counted,
  LOG_ACTIVITIES,
  reconcile,
  viewer,
  type BatchAnswer,
} from '../../support/activity-company.js'
import { until } from '../../support/live.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(activityCompany)

const { call, send } = batchesOf(world, acme)

describe('who sends a batch', () => {
  it('is asked for each item: a member for themselves, a lead for the team', async () => {
    const items = ['mia', 'pia', 'lon', 'nobody'].map((name) => call({ email: `${name}@acme.test` }))
    const codes = async (who: string) =>
      (await send(items, { dryRun: true }, viewer(acme, who))).results.map(
        ({ userErrors }) => userErrors[0]?.code ?? 'ok',
      )
    expect(await codes('mia')).toEqual(['ok', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'])
    expect(await codes('lea')).toEqual(['ok', 'ok', 'NOT_FOUND', 'NOT_FOUND'])
    expect(await codes('dan')).toEqual(['ok', 'ok', 'ok', 'NOT_FOUND'])
    expect(await codes('ada')).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('an integration needs the scope, and is held to its node', async () => {
    const ask = async (secret: string) => {
      const items = ['mia', 'lon', 'nobody'].map((name) => call({ email: `${name}@acme.test` }))
      const input = { source: 'crm', mode: 'PER_ITEM', items }
      const { data } = await askWith<{ logActivities: BatchAnswer }>(world, secret, LOG_ACTIVITIES, { input })
      return data.logActivities
    }
    const reader = await keyWith(world, acme, ['READ_NUMBERS'])
    expect(await ask(reader.secret)).toMatchObject({ results: [], userErrors: [{ code: 'FORBIDDEN' }] })
    const oslo = await keyWith(world, acme, ['WRITE_ACTIVITIES'], 'OSLO')
    expect((await ask(oslo.secret)).results).toMatchObject([
      { status: 'CREATED', activity: null },
      { status: 'REJECTED', userErrors: [{ code: 'NOT_FOUND' }] },
      { status: 'REJECTED', userErrors: [{ code: 'NOT_FOUND' }] },
    ])
    const whole = await keyWith(world, acme, ['WRITE_ACTIVITIES'])
    expect(statuses(await ask(whole.secret))).toEqual(['CREATED', 'CREATED', 'CREATED'])
  })
})

describe('many at once', () => {
  it('lose nothing and do not stand in each other’s way: 16 writers on one team', async () => {
    const writer = async (name: number) => {
      for (let round = 0; round < 4; round++) {
        const people = name % 2 ? ['mia', 'pia', 'hal', 'lea'] : ['lea', 'hal', 'pia', 'mia']
        const days = name % 3 ? ['01', '02', '03'] : ['03', '02', '01']
        const items = people.flatMap((person) =>
          days.map((day) =>
            call({ email: `${person}@acme.test`, occurredAt: `2026-03-${day}T12:00:00Z`, amount: '0.1' }),
          ),
        )
        const { errors, results } = await send(items)
        expect(errors).toEqual([])
        expect(results.every(({ status }) => status === 'CREATED')).toBe(true)
      }
    }
    await Promise.all(Array.from({ length: 16 }, (_, name) => writer(name)))
    for (const node of ['OSLO', 'SALES', 'ACME'])
      expect(await counted(world, acme, node)).toEqual(['CALL : 768/76.8'])
  })

  it('leave connections to those who read while the company is being changed', async () => {
    const runner = world.database.createQueryRunner()
    await runner.startTransaction()
    await runner.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [acme.id])
    const sent = Promise.all(Array.from({ length: 12 }, () => send([call()])))
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    const areWaiting = async () => (await world.database.query<unknown[]>(waiting)).length === 3
    // Theirs, and the one that changes.
    await until(async () => (await areWaiting()) && poolOf(world.database).used === 4)
    await runner.rollbackTransaction()
    await runner.release()
    expect((await sent).flatMap(statuses)).toEqual(Array(12).fill('CREATED'))
  })

  it('wait for each other one way round, however much each of them brings', async () => {
    const people = ['mia', 'pia', 'hal', 'lea']
    const bringing = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        call({ email: `${people[index % 4]}@acme.test`, label: `l${index}` }),
      )
    const sizes = [10, 240, 40, 120, 20, 80]
    const answers = await Promise.all([...sizes, ...sizes].map((size) => send(bringing(size))))
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    const { reconciliation } = await reconcile(world, acme.admin, acme.id)
    expect([reconciliation!.agrees, reconciliation!.sums.length]).toEqual([true, 240])
  })

  it('the same batch from several at once, in any order, has one effect', async () => {
    const items = Array.from({ length: 200 }, (_, index) =>
      call({ externalId: String(index), personReference: index % 3 ? 'pia@acme.test' : 'Bob', email: null }),
    )
    const answers = await Promise.all(
      [items, [...items].reverse(), items, items.slice(50)].map((part) => send(part)),
    )
    expect(answers.flatMap(({ errors }) => errors)).toEqual([])
    const created = answers.flatMap(statuses).filter((status) => status === 'CREATED')
    expect([created.length, answers.flatMap(statuses).includes('REJECTED')]).toEqual([200, false])
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 133/0'])
  })

  it('go on while the organisation changes', async () => {
    const team = acme.node('LONDON')
    const writing = Promise.all(
      Array.from({ length: 8 }, () =>
        send(Array<object>(20).fill(call({ email: 'lon@acme.test', occurredAt: null }))),
      ),
    )
    await acme.build.move(team, acme.id)
    expect((await writing).flatMap(({ errors }) => errors)).toEqual([])
    expect(await counted(world, acme, 'ACME')).toEqual(['CALL : 160/0'])
    await counted(world, acme, 'SALES')
  })
})
