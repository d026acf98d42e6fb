import type { Action } from '../../server/domain/policy.js'
import type { Person } from '../../server/domain/viewer.js'

/** One node of a random company, by its ids from the company down. */
export type Path = readonly string[]

export interface Question {
  readonly person: Person
  readonly action: Action
  readonly path: Path
  /** Whom it is about, if it is about somebody; then `path` leads to that person's team. */
  readonly about: { readonly id: string; readonly isHidden: boolean } | null
}

/**
 * Who may do what, written a second time from the page and not from the code: by questions about the person instead
 * of a table of capacities.
 */
export function mayByThePage(question: Question): boolean {
  return RULES[question.action](answersTo(question))
}

type Answers = ReturnType<typeof answersTo>

const RULES: Record<Action, (is: Answers) => boolean> = {
  'see key metrics': (is) => is.running || is.member,
  'see numbers of nodes': (is) => is.running || is.member,
  'see people': (is) => is.running || is.member,
  'see numbers of people': (is) => is.running || is.self || is.visiblePeer,
  'see the levels above': () => true,
  'see the catalogue': () => true,
  'configure key metrics': (is) => is.administering || is.teamAdmin || is.delegate,
  'configure activity types': (is) => is.administering || is.teamAdmin || is.delegate,
  'lock key metrics': (is) => is.administering,
  'organise nodes': (is) => is.administering,
  'grant roles': (is) => is.administering,
  'configure the company': (is) => is.companyAdmin,
  'manage people': (is) => is.companyAdmin,
  'manage API keys': (is) => is.companyAdmin,
  'set targets': (is) => is.running,
  'log activities': (is) => is.running || is.self,
  'correct activities': (is) => is.running || is.self,
  'see hidden people': (is) => is.running || is.self,
  'explain key metrics of other people': (is) => is.running || is.self,
  'see the audit log': (is) => is.running || is.self,
  'move people': (is) => is.administering || is.manager,
  'delete nodes': (is) => is.companyAdmin || (is.departmentAdmin && is.teamOfDepartment),
  'sign out everywhere': (is) => is.companyAdmin || is.self,
}

function answersTo({ person, path, about }: Question) {
  const holds = (role: 'ADMIN' | 'MANAGER', level: string) =>
    person.roles.some((held) => held.role === role && held.level === level && path.includes(held.nodeId))
  const companyAdmin = holds('ADMIN', 'COMPANY')
  const departmentAdmin = holds('ADMIN', 'DEPARTMENT')
  const teamAdmin = holds('ADMIN', 'TEAM')
  // A manager of the company is a manager whose department is everything.
  const manager = holds('MANAGER', 'DEPARTMENT') || holds('MANAGER', 'COMPANY')
  const lead = holds('MANAGER', 'TEAM')
  const member = person.teamId !== null && path.includes(person.teamId)
  return {
    ...{ companyAdmin, departmentAdmin, teamAdmin, manager, member },
    administering: companyAdmin || departmentAdmin,
    running: companyAdmin || departmentAdmin || teamAdmin || manager || lead,
    delegate: person.delegation === 'HIDE_AND_ADD' && (manager || lead),
    self: about?.id === person.userId,
    visiblePeer: member && about !== null && !about.isHidden,
    teamOfDepartment: path.length === 3,
  }
}
