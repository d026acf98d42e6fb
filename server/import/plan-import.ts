import { MAX_ORG_NODES } from '../domain/org-node.js'
import { addressBook, slugOf } from './address-book.js'
import { ImportError } from './import-error.js'
import type { AdminOrder } from './import-order.js'
import type { ImportPlan, PlannedNode, RowOutcome } from './import-plan.js'
import type { PersonRow, Row } from './person-row.js'
import { adminBeforehand, assertAdminIsMeant, type PlannedAdmin } from './plan-admin.js'
import { countsOf } from './plan-counts.js'
import { draftOf, outcomeOf, type Draft } from './plan-row.js'
import { COMPANY_PLACE, isHeld, isSeated, type PlannedGrant, type PresentCompany } from './present-company.js'

export interface PlanOptions {
  readonly emailDomain: string | null
  readonly admin: AdminOrder
}

/**
 * What is missing in the company so that it holds what the rows say, and what becomes of each row. Pure: the same
 * rows and the same company give the same plan, and once a plan is carried out the next one is empty. Nothing is ever
 * taken away: who and what the file does not mention stays as it is.
 * @throws ImportError ADMIN_UNCLEAR, TOO_MANY_NODES. What is wrong with a row is told with the row.
 */
export function planImport(rows: readonly Row[], present: PresentCompany, options: PlanOptions): ImportPlan {
  const domain = options.emailDomain ?? `${slugOf(present.name)}.example`
  const admin = adminBeforehand(present, options.admin, domain)
  const known = [...present.people].map(([email, { name }]) => [email, name] as const)
  const draft = draftOf(
    present,
    addressBook([[admin.email, admin.name], ...known], rows.filter(isPerson), domain),
  )
  const outcomes = rows.map((row) => outcomeOf(draft, row))
  assertAdminIsMeant(admin, draft.people.get(admin.email))
  return planOf(draft, outcomes, admin)
}

function planOf(draft: Draft, rows: readonly RowOutcome[], { email, name }: PlannedAdmin): ImportPlan {
  const { present } = draft
  const leads = [...draft.leads].map(([place, lead]): PlannedGrant => ({
    email: lead.email,
    place,
    role: 'MANAGER',
  }))
  const grants: PlannedGrant[] = [...leads, { email, place: COMPANY_PLACE, role: 'ADMIN' }]
  return {
    rows,
    nodes: missingNodes(draft),
    people: missingPeople(present, new Map([[email, name], ...draft.people])),
    seats: missingSeats(draft),
    grants: grants.filter((grant) => !isHeld(present, grant)),
    admin: { email, isNew: !present.people.has(email) },
    counts: countsOf({ rows, nodes: [...draft.nodes.values()], leads }, present),
  }
}

function isPerson(row: Row): row is PersonRow {
  return !(row instanceof ImportError)
}

function missingNodes({ present, nodes }: Draft): PlannedNode[] {
  const missing = [...nodes.values()].filter(({ place }) => !present.nodeIds.has(place))
  const size = Math.max(present.nodeIds.size, 1) + missing.length
  if (size <= MAX_ORG_NODES) return missing
  const reason = `a company has at most ${MAX_ORG_NODES} nodes, itself included; this would make ${size}.`
  throw new ImportError('TOO_MANY_NODES', `${reason} Is the column of teams the right one?`)
}

function missingPeople(present: PresentCompany, people: ReadonlyMap<string, string>): ImportPlan['people'] {
  return [...people].flatMap(([email, name]) => (present.people.has(email) ? [] : [{ email, name }]))
}

function missingSeats({ present, seats }: Draft): ImportPlan['seats'] {
  return [...seats].flatMap(([email, { team }]) => (isSeated(present, email, team) ? [] : [{ email, team }]))
}
