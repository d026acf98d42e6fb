import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Big } from 'big.js'
import { decimal } from '../../../server/domain/decimal.js'
import { valueOf, type Formulas } from '../../../server/domain/metric-value.js'
import { loadFormulas } from '../../../server/features/activity/metric-formula.loaders.js'
import { loadCatalogue } from '../../../server/features/metric/metric.loaders.js'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import type { Context } from '../../../server/platform/context.js'
import { keptSums, node, person } from '../../support/activity-sums.js'
import { reconcile } from '../../support/activity-company.js'
import { rowsOf } from '../../support/rows.js'
import { startWorld, type Viewer, type World } from '../../support/world.js'
import { importingActivities } from './activities-world.js'
import { CRM_FOLDER, describeWith } from './crm-data-set.js'
import { companiesNamed, importing } from './import-world.js'

const MAPPING = join(process.cwd(), 'examples/crm-activities.mapping.json')
const company = 'CRM Hardware in numbers'

const QUARTERS = [
  ['2017-01-01', '2017-04-01'],
  ['2017-04-01', '2017-07-01'],
  ['2017-07-01', '2017-10-01'],
  ['2017-10-01', '2018-01-01'],
] as const
type Quarter = readonly [from: string, to: string]

interface Numbers {
  readonly WON_REVENUE: string
  readonly DEALS_WON: string
  readonly OPPORTUNITIES_ENGAGED: string
  readonly OPPORTUNITIES_CLOSED: string
  readonly WIN_RATE: string | null
}

/** The files hold no quotes. Nothing of the server is used from here to `summedUp`. */
function linesOf(file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(CRM_FOLDER, file), 'utf8').trim().split('\n')
  const columns = header!.split(',')
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, at) => [columns[at]!, cell.trim()])),
  )
}

interface Place {
  readonly level: 'COMPANY' | 'DEPARTMENT' | 'TEAM' | 'PERSON'
  readonly name: string
  readonly people: ReadonlySet<string>
}

function placesIn(agents: readonly Record<string, string>[]): Place[] {
  const under = (level: Place['level'], column: string, nameOf: (value: string) => string): Place[] =>
    [...new Set(agents.map((agent) => agent[column]!))].map((value) => {
      const theirs = agents.filter((agent) => agent[column] === value)
      return { level, name: nameOf(value), people: new Set(theirs.map((agent) => agent.sales_agent!)) }
    })
  return [
    { level: 'COMPANY', name: company, people: new Set(agents.map((agent) => agent.sales_agent!)) },
    ...under('DEPARTMENT', 'regional_office', (office) => office),
    ...under('TEAM', 'manager', (manager) => `Team ${manager}`),
    ...under('PERSON', 'sales_agent', (agent) => agent),
  ]
}

function summedUp(rows: readonly Record<string, string>[], { people }: Place, [from, to]: Quarter): Numbers {
  const theirs = rows.filter((row) => people.has(row.sales_agent!))
  const within = (day: string) => day >= from && day < to
  const engaged = theirs.filter((row) => within(row.engage_date!))
  const closed = theirs.filter((row) => within(row.close_date!))
  const won = closed.filter((row) => row.deal_stage === 'Won')
  const revenue = won.reduce((sum, row) => sum + BigInt(row.close_value!), 0n)
  const rate = () => new Big(won.length).div(closed.length).round(6, Big.roundHalfUp).toFixed()
  return {
    WON_REVENUE: String(revenue),
    DEALS_WON: String(won.length),
    OPPORTUNITIES_ENGAGED: String(engaged.length),
    OPPORTUNITIES_CLOSED: String(closed.length),
    WIN_RATE: closed.length === 0 ? null : rate(),
  }
}

describeWith('sales_pipeline.csv')('the opportunities of the CRM data set', () => {
  let world: World
  let ctx: Context
  let admin: Viewer
  let ids: Map<string, string>
  let agents: Record<string, string>[]
  let rows: Record<string, string>[]

  beforeAll(async () => {
    agents = linesOf('sales_teams.csv')
    rows = linesOf('sales_pipeline.csv')
    world = await startWorld()
    const { database } = world
    await importing(database, join(CRM_FOLDER, 'sales_teams.csv'), { company, founded: '2016-01-01' })
    await importingActivities(database, MAPPING, { folder: CRM_FOLDER, company: { name: company } })
    const [{ id } = { id: '' }] = await companiesNamed(database, company)
    ctx = (await loadSystemContext(database, id))!
    const named = await database.query<{ name: string; id: string; email: string | null }[]>(
      `SELECT name, id, NULL AS email FROM org_node WHERE company_id = $1
        UNION ALL SELECT name, id, email FROM app_user WHERE company_id = $1`,
      [id],
    )
    ids = new Map(named.map((one) => [one.name, one.id]))
    admin = { companyId: id, userId: named.find(({ email }) => email?.startsWith('admin@'))!.id }
  })

  afterAll(() => world.stop())

  async function toldBy(place: Place, [from, to]: Quarter): Promise<Numbers> {
    const subject = (place.level === 'PERSON' ? person : node)(ids.get(place.name)!)
    const sums = await keptSums(ctx, subject, { from, to })
    const formulas: Formulas = await loadFormulas(ctx)
    const metrics = [...(await loadCatalogue(ctx, null)).values()]
    const value = ({ id }: { id: string }) => valueOf(formulas.get(id)!, sums, formulas).value
    return Object.fromEntries(metrics.map((metric) => [metric.key, value(metric)])) as unknown as Numbers
  }

  it.each(QUARTERS)(
    'from %s to %s are the sums of the file, for the company, each department, team and person',
    async (...quarter) => {
      const places = placesIn(agents)
      expect(places).toHaveLength(1 + 3 + 6 + 35)
      const told = await Promise.all(
        places.map(async (place) => [`${place.level} ${place.name}`, await toldBy(place, quarter)]),
      )
      const summed = places.map((place) => [`${place.level} ${place.name}`, summedUp(rows, place, quarter)])
      expect(Object.fromEntries(told)).toEqual(Object.fromEntries(summed))
    },
  )

  it('are 4,238 deals won of 6,711 closed over the year', async () => {
    const [whole] = placesIn(agents)
    expect(await toldBy(whole!, ['2016-10-01', '2018-01-01'])).toEqual({
      WON_REVENUE: '10005534',
      DEALS_WON: '4238',
      OPPORTUNITIES_ENGAGED: '8300',
      OPPORTUNITIES_CLOSED: '6711',
      WIN_RATE: '0.631501',
    })
  })

  it('agree, each quarter and node, with the activities one by one and with the sums of the parts', async () => {
    const nodes = placesIn(agents).filter(({ level }) => level !== 'PERSON')
    for (const [from, to] of QUARTERS) {
      for (const { name } of nodes) {
        const { reconciliation } = await reconcile(world, admin, ids.get(name)!, { from, to })
        expect([name, from, reconciliation?.agrees, reconciliation?.sums.length]).toEqual([
          name,
          from,
          true,
          expect.any(Number),
        ])
        expect(reconciliation!.sums.length).toBeGreaterThan(0)
      }
    }
  })

  it('name a product as the list of products does', async () => {
    const sums = await keptSums(ctx, node(ctx.companyId), { from: '2016-10-01', to: '2018-01-01' })
    const products = linesOf('products.csv').map(({ product }) => product!)
    expect([...new Set(sums.map(({ label }) => label))].sort()).toEqual(products.sort())
    const written = rows.filter(({ product, deal_stage }) => product === 'GTXPro' && deal_stage === 'Won')
    const won = sums.filter(({ label, amount }) => label === 'GTX Pro' && amount !== decimal('0'))
    expect(won.map(({ quantity }) => quantity)).toEqual([String(written.length)])
  })

  it('are there once, however often they are imported', async () => {
    const before = await rowsOf(world.database, ctx.companyId)
    const order = { folder: CRM_FOLDER, company: { name: company } }
    const { tally, survey } = await importingActivities(world.database, MAPPING, order)
    expect([...tally.byType.values()].map(({ UNCHANGED }) => UNCHANGED)).toEqual([8300, 6711, 4238])
    expect(survey).toMatchObject({ rows: 8800, ignored: 500, rejected: 0, repeated: 0 })
    expect(tally.keptAside.size).toBe(0)
    expect(await rowsOf(world.database, ctx.companyId)).toEqual(before)
  })
})
