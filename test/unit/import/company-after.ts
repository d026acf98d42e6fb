import type { ImportPlan } from '../../../server/import/import-plan.js'
import type { PersonRow } from '../../../server/import/person-row.js'
import {
  COMPANY_PLACE,
  futureCompany,
  grantKey,
  type PresentCompany,
} from '../../../server/import/present-company.js'

export const NOBODY = { emailDomain: null, admin: { name: null, email: null } }

/** A row as it comes from a file; a person of team Oslo unless told otherwise. */
export function row(line: number, member: string, rest: Partial<PersonRow> = {}): PersonRow {
  return { line, member, email: null, department: null, team: 'Oslo', lead: null, ...rest }
}

/** Status of each row, with the code of what is wrong. */
export function statuses({ rows }: ImportPlan): string[] {
  return rows.map(({ status, error }) => (error === null ? status : `${status} ${error.code}`))
}

/** What a company holds once the plan is carried out: what the database would answer, without one. */
export function companyAfter(
  plan: ImportPlan,
  before: PresentCompany = futureCompany('Acme'),
): PresentCompany {
  const nodes = [
    ...plan.nodes.map(({ place, name }) => ({ place, name })),
    { place: COMPANY_PLACE, name: before.name },
  ]
  const nodeIds = new Map([...nodes.map(({ place }) => [place, `node ${place}`] as const), ...before.nodeIds])
  const people = new Map(before.people)
  for (const { email, name } of plan.people)
    people.set(email, { id: `person ${email}`, name, isActive: true, teamId: null })
  for (const { email, team } of plan.seats)
    people.set(email, { ...people.get(email)!, teamId: nodeIds.get(team)! })
  const granted = plan.grants.map(({ email, place, role }) =>
    grantKey(people.get(email)!.id, nodeIds.get(place)!, role),
  )
  const admins = plan.grants.flatMap(({ email, role }) => (role === 'ADMIN' ? [email] : []))
  return {
    name: before.name,
    nodeIds,
    nodeNames: new Map([
      ...before.nodeNames,
      ...nodes.map(({ place, name }) => [nodeIds.get(place)!, name] as const),
    ]),
    people,
    grants: new Set([...before.grants, ...granted]),
    admins: [...before.admins, ...admins].sort(),
  }
}
