import { ownerOf } from '../../support/target-company.js'
import { progressCompany } from '../../support/progress-company.js'
import { inEachTest, inWorld } from '../../support/world.js'

// Each keeps for itself what it has read, as two processes beside each other do.
const elsewhere = inWorld()
const { world: here, acme } = inEachTest((world) => progressCompany(world))

const PROGRESS = `company { effectiveKeyMetrics { metric { key } progress { target } } }`
const SET = `mutation ($input: SetTargetsInput!) {
  setTargets(input: $input) { isWritten userErrors { code } query { ${PROGRESS} } } }`

const MOVE = 'mutation ($input: MoveUsersInput!) { moveUsers(input: $input) { isWritten } }'

interface Shown {
  readonly company: {
    readonly effectiveKeyMetrics: readonly {
      readonly metric: { readonly key: string }
      readonly progress: { readonly target: string | null } | null
    }[]
  }
}

const targetIn = ({ company }: Shown, key: string) =>
  company.effectiveKeyMetrics.find(({ metric }) => metric.key === key)?.progress?.target

async function targetOf(world: typeof here, key = 'CALLS') {
  return targetIn((await world.run<Shown>(acme.admin, `{ ${PROGRESS} }`)).data, key)
}

interface Set {
  readonly setTargets: { readonly isWritten: boolean; readonly userErrors: object[]; readonly query: Shown }
}

/** Answers what the same request reads after it. */
async function set(world: typeof here, owner: string, amount: string, dryRun = false) {
  const items = [{ ...ownerOf(acme, owner), metricId: acme.metric('CALLS'), amount }]
  const { data } = await world.run<Set>(acme.admin, SET, { input: { items, mode: 'ATOMIC', dryRun } })
  expect(data.setTargets).toMatchObject({ isWritten: !dryRun, userErrors: [] })
  return targetIn(data.setTargets.query, 'CALLS')
}

it('the amounts of a metric are read once for as long as none of its targets is set', async () => {
  await set(here, 'OSLO', '5')
  expect(await targetOf(here)).toBe('5')
  // What no command does, nobody is told.
  await here.database.query('UPDATE target SET amount = 6 WHERE company_id = $1', [acme.id])
  expect(await targetOf(here)).toBe('5')
  expect(await set(here, 'LABS', '10')).toBe('16')
})

it('a target that another process sets is in the very next answer, also in that of the request itself', async () => {
  for (const [amount, sum] of [
    ['5', '5'],
    ['7', '7'],
  ] as const) {
    expect(await set(elsewhere, 'OSLO', amount)).toBe(sum)
    expect([await targetOf(here), await targetOf(elsewhere)]).toEqual([sum, sum])
  }
  expect(await targetOf(here, 'DEALS')).toBeNull()
})

it('of a batch that is tried, nothing is kept', async () => {
  expect(await set(here, 'OSLO', '5')).toBe('5')
  expect(await set(here, 'OSLO', '99', true)).toBe('5')
  expect(await targetOf(here)).toBe('5')
  expect(await set(elsewhere, 'OSLO', '8')).toBe('8')
  expect(await targetOf(here)).toBe('8')
})

it('whoever leaves their team takes their target along', async () => {
  await set(here, 'lon', '3')
  await set(here, 'OSLO', '5')
  expect(await targetOf(here)).toBe('8')
  const items = [{ ...ownerOf(acme, 'lon'), teamId: null, expectedVersion: 1 }]
  const { data } = await elsewhere.run(acme.admin, MOVE, { input: { items, mode: 'ATOMIC' } })
  expect(data).toEqual({ moveUsers: { isWritten: true } })
  expect(await targetOf(here)).toBe('5')
})
