import fc from 'fast-check'
import { DomainError } from '../../../server/domain/errors.js'
import { rehearse } from '../../../server/features/impact/rehearse.js'
import type { ImpactRow } from '../../../server/features/impact/impact.loaders.js'
import { builder } from '../../../server/seed/company-builder.js'
import { rowsOf } from '../../support/rows.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'
import { PLAN, steps, type Step } from '../history/random-changes.js'

const world = inWorld()
const COMPANIES = Number(process.env.COMPANIES ?? 8)

/** What every node shows and which rules do nothing, and what every person sees at Home. */
const EVERYTHING = `{
  company { ...Node departments { ...Node teams { ...Node } } teams { ...Node } users { nodes { name team { name effectiveKeyMetrics { kind label metric { key } } } } } }
}
fragment Node on OrgNode {
  id name parent { id }
  effectiveKeyMetrics { kind label status metric { key } definedAt { id } locks { lock } }
  keyMetricRules { id effect dormancy { reason } }
}`

interface Shown {
  readonly kind: string
  readonly label: string
  readonly status: string
  readonly metric: { readonly key: string }
  readonly definedAt: { readonly id: string }
  readonly locks: readonly { readonly lock: string }[]
}

interface ReadNode {
  readonly id: string
  readonly name: string
  readonly parent: { readonly id: string } | null
  readonly effectiveKeyMetrics: readonly Shown[]
  readonly keyMetricRules: readonly {
    readonly id: string
    readonly effect: string
    readonly dormancy: object | null
  }[]
  readonly departments?: readonly ReadNode[]
  readonly teams?: readonly ReadNode[]
}

interface ReadUser {
  readonly name: string
  readonly team: { readonly effectiveKeyMetrics: readonly object[] } | null
}

/** By name, since what is only tried has other ids than what is made. */
interface State {
  /** Of all nodes, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly nodes: ReadonlyMap<string, { readonly parent: string | null; readonly shown: readonly string[] }>
  /** Of all rules, by id, with what they do: whether they do nothing. */
  readonly dormant: ReadonlyMap<string, boolean>
  readonly homes: ReadonlyMap<string, string>
}

async function stateOf(company: TestCompany): Promise<State> {
  const { data, errors } = await world.run<{ company: ReadNode & { users: { nodes: ReadUser[] } } }>(
    company.admin,
    EVERYTHING,
  )
  expect(errors).toEqual([])
  const all = below(data.company)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const line = ({ kind, label, status, metric, definedAt, locks }: Shown) =>
    [metric.key, kind, label, status, names.get(definedAt.id), ...locks.map(({ lock }) => lock)].join(' ')
  return {
    names,
    nodes: new Map(
      all.map(({ name, parent, effectiveKeyMetrics }) => [
        name,
        { parent: names.get(parent?.id ?? '') ?? null, shown: effectiveKeyMetrics.map(line) },
      ]),
    ),
    dormant: new Map(
      all.flatMap((node) =>
        node.keyMetricRules.map(({ id, effect, dormancy }) => [`${id} ${effect}`, dormancy !== null]),
      ),
    ),
    homes: new Map(
      data.company.users.nodes.map(({ name, team }) => [
        name,
        JSON.stringify(team?.effectiveKeyMetrics ?? []),
      ]),
    ),
  }
}

function below(node: ReadNode): ReadNode[] {
  return [node, ...[...(node.departments ?? []), ...(node.teams ?? [])].flatMap(below)]
}

type Foretold = NonNullable<ImpactRow['nodes']>[number]
type Side = NonNullable<Foretold['appears'][number]['after']>

function lineOf(key: string, { kind, label, status, definedAt, locks }: Side): string {
  return [key, kind, label, status, definedAt.name, ...locks].join(' ')
}

/** The list with what is foretold of it, and nothing else. */
function applied(shown: readonly string[], { appears, disappears, changes }: Foretold): string[] {
  const told = new Map(
    [...appears, ...changes].map(({ metric, after }) => [after!.place, lineOf(metric.key, after!)]),
  )
  const gone = [...disappears, ...changes].map(({ metric, before }) => lineOf(metric.key, before!))
  const kept = shown.filter((line) => !gone.includes(line))
  expect(kept).toHaveLength(shown.length - gone.length)
  return Array.from({ length: told.size + kept.length }, (_, index) => told.get(index + 1) ?? kept.shift()!)
}

function expected({ nodes: before, names }: State, { nodes }: ImpactRow): State['nodes'] {
  const result = new Map(before)
  for (const impact of nodes!) {
    const { name, parentId } = impact.node
    const parent = names.get(parentId ?? '') ?? null
    result.set(name, { parent, shown: applied(before.get(name)?.shown ?? [], impact) })
  }
  return result
}

/** A step that is tried first: what was foretold is exactly what comes of it. Answers whether it could be taken. */
async function foretoldAndTaken(company: TestCompany, step: Step): Promise<'refused' | 'unfelt' | 'felt'> {
  const [rows, before] = [await rowsOf(world.database, company.id), await stateOf(company)]
  const foretold = await attempt(() =>
    rehearse(company.build.ctx, async (maker) => {
      await step({ ...company, build: builder(maker) })
      return {}
    }),
  )
  expect(await rowsOf(world.database, company.id)).toEqual(rows)
  const taken = await attempt(() => step(company))
  expect(taken instanceof DomainError ? taken.message : null).toBe(
    foretold instanceof DomainError ? foretold.message : null,
  )
  if (foretold instanceof DomainError) return 'refused'
  const { impact } = foretold
  const after = await stateOf(company)
  expect(after.nodes).toEqual(expected(before, impact!))
  expectDormancy(before, after, impact!)
  const others = [...after.homes].filter(([name, home]) => before.homes.get(name) !== home)
  expect(impact!.people?.homesChanged).toBe(others.length)
  return impact!.nodes!.length > 0 || others.length > 0 ? 'felt' : 'unfelt'
}

function expectDormancy(before: State, after: State, { totals }: ImpactRow): void {
  const both = [...before.dormant].filter(([rule]) => after.dormant.has(rule))
  expect(totals.wakes).toBe(both.filter(([rule, was]) => was && !after.dormant.get(rule)).length)
  expect(totals.goesDormant).toBe(both.filter(([rule, was]) => !was && after.dormant.get(rule)).length)
}

async function attempt<T>(make: () => Promise<T>): Promise<T | DomainError> {
  return make().catch((error: unknown) => {
    if (error instanceof DomainError) return error
    throw error
  })
}

describe('of any company and any change', () => {
  it('trying it writes nothing, and making it afterwards does exactly what was foretold', async () => {
    const counted = { refused: 0, unfelt: 0, felt: 0 }
    const law = fc.asyncProperty(steps, async (taken) => {
      const company = await world.company(PLAN)
      for (const step of taken) counted[await foretoldAndTaken(company, step)]++
    })
    const seed = Number(process.env.SEED ?? 20_261_128)
    await fc.assert(law, { numRuns: COMPANIES, seed })
    process.stdout.write(`impact: ${COMPANIES} companies, seed ${seed}, ${JSON.stringify(counted)}\n`)
    expect(counted.felt).toBeGreaterThan(COMPANIES)
  }, 300_000)
})
