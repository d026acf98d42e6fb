import type { Period } from '../../domain/calendar.js'
import type { OrgNode } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadStays, type Stay } from '../people/stays.loaders.js'
import type { UserRow } from '../people/user.loaders.js'

export interface SeenStay extends Omit<Stay, 'team'> {
  readonly team: OrgNodeRow
  /** From the company down to the team, as it hung in the end. */
  readonly path: readonly OrgNode[]
}

/**
 * The stays of a person in a period in which the viewer sees what they did, the latest first. It is theirs to see for
 * ever, so a team of theirs has a name here even where it is out of sight now.
 */
export async function loadSeenStays(ctx: Context, user: UserRow, period: Period): Promise<SeenStay[]> {
  const stays = await loadStays(ctx, user.id, { from: period.startsAt, to: period.endsAt })
  const person = { id: user.id, isHidden: user.dataVisibility === 'HIDDEN' }
  return stays.flatMap((stay) => {
    const path = pathOf(ctx.companyId, stay.team)
    const target = { path: path.map(({ id }) => id) }
    if (can(ctx.actor, 'see numbers of people', { ...target, person }) === null) return []
    const isWhole = can(ctx.actor, 'see key metrics', target) !== null
    const sight = isWhole ? ({ sight: 'WHOLE' } as const) : ({ sight: 'NAME', version: 0 } as const)
    return [{ ...stay, path, team: { ...stay.team, ...sight, asOf: stay.asOf } }]
  })
}

function pathOf(companyId: string, team: OrgNode): OrgNode[] {
  const company: OrgNode = { id: companyId, level: 'COMPANY', parentId: null }
  const { parentId } = team
  if (parentId === null || parentId === companyId) return [company, team]
  return [company, { id: parentId, level: 'DEPARTMENT', parentId: companyId }, team]
}
