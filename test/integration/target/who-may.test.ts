import { askWith, keyWith } from '../../support/api-key.js'
import { viewer } from '../../support/activity-company.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import {
  changeTarget,
  COPY_TARGETS,
  month,
  ownerOf,
  readTarget,
  setAmounts,
  setMany,
  targetCompany,
  targetDocument,
  SET_TARGETS,
  type SetTargetsAnswer,
} from '../../support/target-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany
const MARCH = month('2026-03')
const OWNERS = ['ACME', 'SALES', 'OSLO', 'LONDON', 'LABS', 'lea', 'mia', 'hal', 'lon', 'nia'] as const

beforeAll(async () => {
  world = await startWorld()
  acme = await targetCompany(world)
  const amounts = Object.fromEntries(OWNERS.map((name) => [name, '100']))
  await setAmounts(world, acme, MARCH, amounts)
})

afterAll(() => world.stop())

const [yes, no, none] = ['yes', 'FORBIDDEN', 'NOT_FOUND']
const EVERYONE_YES = Object.fromEntries(OWNERS.map((name) => [name, yes]))

/** Nothing is changed by a try: who may is told that the version is another. */
async function tries(who: string): Promise<Record<string, string>> {
  const verdicts: [string, string][] = []
  for (const name of OWNERS) {
    const key = { ...ownerOf(acme, name), metricId: acme.metric('REV'), period: MARCH }
    const input = { ...key, amount: '1', expectedVersion: 99 }
    const { userErrors } = await changeTarget(world, viewer(acme, who), 'setTarget', input)
    const code = userErrors[0]!.code
    verdicts.push([name, code === 'VERSION_CONFLICT' ? yes : code])
    const many = await setMany(world, viewer(acme, who), { mode: 'PER_ITEM', items: [input] })
    expect(many.results[0]!.userErrors[0]!.code).toBe(code)
    expect(many.results[0]!.userErrors[0]!.message).toBe(userErrors[0]!.message)
  }
  return Object.fromEntries(verdicts)
}

describe('who sets the target of what, one by one and many at once:', () => {
  const nobody = {
    SALES: none,
    OSLO: none,
    LONDON: none,
    LABS: none,
    lea: none,
    mia: none,
    hal: none,
    lon: none,
  }

  it.each([
    ['ada', EVERYONE_YES],
    // Ada is seen: she holds a role on the company. Nia is in no team, and out of sight.
    ['dan', { ...EVERYONE_YES, ACME: no, LABS: none, nia: none }],
    ['lea', { ...EVERYONE_YES, ACME: no, SALES: no, LONDON: none, LABS: none, lon: none, nia: none }],
    ['mia', { ...nobody, ACME: no, SALES: no, OSLO: no, lea: no, mia: no, nia: none }],
    ['nia', { ...nobody, ACME: no, lea: none, nia: no }],
  ])('%s', async (who, expected) => {
    const before = await rowsOf(world.database, acme.id)
    expect(await tries(who)).toEqual(expected)
    expect(await rowsOf(world.database, acme.id)).toEqual(before)
  })
})

describe('who sees the target of whom:', () => {
  it.each([
    ['ada', [...OWNERS]],
    ['dan', ['SALES', 'OSLO', 'LONDON', 'lea', 'mia', 'hal', 'lon']],
    ['lea', ['OSLO', 'lea', 'mia', 'hal']],
    ['mia', ['OSLO', 'lea', 'mia']],
    ['hal', ['OSLO', 'lea', 'mia', 'hal']],
    ['nia', ['nia']],
  ])('%s', async (who, expected) => {
    const seen: string[] = []
    for (const name of OWNERS) {
      const { target, errors } = await readTarget(world, viewer(acme, who), acme, name, { period: MARCH })
      expect(errors).toEqual([])
      if (target?.amount === '100') seen.push(name)
      else expect(target).toBeNull()
    }
    expect(seen).toEqual(expected)
  })
})

it('who set a target is told to those who see it', async () => {
  const { target } = await readTarget(world, viewer(acme, 'mia'), acme, 'OSLO', { period: MARCH })
  expect(target!.setBy).toEqual({ name: 'Ada Admin' })
  await changeTarget(world, viewer(acme, 'lea'), 'setTarget', {
    ...{ ...ownerOf(acme, 'mia'), metricId: acme.metric('CALLS'), amount: '3', period: MARCH },
  })
  const own = await readTarget(world, viewer(acme, 'mia'), acme, 'mia', { metric: 'CALLS', period: MARCH })
  expect(own.target!.setBy).toEqual({ name: 'Lea Lead' })
})

describe('an API key', () => {
  const input = (name: string) => ({
    ...{ ...ownerOf(acme, name), metricId: acme.metric('DEALS'), amount: '5', period: MARCH },
  })

  it('that may write targets sets them below its node, and reads none', async () => {
    const { secret } = await keyWith(world, acme, ['WRITE_TARGETS'], 'SALES')
    const ask = async (name: string) => {
      const { data } = await askWith<{ setTarget: { target: unknown; userErrors: { code: string }[] } }>(
        ...([world, secret, targetDocument('setTarget'), { input: input(name) }] as const),
      )
      return [data.setTarget.target, ...data.setTarget.userErrors.map(({ code }) => code)]
    }
    expect([await ask('OSLO'), await ask('mia')]).toEqual([[null], [null]])
    expect([await ask('LABS'), await ask('nia')]).toEqual([
      [null, 'NOT_FOUND'],
      [null, 'NOT_FOUND'],
    ])
    const { target } = await readTarget(world, acme.admin, acme, 'OSLO', { metric: 'DEALS', period: MARCH })
    expect(target).toMatchObject({
      amount: '5',
      rollup: '5',
      setBy: null,
      setAt: expect.any(String) as string,
    })
  })

  it('that may not is told which scope it lacks, one by one, many at once and copying', async () => {
    const { secret } = await keyWith(world, acme, ['READ_NUMBERS'])
    const one = await askWith<{ setTarget: { userErrors: { message: string }[] } }>(
      ...([world, secret, targetDocument('setTarget'), { input: input('OSLO') }] as const),
    )
    const many = await askWith<{ setTargets: SetTargetsAnswer }>(
      ...([world, secret, SET_TARGETS, { input: { mode: 'PER_ITEM', items: [] } }] as const),
    )
    const periods = { fromPeriod: { frequency: 'MONTHLY', offset: -1 }, toPeriod: {} }
    const copied = await askWith<{ copyTargets: { userErrors: { message: string }[] } }>(
      ...([world, secret, COPY_TARGETS, { input: { nodeId: acme.id, ...periods } }] as const),
    )
    const errors = [one.data.setTarget, many.data.setTargets, copied.data.copyTargets].map(
      ({ userErrors }) => userErrors[0]!.message,
    )
    expect(new Set(errors)).toEqual(
      new Set(['This API key lacks the scope WRITE_TARGETS, which it takes to set targets.']),
    )
  })
})
