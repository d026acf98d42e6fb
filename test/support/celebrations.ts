import { settleCompany, type Settled } from '../../server/features/celebration/settle-company.commands.js'
import { ownerOf } from './target-company.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** As the worker does it, until there is nothing left; as if it were `at`, or now. */
export async function settle({ build: { ctx } }: TestCompany, at?: string): Promise<Settled> {
  const total = { made: 0, withdrawn: 0 }
  for (;;) {
    const settled = await settleCompany({ ...ctx, ...(at && { writesAt: new Date(at) }) })
    if (!settled) throw new Error('Somebody else is at it.')
    total.made += settled.made
    total.withdrawn += settled.withdrawn
    const [{ isDue }] = await ctx.manager.query<[{ isDue: boolean }]>(
      `SELECT EXISTS (SELECT FROM change_event WHERE company_id = $1 AND settled_at IS NULL)
           OR EXISTS (SELECT FROM celebration_state
                       WHERE company_id = $1 AND due_at <= coalesce($2, clock_timestamp())) AS "isDue"`,
      [ctx.companyId, at ?? null],
    )
    if (!isDue) return total
  }
}

/** What stands, as 'OSLO CALLS MONTHLY 2026-03-01: 20 of 10', people by name; what was withdrawn after a minus. */
export async function celebrations({ id, build: { ctx } }: TestCompany): Promise<string[]> {
  const rows = await ctx.manager.query<{ text: string }[]>(
    `SELECT CASE WHEN c.withdrawn_at IS NULL THEN '' ELSE '-' END || coalesce(n.name, u.name) || ' ' || m.key || ' '
              || c.frequency || ' ' || c.period_start || ': ' || trim_scale(c.actual) || ' of ' || trim_scale(c.target)
              AS text
       FROM celebration c
       JOIN metric m ON m.company_id = c.company_id AND m.id = c.metric_id
       LEFT JOIN org_node n ON n.company_id = c.company_id AND n.id = c.node_id
       LEFT JOIN app_user u ON u.company_id = c.company_id AND u.id = c.user_id
      WHERE c.company_id = $1
      ORDER BY c.made_number`,
    [id],
  )
  return rows.map(({ text }) => text)
}

export interface ShownCelebration {
  readonly id: string
  readonly actual: string
  readonly target: string
  readonly reachedAt: string
  readonly withdrawnAt: string | null
  readonly metric: { readonly key: string }
  readonly period: { readonly label: string }
  readonly node: { readonly name: string } | null
  readonly user: { readonly name: string } | null
}

export const SHOWN_CELEBRATION = `fragment Shown on Celebration { id actual target reachedAt withdrawnAt
  metric { key } period { label } node { name } user { name } }`

interface Page {
  readonly first?: number
  readonly after?: string
  readonly includeWithdrawn?: boolean
}

interface List {
  readonly nodes: readonly ShownCelebration[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
  readonly totalCount: number
}

/** What somebody sees of what was celebrated of a node and below (names in capitals), or of a person; `names`: of whom. */
export async function readCelebrations(
  world: World,
  who: Viewer,
  company: TestCompany,
  name: string,
  page: Page = {},
) {
  const owner = ownerOf(company, name)
  const root = 'nodeId' in owner ? 'orgNode' : 'user'
  const answer = await world.run<{ owner: { celebrations: List } | null }>(
    who,
    `query ($id: ID!, $first: Int! = 50, $after: String, $includeWithdrawn: Boolean! = false) {
      owner: ${root}(id: $id) { celebrations(first: $first, after: $after, includeWithdrawn: $includeWithdrawn) {
        nodes { ...Shown } pageInfo { endCursor hasNextPage } totalCount } } } ${SHOWN_CELEBRATION}`,
    { id: Object.values(owner)[0] as string, ...page },
  )
  const list = answer.data?.owner?.celebrations ?? null
  return { ...answer, list, names: list && list.nodes.map(({ node, user }) => (node ?? user)?.name).sort() }
}
