import { DomainError } from './errors.js'
import type { OrgLevel } from './org-node.js'

/** What is to become of that which a deleted node leaves behind. */
export const DELETION_CHOICES = ['DETACH_TEAMS', 'MOVE_TEAMS', 'UNASSIGN_MEMBERS', 'MOVE_MEMBERS'] as const
export type DeletionChoice = (typeof DELETION_CHOICES)[number]

const CHOICES: Record<OrgLevel, readonly DeletionChoice[]> = {
  COMPANY: [],
  DEPARTMENT: ['DETACH_TEAMS', 'MOVE_TEAMS'],
  TEAM: ['UNASSIGN_MEMBERS', 'MOVE_MEMBERS'],
}

export interface NodeToDelete {
  readonly id: string
  readonly level: OrgLevel
  readonly name: string
}

export interface DeletionTerms {
  /** Null: only if nothing is left behind. */
  readonly choice: DeletionChoice | null
  /** Where to, with MOVE_TEAMS and MOVE_MEMBERS. */
  readonly moveToId: string | null
}

/** What hangs under a department, and who is in a team. */
export interface NodeContent {
  readonly teams: readonly { readonly name: string }[]
  readonly memberCount: number
}

export function deletionChoices(level: OrgLevel): readonly DeletionChoice[] {
  return CHOICES[level]
}

/** @throws DomainError INVALID for the company, and for a choice that is not one of the level or lacks its other end. */
export function assertDeletionTerms(node: NodeToDelete, { choice, moveToId }: DeletionTerms): void {
  const choices = CHOICES[node.level]
  if (choices.length === 0) throw invalid('The company itself cannot be deleted.', 'nodeId')
  if (choice !== null && !choices.includes(choice))
    throw invalid(`${choice} is no choice for a ${node.level}; expected ${choices.join(' or ')}.`, 'choice')
  const moves = choice?.startsWith('MOVE_') ?? false
  if (moves && moveToId === null) throw invalid(`${choice} needs moveToId: where to.`, 'moveToId')
  if (!moves && moveToId !== null)
    throw invalid(`moveToId means nothing without ${choices.at(-1)!}.`, 'moveToId')
  if (moveToId === node.id) throw invalid(`${node.name} is being deleted; name another node.`, 'moveToId')
}

/** @throws DomainError NOT_EMPTY saying what stands in the way and which choices there are. */
export function assertNothingIsLost(
  { name, level }: NodeToDelete,
  content: NodeContent,
  { choice }: DeletionTerms,
): void {
  const left = level === 'TEAM' ? membersIn(content) : teamsIn(content)
  if (choice !== null || left === null) return
  const message = `${name} still has ${left}. Say with choice what is to become of them: ${CHOICES[level].join(' or ')}.`
  throw new DomainError('NOT_EMPTY', message, ['choice'])
}

const NAMED = 10

function teamsIn({ teams }: NodeContent): string | null {
  if (teams.length === 0) return null
  const names = teams.slice(0, NAMED).map(({ name }) => name)
  const more = teams.length > NAMED ? ` and ${teams.length - NAMED} more` : ''
  return `${counted(teams.length, 'team')}: ${names.join(', ')}${more}`
}

function membersIn({ memberCount }: NodeContent): string | null {
  return memberCount === 0 ? null : counted(memberCount, 'member')
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function invalid(message: string, field: string): DomainError {
  return new DomainError('INVALID', message, [field])
}
