import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataSource } from 'typeorm'
import { setMetricFormula } from '../../../server/features/activity/metric-formula.commands.js'
import { loadFormulas } from '../../../server/features/activity/metric-formula.loaders.js'
import { loadTypesById } from '../../../server/features/activity/activity-type.loaders.js'
import { loadCatalogue } from '../../../server/features/metric/metric.loaders.js'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import type { Context } from '../../../server/platform/context.js'
import { countedIn, importingActivities } from './activities-world.js'
import { companiesNamed, importing, openTestDatabase } from './import-world.js'

const MAPPING = join(process.cwd(), 'examples/crm-activities.mapping.json')
const name = 'Exemplary'
/** In the shape of the data set, with its traps. */
const PIPELINE = [
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
  'A1,Anna,GTXPro,Isdom,Won,2016-10-25,2017-03-11,4514',
  'A2,Anna,GTX Pro,,Engaging,2016-11-01,,',
  'A3,Bo,MG Special,Isdom,Lost,2016-10-25,2017-03-07,0',
  'A4,Bo,MG Special,,Prospecting,,,',
]

let database: DataSource
let ctx: Context
let folder: string

beforeAll(async () => {
  database = await openTestDatabase()
  await importing(database, ['name,team', 'Anna,Oslo', 'Bo,Rome'], { company: name, founded: '2016-01-01' })
  ctx = (await loadSystemContext(database, (await companiesNamed(database, name))[0]!.id))!
  folder = mkdtempSync(join(tmpdir(), 'pipeline-'))
  writeFileSync(join(folder, 'sales_pipeline.csv'), PIPELINE.join('\n'))
})

afterAll(() => database.destroy())

/** `WIN_RATE = DEALS_WON / OPPORTUNITIES_CLOSED` */
async function formulas(): Promise<string[]> {
  const metrics = await loadCatalogue(ctx, null)
  const types = await loadTypesById(ctx)
  return [...(await loadFormulas(ctx))]
    .map(([id, formula]) => {
      const key = (metricId: string) => metrics.get(metricId)!.key
      const made =
        formula.kind === 'RATIO'
          ? `${key(formula.numeratorId)} / ${key(formula.denominatorId)}`
          : `${formula.kind} of ${formula.activityTypeIds.map((type) => types.get(type)!.key).join()}`
      return `${key(id)} = ${made}`
    })
    .sort()
}

describe('the mapping of the example', () => {
  it('makes up to three activities of an opportunity, and ignores who is only prospected', async () => {
    const { survey } = await importingActivities(database, MAPPING, { folder, company: { name } })
    expect(survey).toMatchObject({ rows: 4, ignored: 1, rejected: 0, activities: 6 })
    expect((await countedIn(database, ctx.companyId)).filter((line) => !line.startsWith(name))).toEqual([
      'Oslo DEAL_WON 1 4514',
      'Oslo OPPORTUNITY_CLOSED 1 0',
      'Oslo OPPORTUNITY_ENGAGED 2 0',
      'Rome OPPORTUNITY_CLOSED 1 0',
      'Rome OPPORTUNITY_ENGAGED 1 0',
    ])
    const labels = await database.query<{ label: string }[]>(
      `SELECT DISTINCT label FROM activity WHERE company_id = $1 ORDER BY label`,
      [ctx.companyId],
    )
    expect(labels.map(({ label }) => label)).toEqual(['GTX Pro', 'MG Special'])
  })

  it('makes the metrics that are computed of them, and leaves alone what the company made of one', async () => {
    ctx = (await loadSystemContext(database, ctx.companyId))!
    expect(await formulas()).toEqual([
      'DEALS_WON = COUNT of DEAL_WON',
      'OPPORTUNITIES_CLOSED = COUNT of OPPORTUNITY_CLOSED',
      'OPPORTUNITIES_ENGAGED = COUNT of OPPORTUNITY_ENGAGED',
      'WIN_RATE = DEALS_WON / OPPORTUNITIES_CLOSED',
      'WON_REVENUE = SUM of DEAL_WON',
    ])
    const metrics = [...(await loadCatalogue(ctx, null)).values()]
    const { id: metricId, version: expectedVersion } = metrics.find(({ key }) => key === 'WON_REVENUE')!
    const types = [...(await loadTypesById(ctx)).values()].map(({ id }) => id)
    const formula = { kind: 'AVERAGE' as const, activityTypeIds: types.slice(0, 1) }
    await setMetricFormula(ctx, { metricId, expectedVersion, formula })
    const { setUp } = await importingActivities(database, MAPPING, { folder, company: { name } })
    expect(setUp).toEqual({ types: [], metrics: [], formulas: [] })
    expect(await formulas()).toContain('WON_REVENUE = AVERAGE of DEAL_WON')
  })
})
