import { nameKey, type AddressBook } from './address-book.js'
import { ImportError } from './import-error.js'
import type { PlannedNode, RowOutcome } from './import-plan.js'
import { emailOfLead, emailOfMember } from './person-address.js'
import type { PersonRow, Row } from './person-row.js'
import { COMPANY_PLACE, isSeated, placeIn, type NodePlace, type PresentCompany } from './present-company.js'

interface TakenSeat {
  readonly team: NodePlace
  readonly row: PersonRow
}

interface TeamLead {
  readonly email: string
  readonly row: PersonRow
}

/** What the rows so far have said. Made and filled within one call of `planImport`. */
export interface Draft {
  readonly present: PresentCompany
  readonly book: AddressBook
  /** Departments and teams, those the company has too. */
  readonly nodes: Map<NodePlace, PlannedNode>
  /** Names by e-mail address, members and leads. */
  readonly people: Map<string, string>
  readonly seats: Map<string, TakenSeat>
  readonly leads: Map<NodePlace, TeamLead>
}

export function draftOf(present: PresentCompany, book: AddressBook): Draft {
  return { present, book, nodes: new Map(), people: new Map(), seats: new Map(), leads: new Map() }
}

/** Adds the row to the draft, or rejects it and leaves the draft as it was. */
export function outcomeOf(draft: Draft, row: Row): RowOutcome {
  if (row instanceof ImportError) return rejected(row)
  try {
    return take(draft, row)
  } catch (error) {
    if (error instanceof ImportError) return rejected(error, row)
    throw error
  }
}

function take(draft: Draft, row: PersonRow): RowOutcome {
  const email = emailOfMember(draft.book, row)
  const [department, team] = nodesOf(row)
  const seat = draft.seats.get(email)
  assertOneName(row, email, draft.book.firstWith(email) ?? seat?.row)
  if (seat !== undefined) assertSamePlace(row, seat, team.place)
  const lead = row.lead === null ? null : emailOfLead(draft.book, row.lead, row.line)
  assertOneLead(row, lead, draft.leads.get(team.place))
  for (const node of [department, team])
    if (node && !draft.nodes.has(node.place)) draft.nodes.set(node.place, node)
  if (lead !== null && !draft.leads.has(team.place)) draft.leads.set(team.place, { email: lead, row })
  if (lead !== null && !draft.people.has(lead)) draft.people.set(lead, row.lead!)
  if (seat !== undefined) return outcome(row, email, 'DUPLICATE', `says the same as line ${seat.row.line}`)
  if (!draft.people.has(email)) draft.people.set(email, row.member)
  draft.seats.set(email, { team: team.place, row })
  return compared(draft.present, row, email, team.place)
}

function nodesOf({ department, team }: PersonRow): [department: PlannedNode | null, team: PlannedNode] {
  const above = department === null ? null : nodeIn(COMPANY_PLACE, 'DEPARTMENT', department)
  return [above, nodeIn(above?.place ?? COMPANY_PLACE, 'TEAM', team)]
}

function nodeIn(parent: NodePlace, level: PlannedNode['level'], name: string): PlannedNode {
  return { place: placeIn(parent, level, name), parent, level, name }
}

/** By the first row with the address, accepted or not: what is right must not depend on what was imported before. */
function assertOneName({ line, member }: PersonRow, email: string, first: PersonRow | undefined): void {
  if (first === undefined || nameKey(first.member) === nameKey(member)) return
  const reason = `${email} is “${first.member}” in line ${first.line} and “${member}” here: one address, one person.`
  throw new ImportError('EMAIL_OF_ANOTHER', `${reason} Correct one of them.`, { line })
}

function assertSamePlace(row: PersonRow, seat: TakenSeat, team: NodePlace): void {
  const { line, member } = row
  if (seat.team === team) return
  const [there, here] = [`${placed(seat.row)} in line ${seat.row.line}`, `${placed(row)} in line ${line}`]
  const reason = `“${member}” is in ${there} and in ${here}: a person is in one team at a time.`
  throw new ImportError(
    'TWO_TEAMS',
    `${reason} Remove one row or, if these are two people, give their e-mail addresses.`,
    { line },
  )
}

function placed({ department, team }: PersonRow): string {
  return department === null ? `“${team}”` : `“${team}” of “${department}”`
}

function assertOneLead(row: PersonRow, lead: string | null, known: TeamLead | undefined): void {
  if (lead === null || known === undefined || known.email === lead) return
  const [there, here] = [`“${known.row.lead}” in line ${known.row.line}`, `“${row.lead}” in line ${row.line}`]
  const reason = `${placed(row)} is led by ${there} and by ${here}: a team has one lead in the file.`
  throw new ImportError('TWO_LEADS', `${reason} Correct one of them or leave its cell empty.`, {
    line: row.line,
  })
}

function compared(present: PresentCompany, row: PersonRow, email: string, team: NodePlace): RowOutcome {
  const known = present.people.get(email)
  if (known === undefined) return outcome(row, email, 'CREATED')
  const alias = nameKey(known.name) === nameKey(row.member) ? '' : `known as “${known.name}”`
  if (isSeated(present, email, team)) return outcome(row, email, 'UNCHANGED', alias)
  const before = known.teamId === null ? 'was in no team' : `was in “${present.nodeNames.get(known.teamId)}”`
  return outcome(row, email, 'MOVED', [before, alias].filter((part) => part !== '').join(', '))
}

function outcome(row: PersonRow, email: string, status: RowOutcome['status'], reason = ''): RowOutcome {
  const { line, member, team } = row
  return { line, status, member, email, department: row.department ?? '', team, reason, error: null }
}

function rejected(error: ImportError, row?: PersonRow): RowOutcome {
  const { member = '', email, department, team = '' } = row ?? {}
  const place = { member, email: email ?? '', department: department ?? '', team }
  return { ...place, line: error.line ?? 0, status: 'REJECTED', reason: error.reason, error }
}
