import { openingNode, showsPerson } from '../../domain/surface.js'
import { capacitiesOf } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadPerson, type Question } from '../diagnosis/diagnosis.loaders.js'
import { loadEffectiveKeyMetrics } from '../key-metric/key-metric.loaders.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { loadUser } from '../people/user.loaders.js'
import { pageRowOf } from './page-key-metric.type.js'

interface Asked {
  /** Null: the node that the page opens with. */
  readonly nodeId: string | null
  readonly period: AskedPeriod | null
  readonly asOf: Date | null
}

/** Null for who is no person, and for a node that the viewer does not see, as for one that never was. */
export async function loadHome(ctx: Context, asked: Asked) {
  const { nodeId, asOf } = asked
  const self = selfOf(ctx)
  const user = self && (await loadUser(ctx, self, asOf))
  if (!user) return null
  const person = await loadPerson(ctx, user)
  const shownId = nodeId ?? openingNode('HOME', person)
  const node = shownId === null ? null : await loadOrgNode(ctx, shownId, asOf)
  if (nodeId !== null && node === null) return null
  const isOfPerson = showsPerson('HOME', person, nodeId !== null)
  const question: Question = { ...asked, userId: user.id, metricId: null, surface: 'HOME' }
  const rows = (node && (await loadEffectiveKeyMetrics(ctx, node, null))) ?? []
  const keyMetrics = rows.map((row) => pageRowOf(row, question, isOfPerson ? user.id : null))
  return { node, user: isOfPerson ? user : null, keyMetrics, question }
}

/** The nodes of whoever asks: the team, and where they hold a role, the strongest first; each once. */
export async function loadNodesOfHome(ctx: Context, { userId, asOf }: Question): Promise<OrgNodeRow[]> {
  const user = await loadUser(ctx, userId, asOf)
  if (!user) return []
  const person = await loadPerson(ctx, user)
  const held = [person.teamId, ...capacitiesOf(person).map(({ nodeId }) => nodeId)]
  const ids = [...new Set(held)].filter((id) => id !== null)
  const nodes = await Promise.all(ids.map(async (id) => loadOrgNode(ctx, id, asOf)))
  return nodes.filter((node) => node?.sight === 'WHOLE') as OrgNodeRow[]
}
