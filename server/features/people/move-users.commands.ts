import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import {
  changeBatch,
  domainError,
  type BatchMode,
  type BatchResult,
  type Rejected,
} from '../../platform/database/batch.js'
import type { Change, Permission } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf } from '../org/org-node.version.js'
import { inParts, onCompany, onNode } from '../org/permission.js'
import { assertIsTeam, assignTeams, touchUsers, type Assignment } from './people.commands.js'
import { onPerson, personToChange } from './person-permission.js'
import { loadTeamId } from './user.loaders.js'

export const MAX_MOVES = 1_000

export interface UserMove extends Assignment {
  readonly expectedVersion: number
}

export type MoveResult = { readonly status: 'UPDATED' | 'UNCHANGED'; readonly userId: string } | Rejected

/**
 * Puts up to 1,000 people into teams, or into none, from now on; also those who may not sign in. The right is needed
 * where each is, and where each is to go; who is in no team is the company's.
 * @throws DomainError LIMIT_EXCEEDED, FORBIDDEN for an API key without the scope.
 */
export async function moveUsers(
  ctx: Context,
  { items, mode }: { readonly items: readonly UserMove[]; readonly mode: BatchMode },
): Promise<BatchResult<MoveResult>> {
  assertSize(items.length)
  return changeBatch(ctx, inParts('move people'), { mode, dryRun: false }, async (tx) => {
    const results = await Promise.all(items.map((item, index) => resultOf(tx, item, items.slice(0, index))))
    const moves = items.filter((_, index) => results[index]!.status === 'UPDATED')
    await assignTeams(tx, moves)
    await touchUsers(
      tx,
      moves.map(({ userId }) => userId),
    )
    return results
  })
}

/** What becomes of one, seen by itself. */
async function resultOf(
  tx: Change,
  { userId, teamId, expectedVersion }: UserMove,
  before: readonly UserMove[],
): Promise<MoveResult> {
  try {
    await onPerson('move people', userId)(tx)
    await intoTeam(teamId)(tx)
    if (teamId !== null) assertIsTeam((await nodeOf(tx, teamId, 'teamId')).level)
    assertOnce(userId, before)
    if ((await loadTeamId(tx, { id: userId, asOf: null })) === teamId) return { status: 'UNCHANGED', userId }
    const { knownAs, version } = await personToChange(tx, userId)
    assertVersion(knownAs, version, expectedVersion)
    return { status: 'UPDATED', userId }
  } catch (error) {
    return { status: 'REJECTED', error: domainError(error) }
  }
}

/** Null: into none. */
function intoTeam(teamId: string | null): Permission {
  return teamId === null ? onCompany('move people') : onNode('move people', teamId, 'teamId')
}

function assertOnce(userId: string, before: readonly UserMove[]): void {
  if (!before.some((other) => other.userId === userId)) return
  throw new DomainError('INVALID', 'The person is there twice; name each once.', ['userId'])
}

function assertSize(size: number): void {
  if (size <= MAX_MOVES) return
  const message = `items has ${size} people; at most ${MAX_MOVES} are moved at once. Send several calls.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['items'])
}
