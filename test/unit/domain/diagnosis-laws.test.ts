import fc from 'fast-check'
import type { Fix } from '../../../server/domain/diagnosis-fixes.js'
import { SURFACES } from '../../../server/domain/surface.js'
import { organisations } from '../../support/arbitraries.js'
import { diagnosis, type Looking } from '../../support/diagnosis.js'
import { referenceResolution } from '../../support/reference-resolution.js'
import { on, pathOf, rulesOf, saying, silent, type Organisation } from '../../support/vocabulary.js'

interface Case {
  readonly org: Organisation
  readonly looking: Looking & { readonly team: string | null; readonly roles: readonly string[] }
}

const cases: fc.Arbitrary<Case> = organisations.chain((org) => {
  const nodes = org.nodes.map(({ id }) => id)
  const teams = org.nodes.filter(({ level }) => level === 'TEAM').map(({ id }) => id)
  const roles = nodes.flatMap((id) => [`ADMIN ${id}`, `MANAGER ${id}`])
  return fc.record({
    org: fc.constant(org),
    looking: fc.record({
      surface: fc.constantFrom(...SURFACES),
      team: fc.option(fc.constantFrom(...teams), { freq: 4 }),
      roles: fc.oneof(fc.constant([]), fc.constant(['ADMIN ACME']), fc.subarray(roles, { maxLength: 2 })),
      isDeactivated: fc.nat({ max: 9 }).map((number) => number === 0),
      isHidden: fc.nat({ max: 3 }).map((number) => number === 0),
      node: fc.option(fc.constantFrom(...nodes), { nil: undefined, freq: 1 }),
      metric: fc.option(fc.constantFrom(...org.metrics.keys(), ...org.metrics.keys(), 'unheard-of'), {
        freq: 2,
      }),
    }),
  })
})

const STRENGTH = [
  'ADMIN COMPANY',
  'ADMIN DEPARTMENT',
  'MANAGER COMPANY',
  'MANAGER DEPARTMENT',
  'ADMIN TEAM',
  'MANAGER TEAM',
]

/** By role and level, a manager of the company being as a manager of a department. */
function strongest({ org, looking: { roles } }: Case): string | undefined {
  const strength = (role: string) => {
    const [name, nodeId] = role.split(' ')
    const level = org.nodes.find(({ id }) => id === nodeId)!.level
    const rank = STRENGTH.indexOf(`${name} ${level}`)
    return rank === 3 ? 2 : rank
  }
  return [...roles].sort((a, b) => strength(a) - strength(b))[0]?.split(' ')[1]
}

/** A second reading of who sees what, from semantics.md alone: yes or no, without a reason. */
function sees(subject: Case): boolean {
  const { org, looking } = subject
  const { surface, team, roles, metric } = looking
  const opening = {
    ORGANIZATION: strongest(subject) ?? team,
    HOME: team ?? strongest(subject),
    PROFILE: team,
    TEAM: team,
  }
  const node = looking.node ?? opening[surface!]
  if (looking.isDeactivated || !node) return false
  const path = pathOf(org, node)
  const held = [team, ...roles.map((role) => role.split(' ')[1])]
  if (!path.some(({ id }) => held.includes(id))) return false
  if (surface === 'TEAM' && path.at(-1)!.level !== 'TEAM') return false
  if (surface === 'PROFILE' && node !== team) return false
  if (surface === 'TEAM' && looking.isHidden && node === team) return false
  const { effective } = referenceResolution(org, path)
  return metric === null ? effective.length > 0 : effective.some(({ metricId }) => metricId === metric)
}

it('the verdict is VISIBLE exactly when a second reading says that the person sees it', () => {
  let visible = 0
  fc.assert(
    fc.property(cases, ({ org, looking }) => {
      const { verdict } = diagnosis(org, looking)
      expect(verdict === 'VISIBLE').toBe(sees({ org, looking }))
      visible += Number(verdict === 'VISIBLE')
    }),
    { numRuns: 3_000 },
  )
  // Neither answer is rare, or little would have been compared.
  expect(visible).toBeGreaterThan(300)
  expect(visible).toBeLessThan(2_700)
})

it('the verdict is the cause of the first failed check; one is offered at least one fix for each', () => {
  fc.assert(
    fc.property(cases, ({ org, looking }) => {
      const { verdict, checks, fixes } = diagnosis(org, looking)
      const failed = checks.filter(({ outcome }) => outcome === 'FAIL')
      expect(verdict).toBe(failed[0]?.cause ?? 'VISIBLE')
      expect(checks.every(({ outcome, cause }) => (cause !== null) === (outcome === 'FAIL'))).toBe(true)
      // Adding the metric repairs both that nothing is configured and that it was never added.
      const repaired = new Set(
        fixes.map(({ check }) => (check === 'METRIC_EFFECTIVE' ? 'CONFIGURED_ON_PATH' : check)),
      )
      for (const { check } of failed)
        expect(repaired).toContain(check === 'METRIC_EFFECTIVE' ? 'CONFIGURED_ON_PATH' : check)
    }),
    { numRuns: 2_000 },
  )
})

/** The organisation after the fix was made. */
function made(org: Organisation, { fix, nodeId }: Fix, metricId: string): Organisation {
  const id = nodeId!
  if (fix === 'ADD_KEY_METRIC') return saying(org, on(id).add(metricId))
  if (fix === 'REMOVE_RULE') return silent(org, id, metricId)
  if (fix === 'WIDEN_REACH') {
    const rule = rulesOf(org).find((each) => each.nodeId === id && each.metricId === metricId)!
    return saying(org, { ...rule, reach: 'NODE_AND_BELOW' })
  }
  const nodes = org.nodes.map((node) => (node.id === id ? { ...node, inheritsKeyMetrics: true } : node))
  return { ...org, nodes }
}

it('a fix of what is configured does what it says: the metric is in force, unless it names what is left', () => {
  let count = 0
  fc.assert(
    fc.property(cases, ({ org, looking }) => {
      const metricId = looking.metric
      if (typeof metricId !== 'string') return
      const { fixes } = diagnosis(org, looking)
      for (const fix of fixes.filter(({ check }) => check === 'METRIC_EFFECTIVE')) {
        const after = diagnosis(made(org, fix, metricId), looking)
        const outcome = after.checks.find(({ check }) => check === 'METRIC_EFFECTIVE')?.outcome
        expect(outcome).toBe(fix.description.includes('ask again') ? 'FAIL' : 'PASS')
        count += 1
      }
    }),
    { numRuns: 3_000 },
  )
  expect(count).toBeGreaterThan(200)
})
