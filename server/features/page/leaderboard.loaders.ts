import type { Period } from '../../domain/calendar.js'
import { decimal, type Decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import {
  assertNumberBehind,
  connectionOf,
  type Connection,
  type Page,
} from '../../platform/graphql/connection.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadMetric, type MetricRow } from '../metric/metric.loaders.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { seesNumbersOfNode } from '../progress/numbers-sight.js'
import { loadPeriodOfField } from '../target/target-period.js'
import { countEntries, readEntries, type LeaderboardOrder, type StoredEntry } from './leaderboard.sql.js'

export interface LeaderboardRow {
  readonly node: OrgNodeRow
  readonly metric: MetricRow
  readonly period: Period
  readonly by: LeaderboardOrder
}

export interface EntryRow {
  readonly userId: string
  readonly rank: number | null
  readonly actual: Decimal | null
  readonly numerator: Decimal
  readonly denominator: Decimal | null
  readonly target: Decimal | null
  readonly attainment: Decimal | null
}

export interface AskedLeaderboard {
  readonly nodeId: string
  readonly metricId: string
  readonly period: AskedPeriod | null
  readonly by: LeaderboardOrder
}

/**
 * Null for an unknown metric, and for a node whose numbers the viewer does not see.
 * @throws FORBIDDEN for an API key without the scopes, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export async function loadLeaderboard(
  ctx: Context,
  { nodeId, metricId, period, by }: AskedLeaderboard,
): Promise<LeaderboardRow | null> {
  const node = await loadOrgNode(ctx, nodeId, null)
  if (node === null || !(await seesNumbersOfNode(ctx, node))) return null
  const metric = await loadMetric(ctx, metricId, null)
  if (metric === null) return null
  const meant = await loadPeriodOfField(ctx, { metricId, nodeId, period, asOf: null })
  return { node, metric, period: meant, by }
}

/** Nobody, where the metric is not computed. @throws BAD_USER_INPUT for a cursor of another list. */
export async function loadEntries(
  ctx: Context,
  board: LeaderboardRow,
  page: Page,
): Promise<Connection<EntryRow>> {
  assertNumberBehind(page.after)
  const formulas = await loadFormulas(ctx)
  const formula = formulas.get(board.metric.id)
  if (!formula)
    return connectionOf<EntryRow>(
      [],
      page,
      () => ['', ''],
      async () => 0,
    )
  const asked = { ...board, formula, formulas }
  const stored = await readEntries(ctx, asked, page)
  return connectionOf(stored.map(entryOf), page, positionBy(board.by), () => countEntries(ctx, asked))
}

function entryOf({ rank, ...row }: StoredEntry): EntryRow {
  const given = (value: string | null) => (value === null ? null : decimal(value))
  return {
    userId: row.userId,
    rank: rank === null ? null : Number(rank),
    actual: given(row.actual),
    numerator: decimal(row.numerator),
    denominator: given(row.denominator),
    target: given(row.target),
    attainment: given(row.attainment),
  }
}

function positionBy(by: LeaderboardOrder): (row: EntryRow) => [first: string, id: string] {
  return ({ userId, ...score }) => [score[by === 'ACTUAL' ? 'actual' : 'attainment'] ?? '', userId]
}
