import { randomUUID } from 'node:crypto'
import { createNodes } from '../features/org/org.commands.js'
import { assignTeams, createUsers, grantRoles } from '../features/people/people.commands.js'
import type { Change } from '../platform/database/change.js'
import type { ImportPlan, PlannedNode } from './import-plan.js'
import { COMPANY_PLACE, type NodePlace, type PresentCompany } from './present-company.js'

/** Told as an import goes on; whatever it throws ends the import, with nothing written. */
export type OnProgress = (step: ImportStep, done: number, total: number) => void
export type ImportStep = 'reading' | 'people' | 'teams' | 'roles' | 'saving'

/** Often enough for a progress bar, seldom enough to stay fast. */
const AT_A_TIME = 1_000

/** Writes what is missing, in the transaction of `tx`. */
export async function carryOut(
  tx: Change,
  plan: ImportPlan,
  present: PresentCompany,
  onProgress: OnProgress,
): Promise<void> {
  const nodeIds = await createMissingNodes(tx, plan.nodes, present)
  const userIds = await createMissingPeople(tx, plan.people, present, onProgress)
  await inPortions(plan.seats, onProgress, 'teams', (seats) => {
    const seated = seats.map(({ email, team }) => ({
      userId: userIds.get(email)!,
      teamId: nodeIds.get(team)!,
    }))
    return assignTeams(tx, seated)
  })
  await inPortions(plan.grants, onProgress, 'roles', (grants) => {
    const granted = grants.map(({ email, place, role }) => {
      return { userId: userIds.get(email)!, nodeId: nodeIds.get(place)!, role }
    })
    return grantRoles(tx, granted)
  })
  onProgress('saving', 0, 1)
}

/** In one go: a change sees the tree it found, not what it has added. Answers the ids of all nodes by place. */
async function createMissingNodes(
  tx: Change,
  nodes: readonly PlannedNode[],
  { nodeIds }: PresentCompany,
): Promise<ReadonlyMap<NodePlace, string>> {
  const ids = new Map([...nodeIds, [COMPANY_PLACE, tx.companyId]])
  for (const { place } of nodes) ids.set(place, randomUUID())
  await createNodes(
    tx,
    nodes.map(({ place, parent, ...node }) => ({ ...node, id: ids.get(place)!, parentId: ids.get(parent)! })),
  )
  return ids
}

/** Answers the ids of all people by e-mail address. */
async function createMissingPeople(
  tx: Change,
  missing: ImportPlan['people'],
  { people }: PresentCompany,
  onProgress: OnProgress,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map([...people].map(([email, { id }]) => [email, id]))
  await inPortions(missing, onProgress, 'people', async (portion) => {
    const created = await createUsers(tx, portion)
    portion.forEach(({ email }, index) => ids.set(email, created[index]!))
  })
  return ids
}

async function inPortions<T>(
  items: readonly T[],
  onProgress: OnProgress,
  step: ImportStep,
  write: (portion: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < items.length; first += AT_A_TIME) {
    onProgress(step, first, items.length)
    await write(items.slice(first, first + AT_A_TIME))
  }
}
