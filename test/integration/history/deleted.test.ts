import { viewer } from '../../support/activity-company.js'
import { CALLS_OF_MARCH, log, progressCompany } from '../../support/progress-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inEachTest, type World } from '../../support/world.js'

const NODES = ['ACME', 'SALES', 'OSLO', 'LONDON', 'LABS', 'CS']
const MONTHS = ['02', '03', '04']
const NUMBERS = `query ($id: ID!, $asOf: DateTime) { orgNode(id: $id, asOf: $asOf) { effectiveKeyMetrics { metric { key }
  ${MONTHS.map((month) => `m${month}: progress(period: { frequency: MONTHLY, containing: "2026-${month}-15" }) { actual }`).join('\n')} } } }`

/** With numbers in two months before whatever is done to it. */
async function company(at: World): Promise<TestCompany> {
  const found = await progressCompany(at, async ({ build }) => void (await build.department('CS')))
  await log(
    found,
    ...CALLS_OF_MARCH,
    ['mia', 'DEAL', '2026-03-04', '2', '1000'],
    ['lon', 'DEAL', '2026-04-06', '3', '300'],
    ['hal', 'CALL', '2026-04-07', '7'],
  )
  return found
}

const { world, acme } = inEachTest(company)

interface Shown {
  readonly [month: string]: { readonly actual: string | null } | null
}

/** What there was of each metric at a node, month by month; null while there is no such node. */
async function months(node: string, asOf?: string, who = acme.admin): Promise<unknown> {
  const { data, errors } = await world.run<{
    orgNode: { effectiveKeyMetrics: (Shown & { metric: { key: string } })[] | null } | null
  }>(who, NUMBERS, { id: acme.node(node), asOf })
  expect(errors).toEqual([])
  const shown = data.orgNode?.effectiveKeyMetrics?.map(({ metric, ...numbers }): [string, unknown] => [
    metric.key,
    MONTHS.map((month) => numbers[`m${month}`]?.actual),
  ])
  return shown ? Object.fromEntries(shown) : null
}

async function everyMonth(asOf?: string): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const node of NODES) all[node] = await months(node, asOf)
  return all
}

const now = () =>
  world.database
    .query<[{ now: Date }]>('SELECT clock_timestamp() AS now')
    .then(([row]) => row.now.toISOString())

const change = async (mutation: 'deleteNode' | 'restoreNode', node: string, rest: object = {}) => {
  const input = { nodeId: acme.node(node), expectedVersion: await acme.versionOf(node), ...rest }
  expect((await world.mutate(acme.admin, mutation, input)).userErrors).toEqual([])
}

describe('the numbers of the months before are what they were', () => {
  it.each<[string, string, string | null]>([
    ['OSLO', 'UNASSIGN_MEMBERS', null],
    ['OSLO', 'MOVE_MEMBERS', 'LONDON'],
    ['OSLO', 'MOVE_MEMBERS', 'LABS'],
    ['SALES', 'DETACH_TEAMS', null],
    ['SALES', 'MOVE_TEAMS', 'CS'],
  ])('when %s is deleted with %s to %s, and when it is restored', async (node, choice, to) => {
    const before = await everyMonth()
    expect(before.OSLO).toMatchObject({ CALLS: ['0', '20', '7'], REV: ['0', '1000', '0'] })
    const instant = await now()
    await change('deleteNode', node, { choice, ...(to && { moveToId: acme.node(to) }) })
    expect(await everyMonth()).toEqual({ ...before, [node]: null })
    expect(await everyMonth(instant)).toEqual(before)
    await change('restoreNode', node)
    expect(await everyMonth()).toEqual(before)
    expect(await everyMonth(instant)).toEqual(before)
  })

  it('to who runs the department of a team that was deleted, and to nobody who did not see it', async () => {
    const [before, instant] = [await months('OSLO'), await now()]
    await change('deleteNode', 'OSLO', { choice: 'UNASSIGN_MEMBERS' })
    expect(await months('OSLO', instant, viewer(acme, 'dan'))).toEqual(before)
    expect(await months('OSLO', instant, viewer(acme, 'lon'))).toBeNull()
  })
})
