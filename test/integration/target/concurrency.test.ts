import {
  changeTarget,
  figures,
  month,
  ownerOf,
  setMany,
  targetCompany,
} from '../../support/target-company.js'
import { viewer } from '../../support/activity-company.js'
import { rowsOf } from '../../support/rows.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(targetCompany)
const MARCH = month('2026-03')

const key = (name: string) => ({ ...ownerOf(acme, name), metricId: acme.metric('REV'), period: MARCH })
const targets = async () => (await rowsOf(world.database, acme.id)).target

it('of eight who set the same target to something else at once, one does and seven are told', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      changeTarget(world, viewer(acme, index % 2 ? 'lea' : 'dan'), 'setTarget', {
        ...{ ...key('OSLO'), amount: String(index + 1) },
      }),
    ),
  )
  const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'set')
  expect(codes.sort()).toEqual([...Array<string>(7).fill('VERSION_CONFLICT'), 'set'])
  const winner = answers.find(({ userErrors }) => userErrors.length === 0)!
  expect(await targets()).toMatchObject([{ version: 1, amount: Number(winner.target!.amount) }])
})

it('eight who set the same target to the same at once agree', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      changeTarget(world, acme.admin, 'setTarget', { ...key('OSLO'), amount: '5' }),
    ),
  )
  expect(answers.map(({ userErrors, target }) => [userErrors, target?.version])).toEqual(
    Array(8).fill([[], 1]),
  )
  expect(await targets()).toMatchObject([{ version: 1, amount: 5 }])
})

it('those who set many in opposite orders do not stand in each other’s way', async () => {
  const metrics = ['REV', 'CALLS', 'DEALS', 'CONV', 'SIZE'].map((name) => acme.metric(name))
  const batch = (ids: string[], amount: string) => ({
    mode: 'ATOMIC',
    items: ids.flatMap((metricId) =>
      ['OSLO', 'LONDON', 'mia'].map((name) => ({ ...key(name), metricId, amount })),
    ),
  })
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      setMany(world, acme.admin, batch(index % 2 ? metrics : [...metrics].reverse(), String(index + 1))),
    ),
  )
  expect(answers.map(({ isWritten }) => isWritten)).toEqual(Array(6).fill(true))
  const rows = (await targets()) as { amount: number; version: number }[]
  expect(rows).toHaveLength(15)
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([6]))
  expect(new Set(rows.map(({ amount }) => amount)).size).toBe(1)
})

it('what is set while the organisation changes is set by the rights of then', async () => {
  const [answer] = await Promise.all([
    changeTarget(world, acme.admin, 'setTarget', { ...key('SALES'), amount: '7' }),
    acme.build.hide(acme.node('OSLO'), acme.metric('REV')).catch(() => undefined),
  ])
  expect(answer.userErrors).toEqual([])
  expect(await figures(world, acme, 'SALES', { period: MARCH })).toBe('7 MANUAL - -')
})
