import fc from 'fast-check'
import { ACTIONS, can, rootsOf, type Action } from '../../../server/domain/policy.js'
import { sightOf } from '../../../server/domain/sight.js'
import {
  API_KEY_SCOPES,
  KEY_METRIC_DELEGATIONS,
  ROLES,
  type ApiKey,
  type Person,
} from '../../../server/domain/viewer.js'
import type { OrgLevel, OrgNode } from '../../../server/domain/org-node.js'
import { mayByThePage } from '../../support/reference-policy.js'

const DECISIONS = 100_000
const COMPANY = 'company'

/** A company with up to four departments and eight teams, some of them straight under the company. */
const organisation = fc
  .record({
    departments: fc.integer({ min: 0, max: 4 }),
    teams: fc.array(fc.integer({ min: -1, max: 3 }), { maxLength: 8 }),
  })
  .map(({ departments, teams }) => {
    const nodes = new Map<string, OrgNode>()
    const put = (id: string, level: OrgLevel, parentId: string | null) =>
      nodes.set(id, { id, level, parentId })
    put(COMPANY, 'COMPANY', null)
    for (let each = 0; each < departments; each++) put(`d${each}`, 'DEPARTMENT', COMPANY)
    teams.forEach((under, each) =>
      put(`t${each}`, 'TEAM', under >= 0 && under < departments ? `d${under}` : COMPANY),
    )
    return nodes
  })

function pathOf(nodes: ReadonlyMap<string, OrgNode>, id: string): string[] {
  const { parentId } = nodes.get(id)!
  return parentId === null ? [id] : [...pathOf(nodes, parentId), id]
}

const question = organisation.chain((nodes) => {
  const node = fc.constantFrom(...nodes.keys())
  const teams = [...nodes.values()].filter(({ level }) => level === 'TEAM').map(({ id }) => id)
  const role = fc.record({ role: fc.constantFrom(...ROLES), nodeId: node }).map((held) => {
    return { ...held, level: nodes.get(held.nodeId)!.level }
  })
  const person: fc.Arbitrary<Person> = fc.record({
    kind: fc.constant('PERSON' as const),
    userId: fc.constant('me'),
    companyId: fc.constant(COMPANY),
    teamId: fc.constantFrom(null, ...teams),
    roles: fc.uniqueArray(role, { maxLength: 3, selector: ({ role, nodeId }) => `${role}/${nodeId}` }),
    delegation: fc.constantFrom(...KEY_METRIC_DELEGATIONS),
  })
  const about = fc.option(fc.record({ id: fc.constantFrom('me', 'other'), isHidden: fc.boolean() }))
  return fc.record({
    nodes: fc.constant(nodes),
    person,
    action: fc.constantFrom(...ACTIONS),
    node,
    about,
  })
})

it(`decides ${DECISIONS.toLocaleString('en')} random questions as the page does`, () => {
  const answers = { yes: 0, no: 0 }
  const seed = Date.now() % 2 ** 31
  fc.assert(
    fc.property(question, ({ nodes, person, action, node, about }) => {
      const path = pathOf(nodes, node)
      const expected = mayByThePage({ person, action, path, about })
      answers[expected ? 'yes' : 'no']++
      expect(can(person, action, { path, ...(about && { person: about }) }) !== null).toBe(expected)
    }),
    { numRuns: DECISIONS, seed },
  )
  process.stdout.write(`policy: ${DECISIONS} decisions, seed ${seed}, ${answers.yes} yes, ${answers.no} no\n`)
  // Both answers are common, or the comparison would prove little.
  expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(DECISIONS / 5)
})

const NODE_ACTIONS = [
  'see key metrics',
  'see people',
  'configure key metrics',
  'set targets',
  'grant roles',
] as const

it('what is seen of a tree is what each of its nodes says, and above it the names only', () => {
  fc.assert(
    fc.property(question, fc.constantFrom<Action>(...NODE_ACTIONS), ({ nodes, person }, action) => {
      const sight = sightOf(nodes, COMPANY, rootsOf(person, action))
      const ids = [...nodes.keys()]
      const whole = ids.filter((id) => mayByThePage({ person, action, path: pathOf(nodes, id), about: null }))
      const above = new Set([COMPANY, ...whole.flatMap((id) => pathOf(nodes, id))])
      expect(sight.whole()).toEqual(whole)
      expect(sight.seen()).toEqual(ids.filter((id) => above.has(id)))
      expect(ids.map((id) => sight.of(id))).toEqual(
        ids.map((id) => (whole.includes(id) ? 'WHOLE' : above.has(id) ? 'NAME' : null)),
      )
      expect(sight.of('elsewhere')).toBeNull()
    }),
    { numRuns: 5_000 },
  )
})

const NEVER_BY_KEY: readonly Action[] = ['grant roles', 'manage API keys', 'sign out everywhere']

it('an API key does nothing beyond its node, nothing without a scope, and never what only people may', () => {
  const key = organisation.chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      nodeId: fc.constantFrom(...nodes.keys()),
      scopes: fc.subarray([...API_KEY_SCOPES]),
      action: fc.constantFrom(...ACTIONS),
      node: fc.constantFrom(...nodes.keys()),
    }),
  )
  fc.assert(
    fc.property(key, ({ nodes, nodeId, scopes, action, node }) => {
      const apiKey = (held: ApiKey['scopes']): ApiKey => ({
        kind: 'API_KEY',
        keyId: 'key',
        companyId: COMPANY,
        scopes: held,
        nodeId,
      })
      const path = pathOf(nodes, node)
      const may = (held: ApiKey['scopes']) => can(apiKey(held), action, { path }) !== null
      expect(may([])).toBe(false)
      expect(may(API_KEY_SCOPES)).toBe(path.includes(nodeId) && !NEVER_BY_KEY.includes(action))
      if (may(scopes))
        expect(scopes.filter((scope) => !may(API_KEY_SCOPES.filter((one) => one !== scope)))).toHaveLength(1)
    }),
    { numRuns: 5_000 },
  )
})
