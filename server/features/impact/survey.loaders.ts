import type { OrganisationState } from '../../domain/organisation-state.js'
import type { Context } from '../../platform/context.js'
import { loadConfiguration } from '../key-metric/configuration.loaders.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { loadTree, type TreeNode } from '../org/tree.loaders.js'
import { NOTHING_REWRITTEN, type Rewritten } from './rewritten.js'

/** A company as it is compared, at the moment of `ctx`. */
export interface Survey extends OrganisationState {
  readonly ctx: Context
  readonly tree: ReadonlyMap<string, TreeNode>
  readonly metrics: ReadonlyMap<string, MetricRow>
}

/** The state a change finds, with what is not kept of the past. */
export interface SurveyBefore extends Survey {
  /** Who may not sign in. */
  readonly deactivated: readonly string[]
  readonly rewritten: Rewritten
}

/** Four statements when that version was not read before. In turn: a change does one thing at a time. */
export async function survey(ctx: Context): Promise<Survey> {
  const tree = await loadTree(ctx, null)
  const { nodes, resolution } = await loadConfiguration(ctx, null)
  const metrics = await loadCatalogue(ctx, null)
  return { ctx, tree, nodes, resolution, metrics }
}

/** One statement more. */
export async function surveyBefore(ctx: Context): Promise<SurveyBefore> {
  const rows = await ctx.manager.query<{ id: string }[]>(
    `SELECT u.id FROM app_user u WHERE u.company_id = $1 AND u.status <> 'ACTIVE'`,
    [ctx.companyId],
  )
  const deactivated = rows.map(({ id }) => id)
  return { ...(await survey(ctx)), deactivated, rewritten: NOTHING_REWRITTEN }
}

/** The ids of the nodes that are there before or after, but not both. */
export function nodesOfOneOnly({ tree: was }: Survey, { tree: is }: Survey): string[] {
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.has(id) !== is.has(id))
}
