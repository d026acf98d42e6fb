import fc from 'fast-check'
import { datedBack } from '../../../server/features/activity/dated-back.js'
import { moveNode } from '../../../server/features/org/move-node.commands.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { assignTeams } from '../../../server/features/people/people.commands.js'
import { change } from '../../../server/platform/database/change.js'
import { activityCompany, counted, deliver, viewer } from '../../support/activity-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

const DAY = 86_400_000
const START = Date.UTC(2026, 1, 1)
const dayAt = (day: number) => new Date(START + day * DAY)

/** Each place at most once a thing: to go where one is already is no change, whichever comes first. */
const MOVES = [
  { what: 'pia', to: 'LONDON', day: 10 },
  { what: 'hal', to: 'LONDON', day: 20 },
  { what: 'pia', to: 'LABS', day: 30 },
  { what: 'lon', to: 'LABS', day: 15 },
  { what: 'lon', to: 'OSLO', day: 25 },
  { what: 'OSLO', to: 'ACME', day: 18 },
  { what: 'LONDON', to: 'CS', day: 12 },
] as const
const DAYS = [5, 11, 13, 16, 19, 21, 26, 31]

async function apply(company: TestCompany, { what, to, day }: (typeof MOVES)[number]): Promise<void> {
  const { ctx } = company.build
  const place = to && company.node(to)
  const isTeam = what === 'OSLO' || what === 'LONDON'
  await datedBack(ctx, dayAt(day), async () => {
    if (isTeam) {
      const expectedVersion = await company.versionOf(what)
      return moveNode(ctx, { nodeId: company.node(what), parentId: place, expectedVersion })
    }
    const userId = company.person(`${what}@acme.test`)
    return change(ctx, onCompany('move people'), (tx) => assignTeams(tx, [{ userId, teamId: place }]))
  })
}

async function founded(): Promise<TestCompany> {
  const company = await activityCompany(world)
  const { ctx } = company.build
  await datedBack(ctx, new Date('2026-01-11T00:00:00.000Z'), () => company.build.department('CS'))
  const [{ id }] = await world.database.query<[{ id: string }]>(
    `SELECT id FROM org_node WHERE company_id = $1 AND name = 'CS'`,
    [company.id],
  )
  return { ...company, node: (name) => (name === 'CS' ? id : company.node(name)) }
}

async function logEveryDay(company: TestCompany): Promise<void> {
  const items = DAYS.flatMap((day) =>
    ['pia', 'lon', 'hal'].map((name) => ({
      userId: company.person(`${name}@acme.test`),
      activityTypeId: company.activityType('CALL'),
      occurredAt: dayAt(day),
    })),
  )
  await deliver(world, viewer(company, 'ada'), { items })
}

const TREE = `query ($asOf: DateTime) { company(asOf: $asOf) {
  departments { name teams { ...T } } teams { ...T } } } fragment T on Team { name members { nodes { name } } }`

/** Where everybody was on each of the days, and what every node counts. */
async function everything(company: TestCompany): Promise<unknown[]> {
  const trees = []
  for (const day of DAYS) {
    const { data } = await world.run<{ company: unknown }>(company.admin, TREE, { asOf: dayAt(day) })
    trees.push(data.company)
  }
  const counts = []
  for (const name of ['ACME', 'SALES', 'CS', 'OSLO', 'LONDON', 'LABS'])
    counts.push([name, await counted(world, company, name)])
  return [...trees, ...counts]
}

it('what is dated back gives the same history and the same numbers in whatever order it is told', async () => {
  const inOrder = await founded()
  await logEveryDay(inOrder)
  const chronological = [...MOVES].sort((a, b) => a.day - b.day)
  for (const move of chronological) await apply(inOrder, move)
  const expected = await everything(inOrder)
  expect(expected.at(-1)).toEqual(['LABS', ['CALL : 4/0']])

  const law = fc.asyncProperty(
    fc.shuffledSubarray([...MOVES], { minLength: MOVES.length }),
    fc.nat({ max: MOVES.length }),
    async (moves, loggedAfter) => {
      const company = await founded()
      for (const move of moves.slice(0, loggedAfter)) await apply(company, move)
      await logEveryDay(company)
      for (const move of moves.slice(loggedAfter)) await apply(company, move)
      expect(await everything(company)).toEqual(expected)
    },
  )
  await fc.assert(law, { numRuns: 15 })
})
