import { CALLS_OF_MARCH, hide, log, progress, progressCompany } from '../../support/progress-company.js'
import { viewer, moveUser } from '../../support/activity-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests(progressCompany)

beforeAll(async () => {
  await log(
    acme,
    ...CALLS_OF_MARCH,
    ['mia', 'DEAL', '2026-03-04', '2', '1000'],
    ['hal', 'DEAL', '2026-03-05', '1', '200'],
    ['lon', 'DEAL', '2026-03-06', '3', '300'],
  )
})

interface Part {
  readonly node: { readonly name: string } | null
  readonly user: { readonly name: string } | null
  readonly numerator: string
  readonly denominator: string | null
  readonly value: string | null
  readonly share: string | null
  readonly isRest: boolean
}

const WHY = 'actual why { node { name } user { name } value numerator denominator share isRest }'
const MARCH = { containing: '2026-03-15' }

async function why(who: string, node: string, key = 'CALLS', company = acme): Promise<string[]> {
  const asked = { node, period: MARCH }
  const { byKey, errors } = await progress<{ actual: string; why: Part[] }>(
    ...([world, viewer(company, who), company, asked, WHY] as const),
  )
  expect(errors).toEqual([])
  return byKey![key]!.why.map(({ node, user, numerator, denominator, share, isRest }) => {
    expect([node, user].filter((one) => one !== null)).toHaveLength(isRest ? 0 : 1)
    const name = node?.name ?? user?.name ?? 'the rest'
    return `${name}: ${numerator}${denominator === null ? '' : `/${denominator}`} (${share})`
  })
}

describe('a number is made of', () => {
  it('the people of a team, to who runs it', async () => {
    expect(await why('lea', 'OSLO')).toEqual(['Mia Member: 10 (0.5)', 'Pia: 6 (0.3)', 'Hal: 4 (0.2)'])
  })

  it('the teams of a department', async () => {
    expect(await why('dan', 'SALES')).toEqual(['OSLO: 20 (0.8)', 'LONDON: 5 (0.2)'])
  })

  it('the departments and teams of a company, and the people without a team', async () => {
    expect(await why('ada', 'ACME')).toEqual(['SALES: 25 (0.892857)', 'Nia: 3 (0.107143)'])
  })

  it('numerators and denominators where it is a ratio or an average, whoever has no share in it left out', async () => {
    const rate = await why('ada', 'SALES', 'RATE')
    expect(rate.sort()).toEqual(['LONDON: 3/5 (0.5)', 'OSLO: 3/20 (0.5)'])
    expect(await why('ada', 'OSLO', 'SIZE')).toEqual([
      'Mia Member: 1000/2 (0.833333)',
      'Hal: 200/1 (0.166667)',
    ])
    expect(await why('ada', 'ACME', 'SIZE')).toEqual(['SALES: 1500/6 (1)'])
  })

  it('nothing where there is nothing', async () => {
    expect(await why('ada', 'LABS')).toEqual([])
  })

  it('nothing further where it is that of a person', async () => {
    const asked = { node: 'OSLO', period: MARCH, userId: viewer(acme, 'mia').userId }
    const { byKey } = await progress<{ why: null }>(world, acme.admin, acme, asked, WHY)
    expect(byKey!.CALLS).toMatchObject({ actual: '10', why: null })
  })
})

describe('hidden people', () => {
  afterEach(() => hide(world, acme.id, 'pia', 'VISIBLE'))

  it('are in the rest for their peers, and so is who has been there longest, whom the rest would tell apart', async () => {
    expect(await why('mia', 'OSLO')).toEqual(['Mia Member: 10 (0.5)', 'the rest: 10 (0.5)'])
    expect(await why('pia', 'OSLO')).toEqual(['Pia: 6 (0.3)', 'the rest: 14 (0.7)'])
  })

  it('are in the rest with the same person whatever is counted, also where that person did nothing', async () => {
    expect(await why('pia', 'OSLO', 'DEALS')).toEqual(['the rest: 3 (1)'])
    expect(await why('mia', 'OSLO', 'DEALS')).toEqual(['Mia Member: 2 (0.666667)', 'the rest: 1 (0.333333)'])
  })

  it('see themselves', async () => {
    expect(await why('hal', 'OSLO')).toEqual(['Mia Member: 10 (0.5)', 'Pia: 6 (0.3)', 'Hal: 4 (0.2)'])
  })

  it('are together in the rest when there are several', async () => {
    await hide(world, acme.id, 'pia')
    expect(await why('mia', 'OSLO')).toEqual(['Mia Member: 10 (0.5)', 'the rest: 10 (0.5)'])
    expect(await why('lea', 'OSLO')).toHaveLength(3)
  })

  it('are in the rest also where everybody sees that they run the team', async () => {
    const company = await progressCompany(world)
    await log(
      company,
      ['hal', 'CALL', '2026-03-02', '4'],
      ['mia', 'CALL', '2026-03-02', '3'],
      ['pia', 'CALL', '2026-03-02', '2'],
      ['lea', 'CALL', '2026-03-02', '1'],
    )
    await hide(world, company.id, 'hal', 'VISIBLE')
    await hide(world, company.id, 'lea')
    expect(await why('mia', 'OSLO', 'CALLS', company)).toEqual([
      'Hal: 4 (0.4)',
      'Mia Member: 3 (0.3)',
      'the rest: 3 (0.3)',
    ])
  })

  it('count in every total', async () => {
    const { byKey } = await progress<{ actual: string }>(
      ...([world, viewer(acme, 'mia'), acme, { node: 'OSLO', period: MARCH }, 'actual'] as const),
    )
    expect(byKey!.CALLS).toEqual({ actual: '20' })
  })
})

describe('whatever moves in the middle of a month leaves behind what it did', () => {
  let moved: TestCompany

  beforeAll(async () => {
    moved = await progressCompany(world, async (company) => {
      const { build, node } = company
      build.at(new Date('2026-03-15T00:00:00Z'))
      await build.move(node('OSLO'), await build.department('CS'))
      await moveUser(company, viewer(company, 'pia').userId, node('LONDON'))
      await moveUser(company, viewer(company, 'lon').userId, node('LABS'))
    })
    await log(
      moved,
      ['mia', 'CALL', '2026-03-10', '10'],
      ['mia', 'CALL', '2026-03-20', '7'],
      ['pia', 'CALL', '2026-03-10', '5'],
      ['pia', 'CALL', '2026-03-20', '6'],
      ['lon', 'CALL', '2026-03-10', '1'],
      ['lon', 'CALL', '2026-03-20', '2'],
    )
  })

  it.each([
    ['OSLO', ['Mia Member: 17 (0.772727)', 'Pia: 5 (0.227273)']],
    ['LONDON', ['Pia: 6 (0.857143)', 'Lon: 1 (0.142857)']],
    ['SALES', ['OSLO: 15 (0.681818)', 'LONDON: 7 (0.318182)']],
    ['CS', ['OSLO: 7 (1)']],
    ['LABS', ['Lon: 2 (1)']],
    ['ACME', ['SALES: 22 (0.709677)', 'CS: 7 (0.225806)', 'LABS: 2 (0.064516)']],
  ])('%s', async (node, expected) => {
    expect(await why('ada', node, 'CALLS', moved)).toEqual(expected)
  })

  it('and people take with them what they did themselves', async () => {
    const asked = { node: 'LONDON', period: MARCH, userId: viewer(moved, 'pia').userId }
    const { byKey } = await progress<{ actual: string }>(world, moved.admin, moved, asked, 'actual')
    expect(byKey!.CALLS).toEqual({ actual: '11' })
  })

  it('what has left somebody’s sight is in the rest', async () => {
    expect(await why('dan', 'SALES', 'CALLS', moved)).toEqual([
      'LONDON: 7 (0.318182)',
      'the rest: 15 (0.681818)',
    ])
    expect(await why('lea', 'OSLO', 'CALLS', moved)).toEqual([
      'Mia Member: 17 (0.772727)',
      'the rest: 5 (0.227273)',
    ])
  })

  it('and its numbers are not found again by reading as of a day when it was in sight', async () => {
    const asked = { node: 'OSLO', asOf: '2026-03-10T00:00:00Z' }
    const { byKey, errors } = await progress(world, viewer(moved, 'dan'), moved, asked, 'actual')
    expect(errors).toEqual([])
    expect(byKey).toMatchObject({ CALLS: null, REV: null })
    const pia = { node: 'OSLO', asOf: '2026-03-10T00:00:00Z', userId: viewer(moved, 'pia').userId }
    expect((await progress(world, viewer(moved, 'lea'), moved, pia, 'actual')).byKey).toMatchObject({
      CALLS: null,
    })
  })
})
