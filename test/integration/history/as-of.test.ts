import fc from 'fast-check'
import { DomainError } from '../../../server/domain/errors.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'
import { PLAN, steps, type Step } from './random-changes.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

/** All there is to know of an instant. Names are left out: they are of the present. */
const EVERYTHING = `query ($asOf: DateTime, $m1: ID!, $m2: ID!, $m3: ID!) {
  metrics(asOf: $asOf) { id status defaultKind version }
  company(asOf: $asOf) {
    ...Node
    trackingFrequencies { kind frequency }
    departments { ...Node teams { ...Team } }
    teams { ...Team }
  }
}
fragment Team on Team { ...Node members(first: 5) { totalCount nodes { id team { id parent { id } } } } }
fragment Node on OrgNode {
  id level version inheritsKeyMetrics parent { id } path { id }
  effectiveKeyMetrics {
    label kind position frequency status isInherited metric { id status defaultKind } definedAt { id }
    kindFrom { id } labelFrom { id } positionFrom { id } locks { lock setAt { id } }
  }
  keyMetricRules {
    id effect kind label position reach locks validFrom metric { id } node { id } dormancy { reason lock by { id } }
  }
  first: keyMetricStatus(metricId: $m1) { ...Why }
  second: keyMetricStatus(metricId: $m2) { ...Why }
  third: keyMetricStatus(metricId: $m3) { ...Why }
  administrators(first: 3) { nodes { validFrom user { id } node { id } } }
}
fragment Why on KeyMetricStatusReport {
  status at { id } trace { outcome visible node { id } rule { id effect kind label } dormancy { reason by { id } } }
}`

async function everything(company: TestCompany, asOf: Date | null): Promise<string> {
  const [m1, m2, m3] = PLAN.metrics.map(company.metric)
  const { text, errors } = await world.run(company.admin, EVERYTHING, { asOf, m1, m2, m3 })
  expect(errors).toEqual([])
  return text
}

interface Past {
  readonly at: Date
  readonly text: string
}

/** The company after each of the steps that could be taken, with the instant at which it came to be so. */
async function live(company: TestCompany, taken: readonly Step[]): Promise<Past[]> {
  const pasts = [{ at: company.build.ctx.moment.at, text: await everything(company, null) }]
  for (const step of taken) {
    await step(company).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error
    })
    const { at } = company.build.ctx.moment
    if (at > pasts.at(-1)!.at) pasts.push({ at, text: await everything(company, null) })
  }
  return pasts
}

describe('any company, asked as of an instant,', () => {
  it('answers what it answered at that instant, whatever has changed since', async () => {
    let changes = 0
    const law = fc.asyncProperty(steps, async (taken) => {
      const company = await world.company(PLAN)
      const pasts = await live(company, taken)
      changes += pasts.length - 1
      for (const [index, { at, text }] of pasts.entries()) {
        expect(await everything(company, at)).toBe(text)
        const next = pasts[index + 1]?.at.getTime() ?? Date.now() + 3_600_000
        expect(await everything(company, new Date(next - 1))).toBe(text)
      }
    })
    await fc.assert(law, { numRuns: 6, endOnFailure: true })
    expect(changes).toBeGreaterThan(25)
  })

  it('did not exist before it was founded', async () => {
    const company = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
    const document = `query ($asOf: DateTime!, $id: ID!, $metric: ID!) {
      company(asOf: $asOf) { id } team(id: $id, asOf: $asOf) { id } metric(id: $metric, asOf: $asOf) { id }
      metrics(asOf: $asOf) { id }
      now: team(id: $id) { effectiveKeyMetrics(asOf: $asOf) { label } keyMetricRules(asOf: $asOf) { id }
        keyMetricStatus(metricId: $metric, asOf: $asOf) { status } }
    }`
    const ids = { id: company.node('OSLO'), metric: company.metric('REV') }
    const { data } = await world.run(company.admin, document, { asOf: '1999-12-31T23:59:59.999Z', ...ids })
    const now = { effectiveKeyMetrics: null, keyMetricRules: null, keyMetricStatus: null }
    expect(data).toEqual({ company: null, team: null, metric: null, metrics: [], now })
  })

  it('answers the present for an instant that is still to come', async () => {
    const company = await world.company(PLAN)
    expect(await everything(company, new Date('2999-01-01'))).toBe(await everything(company, null))
  })

  it('an instant hands itself on to all that hangs below; a field may ask for another', async () => {
    const company = await world.company({ departments: { SALES: ['OSLO'] }, keyMetrics: ['REV'] })
    const { build, node, metric, admin } = company
    const asOf = build.ctx.moment.at
    await build.hide(node('SALES'), metric('REV'))
    const now = build.ctx.moment.at
    const document = `query ($asOf: DateTime!, $now: DateTime!) { company(asOf: $asOf) { departments { teams {
      then: effectiveKeyMetrics { label } later: effectiveKeyMetrics(asOf: $now) { label }
      parent { effectiveKeyMetrics { label } } path { effectiveKeyMetrics { label } }
    } } } }`
    const { data } = await world.run(admin, document, { asOf, now })
    const shown = [{ label: 'REV' }]
    const path = Array.from({ length: 3 }, () => ({ effectiveKeyMetrics: shown }))
    const team = { then: shown, later: [], parent: { effectiveKeyMetrics: shown }, path }
    expect(data).toEqual({ company: { departments: [{ teams: [team] }] } })
  })
})
