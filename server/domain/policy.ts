import { DomainError } from './errors.js'
import {
  CAPACITIES,
  SYSTEM,
  capacitiesOf,
  type Actor,
  type ApiKey,
  type ApiKeyScope,
  type Capacity,
  type HeldCapacity,
  type Person,
} from './viewer.js'

/**
 * How far a capacity carries: `subtree` the node it is held on and all below, `below` only what is below, `delegated`
 * the subtree if the company delegates, `peers` oneself and the visible people of one's team, `self` oneself.
 */
type Extent = 'anywhere' | 'subtree' | 'below' | 'delegated' | 'peers' | 'self' | 'no'

// prettier-ignore
export const EXTENTS_OF_ACTION = {
  //                           company admin, department admin, department manager, team admin, team lead, member
  'see key metrics':           ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'subtree'],
  'see numbers of nodes':      ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'subtree'],
  'see numbers of people':     ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'peers'],
  'see the levels above':      ['anywhere', 'anywhere', 'anywhere', 'anywhere', 'anywhere', 'anywhere'],
  'configure key metrics':     ['anywhere', 'subtree', 'delegated', 'subtree', 'delegated', 'no'],
  'lock key metrics':          ['anywhere', 'subtree', 'no',        'no',      'no',        'no'],
  'see the catalogue':         ['anywhere', 'anywhere', 'anywhere', 'anywhere', 'anywhere', 'anywhere'],
  'configure the company':     ['anywhere', 'no',      'no',        'no',      'no',        'no'],
  'set targets':               ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'no'],
  'log activities':            ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'self'],
  'correct activities':        ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'self'],
  'configure activity types':  ['anywhere', 'subtree', 'delegated', 'subtree', 'delegated', 'no'],
  'organise nodes':            ['anywhere', 'subtree', 'no',        'no',      'no',        'no'],
  'move people':               ['anywhere', 'subtree', 'subtree',   'no',      'no',        'no'],
  'delete nodes':              ['anywhere', 'below',   'no',        'no',      'no',        'no'],
  'grant roles':               ['anywhere', 'subtree', 'no',        'no',      'no',        'no'],
  'see people':                ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'subtree'],
  'see hidden people':         ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'self'],
  'manage people':             ['anywhere', 'no',      'no',        'no',      'no',        'no'],
  'sign out everywhere':       ['anywhere', 'no',      'no',        'no',      'no',        'self'],
  'explain key metrics of other people': ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'self'],
  'see the audit log':         ['anywhere', 'subtree', 'subtree',   'subtree', 'subtree',   'self'],
  'manage API keys':           ['anywhere', 'no',      'no',        'no',      'no',        'no'],
} as const satisfies Record<string, readonly [Extent, Extent, Extent, Extent, Extent, Extent]>

export type Action = keyof typeof EXTENTS_OF_ACTION
export const ACTIONS = Object.keys(EXTENTS_OF_ACTION) as readonly Action[]

/** The scope by which an API key may do it, on the node it is bound to and below. Null: no API key may. */
export const SCOPE_OF_ACTION: Record<Action, ApiKeyScope | null> = {
  'see key metrics': 'READ_ORGANIZATION',
  'see numbers of nodes': 'READ_NUMBERS',
  'see numbers of people': 'READ_NUMBERS',
  'see the levels above': 'READ_ORGANIZATION',
  'configure key metrics': 'WRITE_KEY_METRICS',
  'lock key metrics': 'WRITE_KEY_METRICS',
  'see the catalogue': 'READ_ORGANIZATION',
  'configure the company': 'WRITE_METRICS',
  'set targets': 'WRITE_TARGETS',
  'log activities': 'WRITE_ACTIVITIES',
  'correct activities': 'WRITE_ACTIVITIES',
  'configure activity types': 'WRITE_KEY_METRICS',
  'organise nodes': 'WRITE_ORGANIZATION',
  'move people': 'WRITE_ORGANIZATION',
  'delete nodes': 'WRITE_ORGANIZATION',
  'grant roles': null,
  'see people': 'READ_PEOPLE',
  'see hidden people': 'READ_PEOPLE',
  'manage people': 'WRITE_ORGANIZATION',
  'sign out everywhere': null,
  'explain key metrics of other people': 'READ_PEOPLE',
  'see the audit log': 'READ_AUDIT_LOG',
  'manage API keys': null,
}

/** What an action is done to, as access control calls it. */
export interface Resource {
  /** The ids of the nodes from the company down to the one it is about. Of a person: to the team, or the company only. */
  readonly path: readonly string[]
  /** The person it is about, if it is about one. */
  readonly person?: { readonly id: string; readonly isHidden?: boolean }
}

/** As what an actor acts; it is kept in the audit log. */
export type ActsAs = Capacity | 'API_KEY' | typeof SYSTEM

/** Answers in which capacity the actor may do it; null: in none. */
export function can(actor: Actor, action: Action, resource: Resource): ActsAs | null {
  if (resource.path.length === 0) return null
  if (actor === SYSTEM) return SYSTEM
  if (actor.kind === 'API_KEY') return mayByScope(actor, action, resource) ? 'API_KEY' : null
  const held = capacitiesOf(actor).find((one) => reaches(extentOf(action, one), actor, one, resource))
  return held?.capacity ?? null
}

/** @throws DomainError FORBIDDEN naming who may. */
export function assertCan(actor: Actor, action: Action, resource: Resource, field?: string): ActsAs {
  const actsAs = can(actor, action, resource)
  if (actsAs !== null) return actsAs
  throw new DomainError(
    'FORBIDDEN',
    refusalOf(actor as Exclude<Actor, 'SYSTEM'>, action),
    field ? [field] : [],
  )
}

/** The nodes on which, and on everything below which, the actor may do it. */
export function rootsOf(actor: Exclude<Actor, 'SYSTEM'>, action: Action): string[] {
  if (actor.kind === 'API_KEY') return holdsScope(actor, action) ? [actor.nodeId] : []
  return capacitiesOf(actor).flatMap((held) => {
    const extent = extentOf(action, held)
    if (extent === 'anywhere') return actor.companyId
    const carries = extent === 'subtree' || (extent === 'delegated' && isDelegated(actor))
    return carries && held.nodeId !== null ? held.nodeId : []
  })
}

/** True for people, whatever they hold: what they may not do is a matter of nodes. */
export function holdsScope(actor: Exclude<Actor, 'SYSTEM'>, action: Action): boolean {
  if (actor.kind === 'PERSON') return true
  const scope = SCOPE_OF_ACTION[action]
  return scope !== null && actor.scopes.includes(scope)
}

export function refusalOf(actor: Exclude<Actor, 'SYSTEM'>, action: Action): string {
  if (actor.kind === 'PERSON') return `You may not ${action} here; ${whoMay(action)} may.`
  const scope = SCOPE_OF_ACTION[action]
  if (scope === null) return `No API key may ${action}: a person has to.`
  if (!actor.scopes.includes(scope))
    return `This API key lacks the scope ${scope}, which it takes to ${action}.`
  return `This API key is bound to another node: it may ${action} there and below only.`
}

function mayByScope(key: ApiKey, action: Action, { path }: Resource): boolean {
  return holdsScope(key, action) && path.includes(key.nodeId)
}

function extentOf(action: Action, { capacity }: HeldCapacity): Extent {
  return EXTENTS_OF_ACTION[action][CAPACITIES.indexOf(capacity) as 0]
}

function reaches(
  extent: Extent,
  viewer: Person,
  { nodeId }: HeldCapacity,
  { path, person }: Resource,
): boolean {
  const isInSubtree = nodeId !== null && path.includes(nodeId)
  const isSelf = person?.id === viewer.userId
  const answers: Record<Extent, boolean> = {
    anywhere: path[0] === viewer.companyId,
    subtree: isInSubtree,
    below: isInSubtree && path.at(-1) !== nodeId,
    delegated: isInSubtree && isDelegated(viewer),
    peers: isSelf || (isInSubtree && person?.isHidden === false),
    self: isSelf,
    no: false,
  }
  return answers[extent]
}

function isDelegated({ delegation }: Person): boolean {
  return delegation === 'HIDE_AND_ADD'
}

function whoMay(action: Action): string {
  const extents: readonly Extent[] = EXTENTS_OF_ACTION[action]
  const names = CAPACITIES.filter(
    (_, column) => !['no', 'delegated', 'self', 'peers'].includes(extents[column]!),
  )
  const words = names.map((name) => `a ${name.toLowerCase().replace('_', ' ')}`)
  if (words.length === 1) return words[0]!
  const where = extents.includes('below') ? 'the node above it' : 'that node'
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)} of ${where}`
}
