import { getProfile } from '../../../sdk/index.js'
import { moveUser, viewer } from '../../support/activity-company.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { actuals, asking, MARCH, said } from '../../support/pages.js'
import { log, progressCompany, setTarget, type Logged } from '../../support/progress-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inAllTests } from '../../support/world.js'

/** Mia was in OSLO, in LONDON, in OSLO again, and is in LABS, which Nia leads. */
async function movesOfMia(acme: TestCompany): Promise<void> {
  const { build, node, metric, person } = acme
  const move = (at: string, team: string) =>
    moveUser(acme, person('mia@acme.test'), node(team), new Date(`2026-${at}:00:00Z`))
  const meetings = await build.metric({ key: 'MTG' })
  await build.add(node('SALES'), meetings)
  await move('03-10T12', 'LONDON')
  await build.at(new Date('2026-03-12')).hide(node('LONDON'), metric('CALLS'))
  await move('03-20T12', 'OSLO')
  await build.at(new Date('2026-03-25')).remove(node('LONDON'), metric('CALLS'))
  await build.people([
    { email: 'lab@acme.test', name: 'Lab', roles: [{ role: 'MANAGER', nodeId: node('LABS') }] },
  ])
  await move('03-28T12', 'LABS')
}

/** 11 for OSLO, 7 for LONDON, 3 for OSLO again, 4 for LABS; on the 10th for two teams. */
const OF_MIA: readonly Logged[] = [
  ['mia', 'CALL', '2026-03-02', '10'],
  ['mia', 'CALL', '2026-03-10T08:00:00Z', '1'],
  ['mia', 'CALL', '2026-03-10T18:00:00Z', '2'],
  ['mia', 'CALL', '2026-03-15', '5'],
  ['mia', 'CALL', '2026-03-22', '3'],
  ['mia', 'CALL', '2026-03-30', '4'],
  ['mia', 'DEAL', '2026-03-03', '1', '100'],
  ['mia', 'DEAL', '2026-03-16', '3', '50'],
  ['mia', 'CALL', '2026-02-10', '6'],
]

const { world, acme } = inAllTests(async (world) => {
  const company = await progressCompany(world, movesOfMia)
  await log(company, ...OF_MIA, ['pia', 'CALL', '2026-03-03', '6'], ['nia', 'CALL', '2026-03-05', '3'])
  const userId = company.person('mia@acme.test')
  await setTarget(world, company, 'CALLS', { from: '2026-03-01', userId, amount: '50' })
  return company
})

const as = asking(world, acme)
const profile = async (name: string, of: string, period: object = MARCH) =>
  getProfile(await as(name), { userId: acme.person(`${of}@acme.test`), period })

type Page = NonNullable<Awaited<ReturnType<typeof profile>>>

/** ['OSLO 11', 'rest 4'] of one metric, the latest first; in brackets what was not in force there. */
function partsOf({ parts }: Page, key: string): string[] {
  return parts.map(({ team, isRest, keyMetrics }) => {
    const number = keyMetrics.find(({ metric }) => metric.key === key)!
    const value = number.isInForce ? number.value : `(${number.value})`
    return `${isRest ? 'rest' : team?.name} ${value}`
  })
}

describe('the profile of a period in which somebody changed teams', () => {
  it('shows the last team and its key metrics, with all they did for whatever team', async () => {
    const page = (await profile('ada', 'mia'))!
    expect(page).toMatchObject({
      user: { name: 'Mia Member' },
      team: { name: 'LABS' },
      period: { label: 'March 2026' },
    })
    expect(actuals(page)).toEqual({
      ...{ CALLS: '25', DEALS: '4', REV: '150', SIZE: '37.5', COST: '25', RATE: '0.16', NPS: null },
    })
    const calls = page.keyMetrics.find(({ metric }) => metric.key === 'CALLS')!
    expect(calls.progress).toMatchObject({ target: '50', gap: '25', previous: { change: '19' } })
  })

  it('has a part for each stay, the latest first, by the instants of the moves', async () => {
    const { parts } = (await profile('ada', 'mia'))!
    expect(parts.map(({ team, from, to, isRest }) => [team?.name, from, to, isRest])).toEqual([
      ['LABS', '2026-03-28T12:00:00.000Z', null, false],
      ['OSLO', '2026-03-20T12:00:00.000Z', '2026-03-28T12:00:00.000Z', false],
      ['LONDON', '2026-03-10T12:00:00.000Z', '2026-03-20T12:00:00.000Z', false],
      ['OSLO', '2025-01-02T00:00:00.001Z', '2026-03-10T12:00:00.000Z', false],
    ])
  })

  it('credits each stay with what counts to its team; the parts add up to the whole', async () => {
    const page = (await profile('ada', 'mia'))!
    expect(partsOf(page, 'DEALS')).toEqual(['LABS 0', 'OSLO 0', 'LONDON 3', 'OSLO 1'])
    expect(partsOf(page, 'SIZE')).toEqual(['LABS null', 'OSLO null', 'LONDON 16.666667', 'OSLO 100'])
    const sizes = page.parts.map(({ keyMetrics }) => keyMetrics.find(({ metric }) => metric.key === 'SIZE')!)
    expect(sizes.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual([
      ...['0/0', '0/0', '50/3', '100/1'],
    ])
  })

  it('says where a metric of the page was not in force, and what was in force there beside', async () => {
    const page = (await profile('ada', 'mia'))!
    expect(partsOf(page, 'CALLS')).toEqual(['LABS 4', 'OSLO 3', 'LONDON (7)', 'OSLO 11'])
    const keys = page.parts.map(({ keyMetrics }) =>
      keyMetrics.map(({ metric }) => metric.key).includes('MTG'),
    )
    expect(keys).toEqual([false, true, true, true])
  })

  it('of an earlier period has the team and the key metrics of that time', async () => {
    const page = (await profile('ada', 'mia', { frequency: 'MONTHLY', containing: '2026-02-01' }))!
    expect(page.team?.name).toBe('OSLO')
    expect(actuals(page)).toMatchObject({ CALLS: '6', MTG: null })
    expect(partsOf(page, 'CALLS')).toEqual(['OSLO 6'])
  })

  it('is of the running period without one, as often as PRIMARY is tracked', async () => {
    const page = await getProfile(await as('ada'), { userId: acme.person('mia@acme.test') })
    expect(page!.period.frequency).toBe('MONTHLY')
    expect(new Date(page!.period.endsAt) > new Date()).toBe(true)
    expect(partsOf(page!, 'CALLS')).toEqual(['LABS 0'])
  })
})

describe('a profile is seen', () => {
  it('by oneself in whatever team one was, by whoever runs the team as far as they see it', async () => {
    expect(partsOf((await profile('mia', 'mia'))!, 'DEALS')).toEqual([
      'LABS 0',
      'OSLO 0',
      'LONDON 3',
      'OSLO 1',
    ])
    const page = (await profile('lab', 'mia'))!
    expect(partsOf(page, 'DEALS')).toEqual(['LABS 0', 'rest (4)'])
    expect(partsOf(page, 'CALLS')).toEqual(['LABS 4', 'rest (21)'])
    expect(page.parts.at(-1)).toMatchObject({ team: null, from: null, to: null, isRest: true })
    expect(actuals(page).CALLS).toBe('25')
  })

  it('of the past by oneself too, though the team is out of sight by now: of its nodes the names', async () => {
    const page = (await profile('mia', 'mia', { frequency: 'MONTHLY', containing: '2026-02-01' }))!
    expect(page.team).toMatchObject({ name: 'OSLO' })
    expect(actuals(page)).toMatchObject({ CALLS: '6', MTG: null })
    const deals = page.keyMetrics.find(({ metric }) => metric.key === 'DEALS')!
    expect(deals.notice?.verdict).toBe('NO_DATA')
    const document = `query ($userId: ID!) { profile(userId: $userId, period: { frequency: MONTHLY, containing: "2026-02-01" }) {
      keyMetrics { metric { key } definedAt { name } nodeProgress { actual } }
      team { version parent { name } path { name } effectiveKeyMetrics { label } members { totalCount } } } }`
    const answer = await world.run<{ profile: { keyMetrics: { metric: { key: string } }[]; team: object } }>(
      viewer(acme, 'mia'),
      document,
      { userId: acme.person('mia@acme.test') },
    )
    expect(answer.errors).toEqual([])
    const { keyMetrics, team } = answer.data.profile
    const row = (key: string) => keyMetrics.find(({ metric }) => metric.key === key)
    expect(row('MTG')).toMatchObject({ definedAt: null, nodeProgress: null })
    expect(row('CALLS')).toMatchObject({ definedAt: { name: 'ACME' }, nodeProgress: null })
    expect(team).toEqual({
      ...{
        version: 0,
        parent: null,
        path: [{ name: 'ACME' }],
        effectiveKeyMetrics: null,
        members: { totalCount: 0 },
      },
    })
  })

  it('of a time in which somebody was elsewhere, by who sees them now: nothing, and that it is so', async () => {
    const page = await profile('lab', 'mia', { frequency: 'MONTHLY', containing: '2026-02-01' })
    expect(page).toMatchObject({ team: null, keyMetrics: [] })
    expect(page!.parts.every(({ isRest, keyMetrics }) => isRest && keyMetrics.length === 0)).toBe(true)
    expect(said(page!.notice)).toEqual(['UNDETERMINED'])
  })

  it('by peers, of who is visible; also what they have not done', async () => {
    const page = await profile('hal', 'lea')
    expect(actuals(page)).toMatchObject({ CALLS: '0' })
    expect(page!.notice?.verdict).toBe('NO_DATA')
    expect(actuals(await profile('lea', 'hal'))).toMatchObject({ CALLS: '0' })
  })

  it('by a peer not of the one who covers somebody hidden: Lea is all that there is beside Hal', async () => {
    expect(await profile('pia', 'lea')).toBeNull()
  })

  it('by nobody else: as of somebody who never was', async () => {
    const document = 'query ($userId: ID!) { profile(userId: $userId) { user { name } } }'
    const ask = async (name: string, userId: string) =>
      (await world.run(viewer(acme, name), document, { userId })).text
    const never = await ask('pia', '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11')
    expect(never).toBe('{"data":{"profile":null}}\n')
    for (const [name, of] of [
      ...[['pia', 'hal'] as const, ['pia', 'mia'] as const, ['pia', 'lon'] as const, ['pia', 'ada'] as const],
      ...[['lea', 'mia'] as const, ['dan', 'mia'] as const, ['lab', 'pia'] as const, ['dan', 'nia'] as const],
    ])
      expect([name, of, await ask(name, acme.person(`${of}@acme.test`))]).toEqual([name, of, never])
  })

  it('by an integration that may read people and numbers; FORBIDDEN without', async () => {
    const document = 'query ($userId: ID!) { profile(userId: $userId) { user { name } team { name } } }'
    const ask = async (...scopes: Parameters<typeof keyWith>[2]) => {
      const { secret } = await keyWith(world, acme, scopes)
      return askWith<{ profile: object | null } | null>(world, secret, document, {
        userId: acme.person('mia@acme.test'),
      })
    }
    const { data } = await ask('READ_ORGANIZATION', 'READ_PEOPLE', 'READ_NUMBERS')
    expect(data?.profile).toEqual({ user: { name: 'Mia Member' }, team: { name: 'LABS' } })
    const { errors } = await ask('READ_ORGANIZATION', 'READ_PEOPLE')
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining('READ_NUMBERS')])
  })
})

describe('a profile with nothing to show', () => {
  it('says that the person is in no team, and who can put them into one', async () => {
    const page = await profile('nia', 'nia', {})
    expect(page).toMatchObject({ team: null, keyMetrics: [], parts: [] })
    expect(said(page!.notice)).toEqual(['NO_TEAM', 'ASSIGN_TEAM by Ada Admin'])
  })

  it('of the past says so too; the past stays as it was', async () => {
    const page = await profile('nia', 'nia')
    expect(said(page!.notice)).toEqual(['NO_TEAM'])
    // What was logged in no team is there, if only of no key metric.
    expect(page!.parts).toMatchObject([{ isRest: true, keyMetrics: [] }])
  })

  it('says of each row why there is no number', async () => {
    const page = await profile('ada', 'mia', {})
    const notices = page!.keyMetrics.map(({ metric, notice }) => [metric.key, notice?.verdict])
    expect(Object.fromEntries(notices)).toMatchObject({
      CALLS: 'NO_DATA',
      NPS: 'NO_FORMULA',
      RATE: 'NO_DATA',
    })
  })

  it('of somebody deactivated is not empty because of that', async () => {
    const setStatus = (status: string) =>
      world.database.query(`UPDATE app_user SET status = $2 WHERE id = $1`, [
        acme.person('pia@acme.test'),
        status,
      ])
    await setStatus('DEACTIVATED')
    const page = await profile('lea', 'pia')
    await setStatus('ACTIVE')
    expect(actuals(page)).toMatchObject({ CALLS: '6' })
    expect(page!.notice).toBeNull()
  })
})
