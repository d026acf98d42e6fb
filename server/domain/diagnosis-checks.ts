import { nodeOfPage, seenName, type DiagnosisFacts, type Page } from './diagnosis-facts.js'
import { archivedAmong, configuredOnPath, inForce, metricEffective } from './diagnosis-configuration.js'
import { fail, pass, skip, unknown, type Finding } from './diagnosis-finding.js'
import { activitiesLoggable, dataInPeriod, metricComputed } from './diagnosis-numbers.js'
import { refusalOfSurface, type SurfaceRefusal } from './surface.js'
import { capacitiesOf, type HeldCapacity } from './viewer.js'

/** In the order in which they are made and answered, always all of them. */
export const CHECKS = [
  'USER_ACTIVE',
  'GRANT_ON_NODE',
  'SURFACE_ALLOWED',
  'CONFIGURED_ON_PATH',
  'METRIC_EFFECTIVE',
  'METRIC_NOT_ARCHIVED',
  'HAS_TEAM',
  'NOT_HIDDEN',
  'METRIC_COMPUTED',
  'ACTIVITIES_LOGGABLE',
  'DATA_IN_PERIOD',
] as const
export type CheckCode = (typeof CHECKS)[number]

/** The metric is shown whatever comes out of these: they are about its number. */
export const CHECKS_OF_NUMBERS: readonly CheckCode[] = [
  'METRIC_COMPUTED',
  'ACTIVITIES_LOGGABLE',
  'DATA_IN_PERIOD',
]

export interface Check extends Finding {
  readonly check: CheckCode
}

const FINDINGS: Record<CheckCode, (facts: DiagnosisFacts) => Finding> = {
  USER_ACTIVE: userActive,
  GRANT_ON_NODE: (facts) => ofPage(facts, grantOnNode, withoutNode),
  SURFACE_ALLOWED: (facts) => ofPage(facts, surfaceAllowed),
  CONFIGURED_ON_PATH: (facts) => ofConfiguration(facts, configuredOnPath),
  METRIC_EFFECTIVE: (facts) => ofConfiguration(facts, metricEffective),
  METRIC_NOT_ARCHIVED: notArchived,
  HAS_TEAM: hasTeam,
  NOT_HIDDEN: (facts) => (facts.surface === 'TEAM' ? ofPage(facts, notHidden) : skip(NO_LIST)),
  METRIC_COMPUTED: ({ numbers }) => metricComputed(numbers),
  ACTIVITIES_LOGGABLE: ({ numbers }) => activitiesLoggable(numbers),
  DATA_IN_PERIOD: ({ numbers }) => dataInPeriod(numbers),
}

export function checksOf(facts: DiagnosisFacts): Check[] {
  return CHECKS.map((check) => ({ check, ...FINDINGS[check](facts) }))
}

const NO_LIST = 'Who is hidden is left out of lists of peers, and this page has none.'

function ofPage(
  facts: DiagnosisFacts,
  find: (facts: DiagnosisFacts, page: Page) => Finding,
  otherwise: (facts: DiagnosisFacts) => Finding = () => skip('There is no node to show.'),
): Finding {
  if (facts.page === 'UNSEEN') return unknown('The page shows a node that you do not see.')
  return facts.page === null ? otherwise(facts) : find(facts, facts.page)
}

/** What a node says is for those who see it whole. */
function ofConfiguration(
  facts: DiagnosisFacts,
  find: (facts: DiagnosisFacts, page: Page) => Finding,
): Finding {
  return ofPage(facts, (_, page) => {
    if (page.sight === 'WHOLE') return find(facts, page)
    const { id } = nodeOfPage(page)
    return unknown(`What is configured on ${seenName(facts, id)} is not for you to see: ask who runs it.`, id)
  })
}

/** Neither is dated: whether somebody may sign in, and is hidden, is told as of the present. */
function userActive({ name, status }: DiagnosisFacts): Finding {
  if (status === 'ACTIVE') return pass(`${name} may sign in.`)
  return fail('USER_DEACTIVATED', `${name} is deactivated and cannot sign in.`)
}

/** ORGANIZATION shows whatever one holds something on; the other pages need a team, which has a check of its own. */
function withoutNode({ surface, name }: DiagnosisFacts): Finding {
  if (surface !== 'ORGANIZATION') return skip('There is no node to show: see HAS_TEAM.')
  return fail('NO_GRANT', `${name} is in no team and holds no role on a node that you see.`)
}

function grantOnNode(facts: DiagnosisFacts, page: Page): Finding {
  const { id } = nodeOfPage(page)
  const held = capacitiesOf(facts.person).find(({ nodeId }) => page.path.some((node) => node.id === nodeId))
  if (held) return pass(`${facts.name} is ${inWords(facts, held)}.`, held.nodeId)
  const name = seenName(facts, id)
  return fail('NO_GRANT', `${facts.name} is no member of ${name} and holds no role on it or above it.`, id)
}

function inWords(facts: DiagnosisFacts, { capacity, nodeId }: HeldCapacity): string {
  return `${capacity.toLowerCase().replace('_', ' ')} of ${seenName(facts, nodeId!)}`
}

const REFUSALS: Record<SurfaceRefusal, (name: string, node: string) => string> = {
  NOT_BY_POLICY: (name, node) => `What ${name} holds does not include the key metrics of ${node}.`,
  NOT_A_TEAM: (_, node) => `The page TEAM shows teams, and ${node} is none.`,
  NOT_THEIR_TEAM: (name, node) => `The page PROFILE goes by the team of ${name}, and ${node} is not that.`,
}

function surfaceAllowed(facts: DiagnosisFacts, page: Page): Finding {
  const { id } = nodeOfPage(page)
  const name = seenName(facts, id)
  if (grantOnNode(facts, page).outcome === 'FAIL')
    return skip(`Without a grant no page shows ${name}: see GRANT_ON_NODE.`)
  const refusal = refusalOfSurface(facts.surface, facts.person, page.path)
  if (refusal === null) return pass(`The page ${facts.surface} shows ${name} to ${facts.name}.`, id)
  return fail('SURFACE_NOT_ALLOWED', REFUSALS[refusal](facts.name, name), id)
}

/** Of a page as a whole: whether all that is in force on it is archived. The catalogue is for everybody. */
function notArchived(facts: DiagnosisFacts): Finding {
  if (facts.metric) return archivedAmong([facts.metric])
  return ofConfiguration(facts, (_, page) => archivedAmong(inForce(facts, page)))
}

/** Who is in no team but holds roles has a HOME all the same: it shows the nodes of the roles. */
function hasTeam({ surface, person, name, isNodeAskedFor, nameOf }: DiagnosisFacts): Finding {
  if (surface === 'ORGANIZATION') return skip('The page ORGANIZATION does not go by the team.')
  if (surface === 'TEAM' && isNodeAskedFor) return skip('A team was asked for.')
  if (person.teamId !== null) {
    const team = nameOf(person.teamId)
    if (team === null) return unknown(`You do not see the team in which ${name} is at that instant, if any.`)
    return pass(`${name} is in ${team}.`, person.teamId)
  }
  if (surface === 'HOME' && person.roles.length > 0)
    return skip(`${name} is in no team; HOME shows the nodes of their roles instead.`)
  return fail('NO_TEAM', `${name} is in no team.`)
}

/**
 * Who is looked for here: a hidden person is missing where peers would find them, in the list of their own team; they
 * themselves and those who manage them still see them there, and totals count them. No other page lists peers.
 */
function notHidden({ person, name, dataVisibility, nameOf }: DiagnosisFacts, page: Page): Finding {
  const { id } = nodeOfPage(page)
  if (id !== person.teamId) return skip(`${name} is not in this team, so its list is without them anyway.`)
  if (dataVisibility === 'VISIBLE') return pass(`Peers see ${name} in the list of ${nameOf(id)}.`, id)
  const evidence = `${name} is hidden: peers do not find them in the list of ${nameOf(id)}; they themselves and who manages them do.`
  return fail('HIDDEN_PERSON', evidence, id)
}
