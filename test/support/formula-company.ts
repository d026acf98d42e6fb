import { existingCompany, type TestCompany } from './test-company.js'
import type { World } from './world.js'

/** Five metrics that nobody says how to compute yet, and two types of activity. */
export async function formulaCompany(world: World): Promise<TestCompany> {
  const { build } = await world.company({ metrics: ['CALLS', 'CONV', 'REV', 'WIN', 'WON'] })
  for (const [key, name] of Object.entries({ CALL: 'Zebra call', DEAL: 'Deal won' })) {
    await build.activityType({ key, name })
  }
  return existingCompany(build)
}

/** How the metrics of a company are computed, by their keys and those of its types, as its admin says it. */
export function formulasOf(world: World, company: TestCompany) {
  const types = (...keys: string[]) => ({ activityTypeIds: keys.map((key) => company.activityType(key)) })
  const ratio = (numerator: string, denominator: string) => ({
    kind: 'RATIO' as const,
    numeratorMetricId: company.metric(numerator),
    denominatorMetricId: company.metric(denominator),
  })
  const set = async (metric: string, formula: object) =>
    world.mutate(company.admin, 'setMetricFormula', {
      metricId: company.metric(metric),
      formula,
      expectedVersion: await company.versionOf(metric),
    })
  const remove = async (metric: string) =>
    world.mutate(company.admin, 'removeMetricFormula', {
      metricId: company.metric(metric),
      expectedVersion: await company.versionOf(metric),
    })
  /** CALLS and WON are counted, CONV is WON over CALLS. */
  const conversion = async () => {
    const { build, metric } = company
    await build.formula(metric('CALLS'), { kind: 'COUNT', ...types('CALL') })
    await build.formula(metric('WON'), { kind: 'COUNT', ...types('DEAL') })
    await build.formula(metric('CONV'), ratio('WON', 'CALLS'))
  }
  return { types, ratio, set, remove, conversion }
}
