import fc from 'fast-check'
import { explainKeyMetric } from '../../../server/domain/explain.js'
import { PRESET_LOCKS, type KeyMetricRule } from '../../../server/domain/key-metric-rule.js'
import { organisations, places, shuffled } from '../../support/arbitraries.js'
import { referenceResolution } from '../../support/reference-resolution.js'
import {
  archive,
  dormantOn,
  effectiveOn,
  keeping,
  metric,
  metricsOn,
  on,
  pathOf,
  resolved,
  resolvedTree,
  saying,
  shown,
  statusOn,
  team,
  withMetric,
  type Organisation,
} from '../../support/vocabulary.js'

type Law = (organisation: Organisation, nodeId: string) => void

/** Holds on any node of any organisation; a failure prints the seed and the smallest organisation that fails. */
function always(law: Law, numRuns = 1_000): void {
  fc.assert(
    fc.property(places, ({ organisation, nodeId }) => law(organisation, nodeId)),
    { numRuns },
  )
}

/** All that can be asked about key metrics on a node. */
function everythingOn(organisation: Organisation, nodeId: string) {
  const statuses = [...organisation.metrics.keys()].map((id) => [id, statusOn(organisation, nodeId, id)])
  return { effective: effectiveOn(organisation, nodeId), statuses: new Map(statuses as [string, string][]) }
}

const everywhere = (organisation: Organisation) =>
  new Map(organisation.nodes.map(({ id }) => [id, everythingOn(organisation, id)]))

const isDormant = (organisation: Organisation, { nodeId, id }: KeyMetricRule) =>
  resolved(organisation, nodeId).dormant.has(id)

describe('in any organisation', () => {
  it('no metric is twice on a node', () => {
    always((org, nodeId) => {
      const metrics = metricsOn(org, nodeId)
      expect(metrics).toHaveLength(new Set(metrics).size)
    })
  })

  it('the order in which nodes, rules and metrics are stored does not matter', () => {
    const twice = organisations.chain((org) => fc.tuple(fc.constant(org), shuffled(org)))
    const law = ([org, other]: [Organisation, Organisation]) => {
      expect(everywhere(other)).toEqual(everywhere(org))
      expect(resolvedTree(other)).toEqual(resolvedTree(org))
    }
    fc.assert(fc.property(twice, law), { numRuns: 1_000 })
  })

  it('a node with no rule and no switch equals its parent, minus what is NODE_ONLY there', () => {
    always((org, parent) => {
      fc.pre(pathOf(org, parent).at(-1)?.level !== 'TEAM')
      const child: Organisation = { ...org, nodes: [...org.nodes, team('NEW', { under: parent })] }
      const above = effectiveOn(
        keeping(org, ({ reach, nodeId }) => reach !== 'NODE_ONLY' || nodeId !== parent),
        parent,
      )
      const asInherited = above.map((each) => ({ ...each, nodeId: 'NEW', status: 'INHERITED' }))
      expect(effectiveOn(child, 'NEW')).toEqual(asInherited)
    })
  })

  it('a mandatory company metric is on every node', () => {
    const mandatory = on('ACME').add('m0', { locks: PRESET_LOCKS.MANDATORY })
    always((org, nodeId) => {
      expect(metricsOn(withMetric(saying(org, mandatory), metric('m0')), nodeId)).toContain('m0')
    })
  })

  it('removing the dormant rules of a node changes nothing on that node', () => {
    always((org, nodeId) => {
      const without = keeping(org, (rule) => rule.nodeId !== nodeId || !isDormant(org, rule))
      expect(everythingOn(without, nodeId)).toEqual(everythingOn(org, nodeId))
    })
  })

  it('removing every dormant rule changes nothing on any node: they have no effect below either', () => {
    always((org) => {
      expect(everywhere(keeping(org, (rule) => !isDormant(org, rule)))).toEqual(everywhere(org))
    })
  })

  it('a node says the same whichever of the tree were asked before it, in whatever order', () => {
    always((org, nodeId) => expect(resolvedTree(org).get(nodeId)).toEqual(resolved(org, nodeId)))
  })

  it('the order is total: of any two neighbours exactly one can be first', () => {
    always((org, nodeId) => {
      const levels = new Map(
        org.nodes.map(({ id, level }) => [id, { COMPANY: 0, DEPARTMENT: 1, TEAM: 2 }[level]]),
      )
      const places = effectiveOn(org, nodeId).map(({ kind, definedAt, position, metricId }) =>
        [kind, levels.get(definedAt), position ?? 9, org.metrics.get(metricId)?.key].join(' '),
      )
      expect(places).toEqual([...new Set(places)].sort())
    })
  })

  it('the same question has the same answer, and asking changes nothing', () => {
    always((org, nodeId) => {
      const before = structuredClone(org)
      expect(everythingOn(org, nodeId)).toEqual(everythingOn(org, nodeId))
      expect(org).toEqual(before)
    })
  })

  it('locks only accumulate: each that a node receives is there and below, with the same holder', () => {
    always((org) => {
      const tree = resolvedTree(org)
      for (const { node, shown, carried } of tree.values()) {
        for (const [metricId, { locks }] of tree.get(node.parentId ?? '')?.carried ?? []) {
          expect(shown.get(metricId)?.locks).toMatchObject(locks)
          expect(carried.get(metricId)?.locks).toMatchObject(locks)
        }
      }
    })
  })

  it('what a node says concerns that node and those below it only', () => {
    always((org, nodeId) => {
      const without = keeping(org, (rule) => rule.nodeId !== nodeId)
      for (const { id } of org.nodes.filter(
        ({ id }) => !pathOf(org, id).some((above) => above.id === nodeId),
      )) {
        expect(everythingOn(without, id)).toEqual(everythingOn(org, id))
      }
    })
  })

  it('what is said of one metric concerns that metric only, and so does archiving it', () => {
    always((org, nodeId) => {
      const others = effectiveOn(org, nodeId).filter(({ metricId }) => metricId !== 'm0')
      expect(
        effectiveOn(
          keeping(org, ({ metricId }) => metricId !== 'm0'),
          nodeId,
        ),
      ).toEqual(others)
      expect(effectiveOn(archive(org, 'm0'), nodeId)).toEqual(others)
    })
  })

  it('an override without locks changes attributes only: each metric keeps its status', () => {
    always((org, nodeId) => {
      const without = keeping(org, ({ effect, locks }) => effect !== 'OVERRIDE' || locks.length > 0)
      expect(everythingOn(without, nodeId).statuses).toEqual(everythingOn(org, nodeId).statuses)
    })
  })

  it('the explanation agrees with what is shown: same status, and visible at the end of the trace', () => {
    always((org, nodeId) => {
      for (const entry of [...org.metrics.values()].filter(({ status }) => status === 'ACTIVE')) {
        const { status, at, trace } = explainKeyMetric(pathOf(org, nodeId), entry)
        const effective = shown(org, nodeId, entry.id)
        expect(trace.at(-1)?.visible).toBe(effective !== null)
        expect(at === null ? status : 'ABSENT').toBe(
          effective?.status ?? (at === null ? 'NOT_CONFIGURED' : 'ABSENT'),
        )
      }
    })
  })

  it('a second, naive reading of the rules comes to the same answers', () => {
    always((org, nodeId) => {
      const { effective, statuses } = everythingOn(org, nodeId)
      const asRead = {
        effective,
        statuses: Object.fromEntries(statuses),
        dormant: dormantOn(org, nodeId).sort(),
      }
      expect(asRead).toEqual(referenceResolution(org, pathOf(org, nodeId)))
    }, 10_000)
  })
})
