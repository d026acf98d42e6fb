import { createClient, getProgress } from '../../../sdk/index.js'
import { viewer } from '../../support/activity-company.js'
import { changeKey } from '../../support/api-key.js'
import { log, progress, progressCompany, setTarget } from '../../support/progress-company.js'
import { codesOf, runDocument } from '../../support/run-document.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests(progressCompany)

beforeAll(async () => {
  const all = ['mia', 'pia', 'hal', 'lea', 'lon'].map((who) => [who, 'CALL', '2026-03-02', '2'] as const)
  await log(acme, ...all)
  await setTarget(world, acme, 'CALLS', { from: '2026-03-01', nodeId: acme.node('OSLO'), amount: '10' })
})

const MARCH = { containing: '2026-03-15' }

/** The actual of CALLS, 'nothing' without progress, 'no key metrics' on a node that is not seen whole. */
async function calls(who: string, node: string, about?: string): Promise<string> {
  const userId = about && viewer(acme, about).userId
  const { byKey, errors } = await progress<{ actual: string }>(
    ...([world, viewer(acme, who), acme, { node, period: MARCH, userId }, 'actual'] as const),
  )
  expect(errors).toEqual([])
  return byKey === null ? 'no key metrics' : (byKey.CALLS?.actual ?? 'nothing')
}

describe('what a node counts', () => {
  it.each([
    ['mia', { ACME: 'no key metrics', SALES: 'no key metrics', OSLO: '8', LONDON: 'no key metrics' }],
    ['hal', { ACME: 'no key metrics', SALES: 'no key metrics', OSLO: '8', LONDON: 'no key metrics' }],
    ['lea', { ACME: 'no key metrics', SALES: 'no key metrics', OSLO: '8', LONDON: 'no key metrics' }],
    ['dan', { ACME: 'no key metrics', SALES: '10', OSLO: '8', LONDON: '2' }],
    ['nia', { ACME: 'no key metrics', SALES: 'no key metrics', OSLO: 'no key metrics' }],
    ['ada', { ACME: '10', SALES: '10', OSLO: '8', LONDON: '2' }],
  ])('is seen by %s', async (who, expected) => {
    for (const [node, actual] of Object.entries(expected))
      expect([node, await calls(who, node)]).toEqual([node, actual])
  })
})

describe('what somebody of OSLO did', () => {
  it.each([
    // Hal is hidden; his peers are told what he and the one who has been there longest did, but not apart.
    ['mia', { mia: '2', pia: 'nothing', lea: '2', hal: 'nothing', lon: 'nothing', nia: 'nothing' }],
    ['pia', { mia: 'nothing', pia: '2', lea: '2', hal: 'nothing', lon: 'nothing', nia: 'nothing' }],
    ['hal', { mia: '2', pia: '2', lea: '2', hal: '2', lon: 'nothing', nia: 'nothing' }],
    ['lea', { mia: '2', pia: '2', lea: '2', hal: '2', lon: 'nothing', nia: 'nothing' }],
    ['dan', { mia: '2', pia: '2', lea: '2', hal: '2', lon: 'nothing', nia: 'nothing' }],
    ['lon', { mia: 'no key metrics', lon: 'no key metrics' }],
    ['ada', { mia: '2', pia: '2', lea: '2', hal: '2', lon: 'nothing', nia: 'nothing' }],
  ])('is seen by %s', async (who, expected) => {
    for (const [about, actual] of Object.entries(expected))
      expect([about, await calls(who, 'OSLO', about)]).toEqual([about, actual])
  })

  it('is as little there for who may not see it as for who does not exist, byte for byte', async () => {
    const ask = async (userId: string) =>
      (await progress(world, viewer(acme, 'mia'), acme, { node: 'OSLO', userId }, 'actual status')).text
    const never = await ask('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    const other = await progressCompany(world)
    for (const id of [
      viewer(acme, 'hal').userId,
      viewer(acme, 'lon').userId,
      other.member.userId,
      'no id',
      '',
    ])
      expect(await ask(id)).toBe(never)
  })
})

describe('an API key', () => {
  const ask = async (scopes: string[], selection: string, args = '') => {
    const { secret } = await changeKey(world, acme.admin, 'createApiKey', { name: 'BI', scopes })
    const document = `query ($id: ID!) { team(id: $id) { effectiveKeyMetrics { progress(period: { containing: "2026-03-15" } ${args}) { ${selection} } } } }`
    const variables = { id: acme.node('OSLO') }
    const answer = await runDocument<{ team: { effectiveKeyMetrics: { progress: object }[] } }>(world.url, {
      ...{ document, variables, token: secret! },
    })
    return {
      ...answer,
      first: answer.data.team.effectiveKeyMetrics[0]!.progress,
      codes: new Set(codesOf(answer)),
    }
  }

  it('sees numbers with the scope to read them, and is refused by name without', async () => {
    const userId = `userId: "${viewer(acme, 'hal').userId}"`
    const seen = await ask(['READ_ORGANIZATION', 'READ_NUMBERS'], 'actual')
    expect(seen).toMatchObject({ errors: [], first: { actual: '8' } })
    expect(await ask(['READ_ORGANIZATION', 'READ_NUMBERS'], 'actual', userId)).toMatchObject({
      ...{ errors: [], first: { actual: '2' } },
    })
    for (const args of ['', userId]) {
      const { first, codes, errors } = await ask(['READ_ORGANIZATION'], 'actual', args)
      expect([first, codes]).toEqual([null, new Set(['FORBIDDEN'])])
      expect(errors[0]!.message).toContain('READ_NUMBERS')
    }
  })

  it('is told whose part is whose with the scope to read people only', async () => {
    const without = await ask(['READ_ORGANIZATION', 'READ_NUMBERS'], 'actual why { user { name } }')
    expect([without.first, without.codes]).toEqual([{ actual: '8', why: null }, new Set(['FORBIDDEN'])])
    expect(without.errors[0]!.message).toContain('READ_PEOPLE')
    const all = await ask(['READ_ORGANIZATION', 'READ_NUMBERS', 'READ_PEOPLE'], 'why { numerator }')
    expect(all.first).toEqual({ why: Array(4).fill({ numerator: '2' }) })
  })
})

it('the SDK reads where the key metrics of a node stand', async () => {
  const km = createClient({ url: `${world.url}/graphql`, token: await world.token(viewer(acme, 'lea')) })
  const node = await getProgress(km, { nodeId: acme.node('OSLO'), period: MARCH })
  const calls = node?.effectiveKeyMetrics?.find(({ metric }) => metric.key === 'CALLS')
  expect(calls?.progress).toMatchObject({
    ...{ actual: '8', target: '10', gap: '2', attainment: '0.8', status: 'BEHIND', pace: null },
    previous: { period: { label: 'February 2026' }, actual: '0' },
  })
  expect(calls?.progress?.series).toHaveLength(31)
})
