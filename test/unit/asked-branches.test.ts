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

/** What is read for each in this order, once all have been asked for; null stands for the whole company, asked for and read. */
function readFor(tree: Hanging, ...ids: readonly (string | null)[]): (readonly string[] | null)[] {
  const asked = new AskedBranches<() => Branch | null>(COMPANY)
  const made = ids.map((id) => asked.of(tree, id, (toRead) => toRead))
  expect(ids.map((id) => asked.of(tree, id, (toRead) => toRead))).toHaveLength(made.length)
  return made.map((toRead) => toRead()?.ids ?? null)
}

const small = treeOf(3, 2)
const OF_D0 = ['d0', 'd0t0', 'd0t1']

it.each<[string, readonly (string | null)[], (readonly string[] | null)[]]>([
  ['a team: itself', ['d0t1'], [['d0t1']]],
  ['a department: itself and its teams', ['d0'], [OF_D0]],
  ['a team of a department that was asked for: what is read for that', ['d0', 'd0t1'], [OF_D0, OF_D0]],
  ['a team of a department that is asked for later: the same', ['d0t1', 'd0'], [OF_D0, OF_D0]],
  ['the company alone: its top', [COMPANY], [[COMPANY, 'd0', 'd1', 'd2']]],
  ['the company and something else: all', [COMPANY, 'd1t0'], [null, null]],
  ['something else and the company: all', ['d1t0', COMPANY], [null, null]],
  ['whoever asks for all: all', [null, 'd1t0', COMPANY], [null, null, null]],
  ['a node that was not there then, or somebody in no team: itself', ['new'], [['new']]],
  ['neighbours: each itself', ['d0t0', 'd1t0'], [['d0t0'], ['d1t0']]],
])('reads for %s', (_what, ids, branches) => {
  expect(readFor(small, ...ids)).toEqual(branches)
})

it('does not take the top of the company, once it is read, for what is below', () => {
  const asked = new AskedBranches<() => Branch | null>(COMPANY)
  const of = (id: string | null) => asked.of(small, id, (toRead) => toRead)
  expect(of(COMPANY)()).toMatchObject({ isTop: true })
  expect(of('d0')()).toEqual({ ids: OF_D0, isTop: false })
  expect(of(COMPANY)()).toMatchObject({ isTop: true })
  expect(of(null)()).toBeNull()
  expect(of(COMPANY)()).toBeNull()
})

it('reads all when so much of it is asked for that it costs no more, and from then on', () => {
  const large = treeOf(20, 99)
  const departments = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5']
  expect(readFor(large, ...departments.slice(0, 2)).map((ids) => ids?.length)).toEqual([100, 100])
  expect(readFor(large, ...departments)).toEqual(Array(6).fill(null))
})

it('reads what a page shows of a small company node by node', () => {
  expect(readFor(small, 'd0', 'd1', 'd2').every((ids) => ids?.length === 3)).toBe(true)
})
