import { randomUUID } from 'node:crypto'
import { Any } from 'typeorm'
import { DomainError } from '../../domain/errors.js'
import type { OrgLevel } from '../../domain/org-node.js'
import type { Role } from '../../domain/viewer.js'
import { nameOf } from '../../domain/text.js'
import { emailOf, type UserStatus } from '../../domain/user.js'
import type { Change } from '../../platform/database/change.js'
import { insertInChunks } from '../../platform/database/insert.js'
import { close, holdsAt, open } from '../../platform/database/interval.js'
import { MembershipEntity } from './membership.entity.js'
import { RoleAssignmentEntity } from './role-assignment.entity.js'
import { UserEntity } from './user.entity.js'

export interface NewUser {
  readonly email: string
  readonly name: string
  /** Left out: ACTIVE. */
  readonly status?: UserStatus
}

/** Any number of people, or none; answers their ids in order. @throws DomainError INVALID, DUPLICATE (e-mail). */
export async function createUsers(tx: Change, users: readonly NewUser[]): Promise<string[]> {
  const created = users.map(({ email, name, status = 'ACTIVE' }) => {
    return {
      id: randomUUID(),
      email: emailOf(email),
      name: nameOf(name, 'name'),
      status,
      dataVisibility: 'VISIBLE',
    }
  })
  await assertEmailsAreFree(
    tx,
    created.map(({ email }) => email),
  )
  await insertInChunks(
    tx.manager,
    UserEntity,
    created.map((user) => ({ ...user, companyId: tx.companyId, version: 1, changedAt: tx.at })),
  )
  for (const user of created)
    tx.record({ action: 'createUser', nodeId: null, entityId: user.id, before: null, after: user })
  return created.map(({ id }) => id)
}

/** @throws DomainError DUPLICATE. */
export async function assertEmailsAreFree(
  { manager, companyId }: Change,
  emails: readonly string[],
): Promise<void> {
  const taken = await manager.findOneBy(UserEntity, { companyId, email: Any([...emails]) })
  const twice = firstRepeated(emails)
  if (!taken && twice === undefined) return
  const message = `${taken?.email ?? twice} belongs to a person of the company already: one e-mail address, one person.`
  throw new DomainError('DUPLICATE', message, ['email'])
}

function firstRepeated(values: readonly string[]): string | undefined {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

export interface Assignment {
  readonly userId: string
  /** Null: in no team. */
  readonly teamId: string | null
}

/** Makes the next version of people, once in a change, so that who read them before is told. */
export async function touchUsers(
  { manager, companyId, at }: Change,
  userIds: readonly string[],
): Promise<void> {
  await manager.query(
    `UPDATE app_user SET version = version + 1, changed_at = $3 WHERE company_id = $1 AND id = ANY($2::uuid[])`,
    [companyId, userIds, at],
  )
}

/** Puts people into teams from now on; who is there already stays. @throws DomainError INVALID, NOT_FOUND (team, person). */
export async function assignTeams(tx: Change, assignments: readonly Assignment[]): Promise<void> {
  await assertPeople(tx, assignments)
  await assertTeams(tx, assignments)
  const current = await currentTeams(
    tx,
    assignments.map(({ userId }) => userId),
  )
  const moves = assignments.filter(({ userId, teamId }) => (current.get(userId) ?? null) !== teamId)
  const leaving = moves.filter(({ userId }) => current.has(userId)).map(({ userId }) => userId)
  if (leaving.length > 0) await close(tx, MembershipEntity, { userId: Any(leaving) })
  await open(
    tx,
    MembershipEntity,
    moves.flatMap(({ userId, teamId }) => (teamId === null ? [] : [{ userId, teamId }])),
  )
  for (const { userId, teamId } of moves) {
    const before = { teamId: current.get(userId) ?? null }
    tx.record({
      action: 'assignTeam',
      nodeId: teamId ?? before.teamId,
      fromNodeId: before.teamId,
      entityId: userId,
      before,
      after: { teamId },
    })
  }
}

async function assertPeople(tx: Change, named: readonly { readonly userId: string }[]): Promise<void> {
  const wanted = [...new Set(named.map(({ userId }) => userId))]
  const [row] = await tx.manager.query<[{ missing: number }]>(
    `SELECT cardinality($2::uuid[]) - count(*)::int AS missing FROM app_user WHERE company_id = $1 AND id = ANY($2::uuid[])`,
    [tx.companyId, wanted],
  )
  if (row.missing === 0) return
  throw new DomainError('NOT_FOUND', 'There is no such person in your company.', ['userId'])
}

async function assertTeams(tx: Change, assignments: readonly Assignment[]): Promise<void> {
  const wanted = [...new Set(assignments.flatMap(({ teamId }) => teamId ?? []))]
  const rows = await tx.manager.query<{ id: string; level: OrgLevel }[]>(
    `SELECT n.id, n.level
       FROM org_node n
       JOIN org_node_placement p ON p.company_id = n.company_id AND p.node_id = n.id AND p.valid_to = 'infinity'
      WHERE n.company_id = $1 AND n.id = ANY($2::uuid[])`,
    [tx.companyId, wanted],
  )
  const levels = new Map(rows.map(({ id, level }) => [id, level]))
  for (const id of wanted) {
    const level = levels.get(id)
    if (!level) throw new DomainError('NOT_FOUND', 'There is no such team in your company.', ['teamId'])
    assertIsTeam(level)
  }
}

/** @throws DomainError INVALID. */
export function assertIsTeam(level: OrgLevel, field = 'teamId'): void {
  if (level === 'TEAM') return
  throw new DomainError('INVALID', `People are members of teams, not of a ${level}.`, [field])
}

async function currentTeams(tx: Change, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.manager.query<{ userId: string; teamId: string }[]>(
    `SELECT m.user_id AS "userId", m.team_id AS "teamId" FROM membership m
      WHERE m.company_id = $1 AND m.user_id = ANY($2::uuid[]) AND ${holdsAt('m', '$3')}`,
    [tx.companyId, userIds, tx.at],
  )
  return new Map(rows.map(({ userId, teamId }) => [userId, teamId]))
}

export interface Grant {
  readonly userId: string
  readonly nodeId: string
  readonly role: Role
}

/** Gives roles from now on; who holds one already keeps it. @throws DomainError NOT_FOUND (person). */
export async function grantRoles(tx: Change, grants: readonly Grant[]): Promise<void> {
  await assertPeople(tx, grants)
  const held = await tx.manager.query<Grant[]>(
    `SELECT r.user_id AS "userId", r.node_id AS "nodeId", r.role FROM role_assignment r
      WHERE r.company_id = $1 AND r.user_id = ANY($2::uuid[]) AND ${holdsAt('r', '$3')}`,
    [tx.companyId, grants.map(({ userId }) => userId), tx.at],
  )
  const known = new Set(held.map(grantKey))
  const added = grants
    .filter((grant) => !known.has(grantKey(grant)))
    .map((grant) => ({ id: randomUUID(), ...grant }))
  await open(tx, RoleAssignmentEntity, added)
  for (const { id, ...after } of added)
    tx.record({ action: 'grantRole', nodeId: after.nodeId, entityId: id, before: null, after })
}

function grantKey({ userId, nodeId, role }: Grant): string {
  return `${userId}/${nodeId}/${role}`
}
