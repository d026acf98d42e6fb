import { getHome, getProfile } from '../../../sdk/index.js'
import { moveUser } from '../../support/activity-company.js'
import { log, progressCompany } from '../../support/progress-company.js'
import { existingCompany, numbered, type TestCompany } from '../../support/test-company.js'
import { inWorld, type Viewer } from '../../support/world.js'

const world = inWorld()

/** A second time, so that the company's present is known. */
async function asked(who: Viewer, document: string, variables: object) {
  await world.run(who, document, variables)
  const answer = await world.run<Record<string, { keyMetrics: unknown[]; parts?: unknown[] }>>(
    who,
    document,
    variables,
  )
  expect(answer.errors).toEqual([])
  return { page: Object.values(answer.data)[0]!, count: answer.statements.length }
}

/** So many teams and key metrics; Mia, of the first team, did something for the first of them, and Pia nothing. */
async function companyWith({ teams, metrics }: { teams: number; metrics: number }): Promise<TestCompany> {
  const keyMetrics = numbered(metrics, 'METRIC').map((name) => name.replace(' ', '_'))
  const company = await world.company({ departments: { SALES: numbered(teams) }, keyMetrics })
  const { build, node, metric, id } = company
  const type = await build.activityType({ key: 'CALL' })
  await build.enable(id, type)
  for (const key of keyMetrics) await build.formula(metric(key), { kind: 'COUNT', activityTypeIds: [type] })
  await build.people([{ email: 'pia@acme.test', name: 'Pia', teamId: node('TEAM 1') }])
  const furnished = await existingCompany(build)
  await log(furnished, ['mia', 'CALL', new Date().toISOString()])
  return furnished
}

const SIZES = [
  { teams: 1, metrics: 1 },
  { teams: 20, metrics: 20 },
  { teams: 400, metrics: 60 },
]

const someone = (company: TestCompany, name: string): Viewer => ({
  companyId: company.id,
  userId: company.person(`${name}@acme.test`),
})

describe('Home costs', () => {
  it.each(SIZES)('eleven statements with $teams teams and $metrics key metrics', async (size) => {
    const company = await companyWith(size)
    const { page, count } = await asked(someone(company, 'mia'), getHome.document, {})
    expect(page.keyMetrics).toHaveLength(size.metrics)
    expect(count).toBe(11)
  })

  it.each(SIZES)(
    'fourteen with $metrics key metrics without a number, each with who can help',
    async (size) => {
      const company = await companyWith(size)
      const { count } = await asked(someone(company, 'pia'), getHome.document, {})
      expect(count).toBe(14)
    },
  )
})

describe('Profile costs', () => {
  it.each([1, 20, 200])('21 statements for a month in the past with %i stays', async (stays) => {
    const company = await progressCompany(world, async (acme) => {
      for (let stay = 1; stay < stays; stay++) {
        const at = new Date(Date.UTC(2026, 2, 2) + stay * 3_600_000)
        await moveUser(acme, acme.person('mia@acme.test'), acme.node(stay % 2 ? 'LONDON' : 'OSLO'), at)
      }
    })
    await log(company, ['mia', 'CALL', '2026-03-12'], ['mia', 'CALL', '2026-03-01'])
    const variables = {
      userId: company.person('mia@acme.test'),
      period: { frequency: 'MONTHLY', containing: '2026-03-15' },
    }
    const { page, count } = await asked(company.admin, getProfile.document, variables)
    expect(page.parts!.length).toBeGreaterThanOrEqual(Math.min(stays, 20))
    expect(count).toBe(21)
  })

  it.each(SIZES)('fourteen for the present with $teams teams and $metrics key metrics', async (size) => {
    const company = await companyWith(size)
    const userId = company.person('mia@acme.test')
    const { page, count } = await asked(company.admin, getProfile.document, { userId })
    expect(page.keyMetrics).toHaveLength(size.metrics)
    expect(count).toBe(14)
  })
})
