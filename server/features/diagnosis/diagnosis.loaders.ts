import { diagnose, type Diagnosis } from '../../domain/diagnosis.js'
import type { DiagnosisFacts, Page } from '../../domain/diagnosis-facts.js'
import { pathTo } from '../../domain/org-node.js'
import { can, refusalOf } from '../../domain/policy.js'
import { openingNode, showsPerson, type Surface } from '../../domain/surface.js'
import { SYSTEM, type Person } from '../../domain/viewer.js'
import { instantOf, type Context } from '../../platform/context.js'
import { requestError } from '../../platform/graphql/request-error.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadConfiguration } from '../key-metric/configuration.loaders.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { loadDelegation } from '../org/delegation.loaders.js'
import { loadSight } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { loadRoleAssignmentsOfUser } from '../people/role-assignment.loaders.js'
import { loadTeamId, loadUser, type UserRow } from '../people/user.loaders.js'
import { loadNumbers } from './numbers.loaders.js'

export interface Question {
  readonly userId: string
  /** Null: the node that the page opens with. */
  readonly nodeId: string | null
  /** Null: the page as a whole. */
  readonly metricId: string | null
  readonly surface: Surface
  /** Whether there are numbers in it; null: in the one that runs at the instant. */
  readonly period: AskedPeriod | null
  readonly asOf: Date | null
  /** The page opens its node to who asks, whatever they hold at present: it shows their own past. */
  readonly isNodeGranted?: boolean
}

export interface DiagnosisRow extends Diagnosis {
  readonly user: UserRow
  readonly person: Person
  readonly nodeId: string | null
  readonly metric: MetricRow | null
  readonly surface: Surface
  readonly asOf: Date | null
}

const EXPLAIN = 'explain key metrics of other people'

/**
 * Null for a person, a node or a metric that who asks does not see, as for one that never was. Team, roles, tree and
 * rules are those of the instant; fixes are for the present, since the past stays as it was.
 * @throws FORBIDDEN about somebody in sight to whom it is not theirs to explain.
 */
export async function loadDiagnosis(ctx: Context, question: Question): Promise<DiagnosisRow | null> {
  const { userId: id, asOf } = question
  const user = await loadUser(ctx, id, asOf)
  if (user === null) return null
  await assertMayExplain(ctx, user, await loadTeamId(ctx, { id, asOf }))
  return loadDiagnosisOf(ctx, user, question)
}

/** Of somebody in sight. Whoever asks: who shows it, asks who may see it. Null for a node or a metric as above. */
export async function loadDiagnosisOf(
  ctx: Context,
  user: UserRow,
  question: Question,
): Promise<DiagnosisRow | null> {
  const { metricId, surface, asOf } = question
  const catalogue = await loadCatalogue(ctx, asOf)
  const metric = metricId === null ? null : (catalogue.get(metricId) ?? 'UNKNOWN')
  const person = await loadPerson(ctx, user)
  const page = await loadPage(ctx, person, question)
  if (metric === 'UNKNOWN' || page === 'UNKNOWN') return null
  const isNodeAskedFor = question.nodeId !== null
  const userId = showsPerson(surface, person, isNodeAskedFor) ? user.id : null
  const numbers = await loadNumbers(ctx, { ...question, page, userId, metric })
  const facts = { ...(await circumstances(ctx, user)), surface, person, page, metric, catalogue, numbers }
  const diagnosis = diagnose({ ...facts, isNodeAskedFor })
  const isPast = instantOf(ctx, asOf) < ctx.moment.at
  const nodeId = page === null || page === 'UNSEEN' ? null : page.path.at(-1)!.id
  const fixes = isPast ? [] : diagnosis.fixes
  return { ...diagnosis, fixes, user, person, nodeId, metric, surface, asOf }
}

async function assertMayExplain(ctx: Context, { id, asOf }: UserRow, teamId: string | null): Promise<void> {
  const { actor, companyId } = ctx
  const toTeam = teamId === null ? [] : pathTo(await loadTree(ctx, asOf), teamId)
  const path = toTeam.length > 0 ? toTeam.map((node) => node.id) : [companyId]
  if (actor === SYSTEM || can(actor, EXPLAIN, { path, person: { id } }) !== null) return
  throw requestError('FORBIDDEN', refusalOf(actor, EXPLAIN))
}

/** As the policy saw somebody in sight at the instant, with the roles on nodes that who asks sees. */
export async function loadPerson(ctx: Context, { id, asOf }: UserRow): Promise<Person> {
  const teamId = await loadTeamId(ctx, { id, asOf })
  const held = await loadRoleAssignmentsOfUser(ctx, { id, asOf })
  const tree = await loadTree(ctx, asOf)
  const roles = held.flatMap(({ role, nodeId }) => {
    const node = tree.get(nodeId)
    return node ? [{ role, nodeId, level: node.level }] : []
  })
  const { companyId } = ctx
  return { kind: 'PERSON', userId: id, companyId, teamId, roles, delegation: await loadDelegation(ctx) }
}

async function loadPage(
  ctx: Context,
  person: Person,
  { nodeId: asked, surface, asOf, isNodeGranted = false }: Question,
): Promise<Page | 'UNSEEN' | 'UNKNOWN' | null> {
  const nodeId = asked ?? openingNode(surface, person)
  if (nodeId === null) return null
  const sight = isNodeGranted ? 'WHOLE' : (await loadSight(ctx, 'see key metrics', asOf)).of(nodeId)
  if (sight === null) return asked === null ? 'UNSEEN' : 'UNKNOWN'
  const [company, ...below] = pathTo((await loadConfiguration(ctx, asOf)).nodes, nodeId)
  return company ? { path: [company, ...below], sight } : 'UNKNOWN'
}

type Circumstances = Pick<DiagnosisFacts, 'name' | 'status' | 'dataVisibility' | 'nameOf'>

async function circumstances(
  ctx: Context,
  { name, status, dataVisibility, asOf }: UserRow,
): Promise<Circumstances> {
  const [tree, { of }] = await Promise.all([loadTree(ctx, asOf), loadSight(ctx, 'see key metrics', asOf)])
  const nameOf = (nodeId: string) => (of(nodeId) === null ? null : (tree.get(nodeId)?.name ?? null))
  return { name, status, dataVisibility, nameOf }
}
