import { AskedBranches } from '../../server/features/target/asked-branches.js'
import type { Branch } from '../../server/features/target/in-force.loaders.js'
import type { Hanging } from '../../server/features/target/past-tree.loaders.js'

const COMPANY = 'company'

/** So many departments of so many teams: d0 has d0t0, d0t1, … */
function treeOf(departments: number, teams: number): Hanging {
  const numbers = (count: number) => [...Array(count).keys()]
  const below = numbers(departments).map((number) => ({ id: `d${number}`, parentId: COMPANY }))
  const children = new Map([[COMPANY, below]])
  for (const { id } of below)
    children.set(
      id,
      numbers(teams).map((number) => ({ id: `${id}t${number}`, parentId: id })),
    )
  const all = [{ id: COMPANY, parentId: null }, ...[...children.values()].flat()]
  return { nodes: new Map(all.map((node) => [node.id, node])), children }
}

/** What is read for each of the nodes that are asked for in this order, once all have been. */
function readFor(tree: Hanging, ...nodeIds: readonly string[]): (Branch | null)[] {
  const asked = new AskedBranches<() => Branch | null>()
  const made = nodeIds.map((nodeId) => asked.of(tree, { nodeId, companyId: COMPANY }, (widest) => widest))
  expect(nodeIds.map((nodeId) => asked.get(nodeId))).toEqual(made)
  return made.map((widest) => widest())
}

const small = treeOf(3, 2)
const OF_D0 = ['d0', 'd0t0', 'd0t1']

it.each<[string, readonly string[], (Branch | null)[]]>([
  ['a team: itself', ['d0t1'], [['d0t1']]],
  ['a department: itself and its teams', ['d0'], [OF_D0]],
  ['a team of a department that was asked for: what is read for that', ['d0', 'd0t1'], [OF_D0, OF_D0]],
  ['a team of a department that is asked for later: the same', ['d0t1', 'd0'], [OF_D0, OF_D0]],
  ['whatever, where the company is asked for', ['d1t0', COMPANY, 'd0'], [null, null, null]],
  ['a node that was not there then: itself', ['new'], [['new']]],
  ['neighbours: each itself', ['d0t0', 'd1t0'], [['d0t0'], ['d1t0']]],
])('reads for %s', (_what, nodeIds, branches) => {
  expect(readFor(small, ...nodeIds)).toEqual(branches)
})

it('reads the company when so much of it is asked for that it costs no more, and from then on', () => {
  const large = treeOf(20, 99)
  const departments = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5']
  expect(readFor(large, ...departments.slice(0, 2)).map((branch) => branch?.length)).toEqual([100, 100])
  expect(readFor(large, ...departments)).toEqual(Array(6).fill(null))
})

it('reads what a page shows of a small company node by node', () => {
  expect(readFor(small, 'd0', 'd1', 'd2').every((branch) => branch?.length === 3)).toBe(true)
})
