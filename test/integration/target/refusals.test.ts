import { rowsOf } from '../../support/rows.js'
import { figures, month, readTarget, targetCompany, targetsOf } from '../../support/target-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)
const MARCH = month('2026-03')

const { set, reset } = targetsOf(world, acme)

describe('is refused, and nothing is written:', () => {
  const NEVER = '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'
  it.each([
    ['a node and a person', { userId: NEVER }, 'INVALID', ['nodeId']],
    ['neither of them', { nodeId: null }, 'INVALID', ['nodeId']],
    ['a node that never was', { nodeId: NEVER }, 'NOT_FOUND', ['nodeId']],
    ['what is no id', { nodeId: 'OSLO' }, 'NOT_FOUND', ['nodeId']],
    ['a person who never was', { nodeId: null, userId: NEVER }, 'NOT_FOUND', ['userId']],
    ['no id of a person', { nodeId: null, userId: 'mia' }, 'NOT_FOUND', ['userId']],
    ['a metric that never was', { metricId: NEVER }, 'NOT_FOUND', ['metricId']],
    ['what is no id of a metric', { metricId: 'REV' }, 'NOT_FOUND', ['metricId']],
    ['what is no decimal', { amount: '1e3' }, 'INVALID', ['amount']],
    ['an amount that is too long', { amount: '1.1234567' }, 'INVALID', ['amount']],
    ['a day beyond all', { period: month('2300-01') }, 'INVALID', ['period', 'containing']],
    ['an offset beyond all', { period: { offset: 401 } }, 'LIMIT_EXCEEDED', ['period', 'offset']],
  ])('%s', async (_, rest, code, path) => {
    const before = await rowsOf(world.database, acme.id)
    const { target, userErrors, errors } = await set('OSLO', MARCH, '100', rest)
    expect(errors).toEqual([])
    expect({ target, userErrors }).toMatchObject({ target: null, userErrors: [{ code, path }] })
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })

  it('a metric that is archived; its targets can still be read and reset', async () => {
    await set('OSLO', MARCH, '100')
    await acme.build.archive(acme.metric('REV'))
    expect((await set('OSLO', MARCH, '120', { expectedVersion: 1 })).userErrors).toMatchObject([
      { code: 'INVALID', path: ['metricId'], message: expect.stringContaining('REV is archived') as string },
    ])
    expect(await figures(world, acme, 'OSLO', { period: MARCH })).toBe('100 MANUAL - -')
    expect(await reset('OSLO', MARCH, { expectedVersion: 1 })).toMatchObject({ userErrors: [] })
  })
})

it('a field tells that its period is not one', async () => {
  const period = { frequency: 'MONTHLY', containing: '1800-01-01' }
  const { errors } = await readTarget(world, acme.admin, acme, 'OSLO', { period })
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})
