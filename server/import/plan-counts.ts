import {
  ROW_STATUSES,
  type Count,
  type ImportCounts,
  type PlannedNode,
  type RowOutcome,
  type RowStatus,
} from './import-plan.js'
import { isHeld, type PlannedGrant, type PresentCompany } from './present-company.js'

interface Planned {
  readonly rows: readonly RowOutcome[]
  /** All nodes of the file, new or not. */
  readonly nodes: readonly PlannedNode[]
  readonly leads: readonly PlannedGrant[]
}

export function countsOf({ rows, nodes, leads }: Planned, present: PresentCompany): ImportCounts {
  const of = (status: RowStatus) => rows.filter((row) => row.status === status).length
  const countNodes = (level: PlannedNode['level']) => {
    const all = nodes.filter((node) => node.level === level)
    return split(all.length, all.filter(({ place }) => present.nodeIds.has(place)).length)
  }
  return {
    departments: countNodes('DEPARTMENT'),
    teams: countNodes('TEAM'),
    people: { created: of('CREATED'), moved: of('MOVED'), unchanged: of('UNCHANGED') },
    leads: split(leads.length, leads.filter((lead) => isHeld(present, lead)).length),
    rows: Object.fromEntries(ROW_STATUSES.map((status) => [status, of(status)])) as Record<RowStatus, number>,
  }
}

function split(all: number, unchanged: number): Count {
  return { created: all - unchanged, unchanged }
}
