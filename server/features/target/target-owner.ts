import { DomainError } from '../../domain/errors.js'
import { holdsScope, refusalOf, type ActsAs } from '../../domain/policy.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { Permission } from '../../platform/database/change.js'
import { holdsAt } from '../../platform/database/interval.js'
import { isUuid } from '../../platform/uuid.js'
import { assertCanOrHide, nodeNotFound, onNode } from '../org/permission.js'
import { pathOf } from '../org/tree.loaders.js'
import { personNotFound } from '../people/person-permission.js'
import { loadUser } from '../people/user.loaders.js'

const SET = 'set targets'

/** Whose target it is: exactly one is given. */
export interface AskedOwner {
  readonly nodeId?: string | null
  readonly userId?: string | null
}

/** Somebody whose target is to be set, with the team of the present. */
export interface TargetPerson {
  readonly id: string
  readonly teamId: string | null
  readonly isHidden: boolean
}

export type People = ReadonlyMap<string, TargetPerson>

/** By id; those of other companies and those who never were are not there. Whoever asks: for what decides. */
export async function loadTargetPeople(ctx: Context, owners: readonly AskedOwner[]): Promise<People> {
  const ids = owners.flatMap(({ userId }) => (typeof userId === 'string' && isUuid(userId) ? [userId] : []))
  if (ids.length === 0) return new Map()
  const rows = await ctx.manager.query<TargetPerson[]>(
    `SELECT u.id, m.team_id AS "teamId", u.data_visibility = 'HIDDEN' AS "isHidden"
       FROM app_user u
       LEFT JOIN membership m ON m.company_id = u.company_id AND m.user_id = u.id AND ${holdsAt('m', '$3')}
      WHERE u.company_id = $1 AND u.id = ANY($2::uuid[])`,
    [ctx.companyId, ids, ctx.moment.at],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** @throws DomainError INVALID unless exactly one of them is given. */
export function assertOneOwner({ nodeId, userId }: AskedOwner): void {
  const [isOfNode, isOfPerson] = [typeof nodeId === 'string', typeof userId === 'string']
  if (isOfNode !== isOfPerson) return
  const came = isOfNode ? 'Both nodeId and userId are given' : 'Neither nodeId nor userId is given'
  throw new DomainError('INVALID', `${came}; a target is of one node or of one person.`, ['nodeId'])
}

/** @throws DomainError NOT_FOUND for what is out of sight, as for what never was; FORBIDDEN for what is in sight. */
export async function assertMaySet(ctx: Context, owner: AskedOwner, people: People): Promise<ActsAs> {
  assertHoldsScope(ctx)
  if (typeof owner.nodeId === 'string') {
    if (!isUuid(owner.nodeId)) throw nodeNotFound('nodeId')
    return onNode(SET, owner.nodeId)(ctx)
  }
  const person = people.get(owner.userId ?? '')
  const resource = person ? { path: await pathOf(ctx, person.teamId ?? ctx.companyId), person } : null
  const look = () => (person ? loadUser(ctx, person.id, null) : null)
  return assertCanOrHide(ctx, SET, resource, { field: 'userId', look, absent: personNotFound })
}

/** For a node and all that is below. @throws as `assertMaySet`. */
export function onSubtree(nodeId: string): Permission {
  return (ctx) => assertMaySet(ctx, { nodeId }, new Map())
}

function assertHoldsScope({ actor }: Context): void {
  if (actor !== SYSTEM && !holdsScope(actor, SET)) throw new DomainError('FORBIDDEN', refusalOf(actor, SET))
}
