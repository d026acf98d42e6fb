import fc from 'fast-check'
import type { Decimal } from '../../../server/domain/decimal.js'
import type { OrgNode } from '../../../server/domain/org-node.js'
import {
  nodeTarget,
  rolledUpTargets,
  type ManualTargets,
  type NodeTarget,
} from '../../../server/domain/target-rollup.js'
import { groupBy } from '../../../server/platform/group-by.js'
import { ACME_CHART, company, department, ids, team } from '../../support/vocabulary.js'
import { always, amounts, d, dividedHalfUp, scaled, unscaled } from './exact-numbers.js'

const PEOPLE = { OSLO: ['Ada', 'Bo'], LONDON: ['Cy'], RENEW: ['Di'], LABS: ['Ed'] }

const decimals = (amounts: Record<string, string>) =>
  new Map(Object.entries(amounts).map(([id, amount]) => [id, d(amount)]))

const childrenIn = (nodes: readonly OrgNode[]) => groupBy(nodes, ({ parentId }) => parentId ?? 'nobody')

/** As each is shown: with what is its own. */
function shown(given: ManualTargets) {
  const { amountOf, rollupOf } = rolledUpTargets(given)
  return { amountOf, of: (id: string) => nodeTarget(given.ofNode.get(id) ?? null, rollupOf(id)) }
}

/** The targets of ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS } when somebody set these, of nodes or people. */
function rolledUp(set: Record<string, string>, { rollsUp = true } = {}) {
  return shown({
    children: childrenIn(ACME_CHART),
    peopleOf: new Map(Object.entries(PEOPLE)),
    ofNode: decimals(set),
    ofPerson: decimals(set),
    rollsUp,
  })
}

const rollup = (amount: string, coverage: string | null = '1') => ({
  ...{ amount, source: 'ROLLUP', rollup: amount, coverage },
})
const manual = (amount: string, below: string | null, coverage: string | null) => ({
  ...{ amount, source: 'MANUAL', rollup: below, coverage },
})
const NONE = { amount: null, source: 'ROLLUP', rollup: null, coverage: null }

describe('without a target of its own', () => {
  it('a team has the sum of its people, a department of its teams, the company of all directly under it', () => {
    const targets = rolledUp({ Ada: '100.10', Bo: '50.20', Cy: '30', Di: '7', Ed: '5' })
    expect(Object.fromEntries(ids(ACME_CHART).map((id) => [id, targets.of(id)]))).toEqual({
      OSLO: rollup('150.3'),
      LONDON: rollup('30'),
      SALES: rollup('180.3'),
      RENEW: rollup('7'),
      CS: rollup('7'),
      LABS: rollup('5'),
      ACME: rollup('192.3'),
    })
  })

  it('a level has no target when nothing below has one', () => {
    const targets = rolledUp({ Ed: '5' })
    expect([targets.of('OSLO'), targets.of('SALES'), targets.of('CS')]).toEqual([NONE, NONE, NONE])
    expect(targets.of('ACME')).toEqual(rollup('5'))
  })

  it('a target of 0 is a target', () => {
    expect(rolledUp({ Cy: '0' }).of('SALES')).toEqual(rollup('0', null))
  })

  it('a person without a team counts nowhere', () => {
    expect(rolledUp({ Zoe: '99' }).of('ACME')).toEqual(NONE)
  })

  it('sums are exact at any size', () => {
    expect(rolledUp({ Ada: '100000000000000', Bo: '0.000001' }).of('ACME').amount).toBe(
      '100000000000000.000001',
    )
  })
})

describe('with a target of its own', () => {
  it('a node keeps what the level below adds up to, and how much of the target that covers', () => {
    const targets = rolledUp({ SALES: '200', Ada: '100', Cy: '50' })
    expect(targets.of('SALES')).toEqual(manual('200', '150', '0.75'))
  })

  it('coverage is rounded to 6 digits', () => {
    expect(rolledUp({ OSLO: '3', Ada: '2' }).of('OSLO')).toEqual(manual('3', '2', '0.666667'))
  })

  it('the levels below may have promised more than is asked of them', () => {
    expect(rolledUp({ OSLO: '80', Ada: '100' }).of('OSLO')).toEqual(manual('80', '100', '1.25'))
  })

  it('the level above counts the target, and what is below it not a second time', () => {
    const targets = rolledUp({ OSLO: '200', Ada: '100', Cy: '50' })
    expect(targets.of('SALES')).toEqual(rollup('250'))
    expect(targets.of('ACME')).toEqual(rollup('250'))
  })

  it('without any below there is no coverage', () => {
    expect(rolledUp({ SALES: '200' }).of('SALES')).toEqual(manual('200', null, null))
  })

  it('of 0 there is no coverage', () => {
    expect(rolledUp({ SALES: '0', Ada: '10' }).of('SALES')).toEqual(manual('0', '10', null))
  })
})

it('the targets of averages and ratios do not roll up: each level has its own or none', () => {
  const targets = rolledUp({ SALES: '0.4', Ada: '0.3', Ed: '0.2' }, { rollsUp: false })
  expect(targets.of('SALES')).toEqual(manual('0.4', null, null))
  expect([targets.of('OSLO'), targets.of('LABS'), targets.of('ACME')]).toEqual([NONE, NONE, NONE])
})

it('a node that hangs nowhere has its own target or none', () => {
  const targets = rolledUp({ GONE: '5', Ada: '1' })
  expect([targets.of('GONE'), targets.of('NEVER')]).toEqual([manual('5', null, null), NONE])
})

it('the amount alone is that of the whole', () => {
  const targets = rolledUp({ SALES: '200', Ada: '100', Ed: '5' })
  for (const id of ids(ACME_CHART)) expect(targets.amountOf(id)).toBe(targets.of(id).amount)
})

describe('in any organisation', () => {
  const TEAMS = ['T0', 'T1', 'T2', 'T3', 'T4']
  const PERSONS = Array.from({ length: 8 }, (_, index) => `p${index}`)

  const some = (keys: readonly string[]) =>
    fc
      .tuple(
        ...keys.map(() =>
          fc.option(
            fc.oneof(
              amounts,
              amounts.map((each) => d(`-${each}`)),
            ),
          ),
        ),
      )
      .map((values) => new Map(keys.flatMap((key, at) => (values[at] ? [[key, values[at]] as const] : []))))

  interface Organisation extends ManualTargets {
    readonly nodes: readonly OrgNode[]
  }

  const organisations: fc.Arbitrary<Organisation> = fc
    .record({
      parents: fc.tuple(...TEAMS.map(() => fc.constantFrom('ACME', 'D0', 'D1'))),
      teams: fc.tuple(...PERSONS.map(() => fc.constantFrom(null, ...TEAMS))),
      ofNode: some(['ACME', 'D0', 'D1', ...TEAMS]),
      ofPerson: some(PERSONS),
      rollsUp: fc.boolean(),
    })
    .chain(({ parents, teams, ...targets }) => {
      const nodes = [
        ...[company('ACME'), department('D0'), department('D1')],
        ...TEAMS.map((id, index) => team(id, { under: parents[index] })),
      ]
      const peopleOf = new Map(TEAMS.map((id) => [id, PERSONS.filter((_, index) => teams[index] === id)]))
      return fc.constant({ nodes, children: childrenIn(nodes), peopleOf, ...targets })
    })

  /** The rule read word by word, from the node down, as often as asked, in millionths. */
  function naively(given: Organisation, id: string): NodeTarget {
    const below = given.nodes.filter(({ parentId }) => parentId === id)
    const amountsBelow = [
      ...below.map((child) => naively(given, child.id).amount),
      ...(given.peopleOf.get(id) ?? []).map((userId) => given.ofPerson.get(userId) ?? null),
    ].filter((amount) => amount !== null)
    const has = given.rollsUp && amountsBelow.length > 0
    const total = amountsBelow.reduce((sum, amount) => sum + unscaled(amount, 6), 0n)
    const rolled = has ? (scaled(total, 6) as Decimal) : null
    const own = given.ofNode.get(id)
    const amount = own ?? rolled
    const millionths = amount === null ? 0n : unscaled(amount, 6)
    const coverage =
      rolled === null || millionths === 0n
        ? null
        : (scaled(dividedHalfUp(total * 1_000_000n, millionths), 6) as Decimal)
    return { amount, source: own === undefined ? 'ROLLUP' : 'MANUAL', rollup: rolled, coverage }
  }

  it('what is added up on demand says what reading the rule at each node says', () => {
    always([organisations], (given) => {
      const targets = shown(given)
      for (const { id } of given.nodes) expect(targets.of(id)).toEqual(naively(given, id))
    })
  })

  it('resetting a manual target to its roll-up leaves a target with the same roll-up, wholly covered', () => {
    always([organisations, fc.constantFrom('ACME', 'D0', 'T0')], (given, id) => {
      const before = shown(given).of(id)
      const ofNode = new Map([...given.ofNode].filter(([node]) => node !== id))
      const after = shown({ ...given, ofNode }).of(id)
      expect(after).toMatchObject({ amount: before.rollup, source: 'ROLLUP', rollup: before.rollup })
      expect(after.coverage ?? '1').toBe('1')
    })
  })
})
