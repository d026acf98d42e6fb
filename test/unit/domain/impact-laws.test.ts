import fc from 'fast-check'
import {
  impactOf,
  isOtherHome,
  shownImpact,
  type KeyMetricImpact,
  type NodeFate,
  type NodeImpact,
} from '../../../server/domain/impact.js'
import { organisations, places, shuffled } from '../../support/arbitraries.js'
import { stateOf } from '../../support/impact.js'
import {
  dormantOn,
  effectiveOn,
  move,
  notInheriting,
  rulesOf,
  silent,
  type Organisation,
} from '../../support/vocabulary.js'

const two = fc.tuple(organisations, organisations)

/** Two that share ids, so that nodes stay, move, begin and end, and rules meet others. */
const pairs: fc.Arbitrary<[Organisation, Organisation]> = fc.oneof(
  two,
  // Of one catalogue, so that only what says something else is touched.
  two.map(([one, other]): [Organisation, Organisation] => [one, { ...other, metrics: one.metrics }]),
  // By one thing at most: a rule, a switch, the place of a team.
  fc
    .tuple(places, fc.constantFrom(silenced, notInheriting, moved))
    .map(([{ organisation, nodeId }, change]): [Organisation, Organisation] => [
      organisation,
      change(organisation, nodeId),
    ]),
)

function silenced(organisation: Organisation, nodeId: string): Organisation {
  return silent(organisation, nodeId, 'm0')
}

function moved(organisation: Organisation, nodeId: string): Organisation {
  return nodeId.startsWith('T') ? move(organisation, nodeId, { under: 'ACME' }) : organisation
}

function always(law: (before: Organisation, after: Organisation) => void, numRuns = 2_000): void {
  fc.assert(
    fc.property(pairs, ([before, after]) => law(before, after)),
    { numRuns },
  )
}

const impact = (before: Organisation, after: Organisation) => [...impactOf(stateOf(before), stateOf(after))]

type Seen = readonly [metricId: string, kind: string, label: string | null, rest: string]

/** What a node shows, in display order, as far as anybody is told of it. */
function seenOn(organisation: Organisation, nodeId: string): Seen[] {
  if (!organisation.nodes.some(({ id }) => id === nodeId)) return []
  return effectiveOn(organisation, nodeId).map(seen)
}

function seen({
  metricId,
  kind,
  label,
  definedAt,
  status,
  locks,
}: ReturnType<typeof effectiveOn>[number]): Seen {
  return [metricId, kind, label, JSON.stringify([definedAt, status, locks])]
}

/** The rules that are silenced, of those that both organisations have with the same effect. */
function dormantIn(organisation: Organisation, other: Organisation): string[] {
  const shared = new Set(rulesOf(other).map(({ id, effect }) => `${id} ${effect}`))
  return organisation.nodes.flatMap(({ id, rules }) => {
    const silenced = dormantOn(organisation, id).map((line) => line.slice(0, line.indexOf(':')))
    return rules
      .filter((rule) => silenced.includes(rule.id) && shared.has(`${rule.id} ${rule.effect}`))
      .map((rule) => rule.id)
  })
}

function everythingIn(organisation: Organisation, other: Organisation) {
  return {
    parents: new Map(organisation.nodes.map(({ id, parentId }) => [id, parentId])),
    shown: new Map(organisation.nodes.map(({ id }) => [id, seenOn(organisation, id)])),
    dormant: new Set(dormantIn(organisation, other)),
  }
}

/** What a list becomes when it is told what happens to it, and nothing else. */
function applied(list: readonly Seen[], { appears, disappears, changes }: NodeImpact): Seen[] {
  const told = new Map([...appears, ...changes].map(({ after }) => [after!.place, seen(after!.keyMetric)]))
  const handled = new Set([...appears, ...disappears, ...changes].map(({ metricId }) => metricId))
  const untold = list.filter(([metricId]) => !handled.has(metricId))
  return Array.from(
    { length: told.size + untold.length },
    (_, index) => told.get(index + 1) ?? untold.shift()!,
  )
}

function after(before: Organisation, other: Organisation, impacts: readonly NodeImpact[]) {
  const is = everythingIn(before, other)
  for (const one of impacts) {
    const { id, parentId } = one.node
    if (one.fate === 'ENDS') {
      expect(applied(is.shown.get(id)!, one)).toEqual([])
      is.parents.delete(id)
      is.shown.delete(id)
    } else {
      is.parents.set(id, parentId)
      is.shown.set(id, applied(is.shown.get(id) ?? [], one))
    }
    for (const { rule } of one.wakes) expect(is.dormant.delete(rule.id)).toBe(true)
    for (const { rule } of one.goesDormant) is.dormant.add(rule.id)
  }
  return is
}

const MIRRORED: Record<NodeFate, NodeFate> = {
  STAYS: 'STAYS',
  MOVES: 'MOVES',
  BEGINS: 'ENDS',
  ENDS: 'BEGINS',
}

/** As a set of lines, since what is told in the order of the one side is told in the order of the other. */
function lines(impacts: readonly NodeImpact[], isMirrored = false): string[] {
  const turned = ({ before, after, ...rest }: KeyMetricImpact) =>
    JSON.stringify(isMirrored ? { ...rest, before: after, after: before } : { ...rest, before, after })
  const of = (name: string, told: readonly string[], node: string) =>
    told.map((line) => `${node} ${name} ${line}`)
  return impacts
    .flatMap(({ node: { id }, fate, ...lists }) => [
      `${id} ${isMirrored ? MIRRORED[fate] : fate}`,
      ...of(isMirrored ? 'disappears' : 'appears', lists.appears.map(turned), id),
      ...of(isMirrored ? 'appears' : 'disappears', lists.disappears.map(turned), id),
      ...of('changes', lists.changes.map(turned), id),
      ...of(
        isMirrored ? 'goesDormant' : 'wakes',
        lists.wakes.map((one) => JSON.stringify(one)),
        id,
      ),
      ...of(
        isMirrored ? 'wakes' : 'goesDormant',
        lists.goesDormant.map((one) => JSON.stringify(one)),
        id,
      ),
    ])
    .sort()
}

describe('of any two organisations', () => {
  it('the second is the first to which happened what the impact tells, and nothing else', () => {
    always((one, other) => {
      expect(after(one, other, impact(one, other))).toEqual(everythingIn(other, one))
    })
  })

  it('no impact is told when both are the same to whoever looks at them, and only then', () => {
    let same = 0
    always((one, other) => {
      const [was, is] = [everythingIn(one, other), everythingIn(other, one)]
      const isSame = JSON.stringify([...was.parents]) === JSON.stringify([...is.parents])
      const looksSame =
        isSame &&
        JSON.stringify([...was.shown]) === JSON.stringify([...is.shown]) &&
        [...was.dormant].sort().join() === [...is.dormant].sort().join()
      if (looksSame) same++
      expect(impact(one, other).length === 0).toBe(looksSame)
    })
    expect(same).toBeGreaterThan(100)
  })

  it('the impact of the one on the other is that of the other on the one, mirrored', () => {
    always((one, other) => expect(lines(impact(one, other), true)).toEqual(lines(impact(other, one))))
  })

  it('a Home is another exactly when its key metrics, their kinds, their labels or their order are', () => {
    always((one, other) => {
      const home = (organisation: Organisation) =>
        seenOn(organisation, 'T0').map(([metricId, kind, label]) => [metricId, kind, label])
      const told = shownImpact(effectiveOn(one, 'T0'), effectiveOn(other, 'T0'))
      expect(isOtherHome(told)).toBe(JSON.stringify(home(one)) !== JSON.stringify(home(other)))
    })
  })
})

it('the order in which nodes, rules and metrics are stored makes no impact', () => {
  const twice = organisations.chain((org) => fc.tuple(fc.constant(org), shuffled(org)))
  fc.assert(
    fc.property(twice, ([org, other]) => expect(impact(org, other)).toEqual([])),
    { numRuns: 1_000 },
  )
})
