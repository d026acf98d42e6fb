import { settleCompany } from '../../../server/features/celebration/settle-company.commands.js'
import { moveUser } from '../../support/activity-company.js'
import { settle } from '../../support/celebrations.js'
import { startWorld, type World } from '../../support/world.js'
import { reachedByTheModel, type CallsFormula } from './celebration-model.js'
import { monthOf, randomCompany, type RandomCompany } from './random-company.js'
import { Dice, randomDeed, randomFrom, type Deed } from './random-writers.js'

// CELEBRATION_ROUNDS=1000 CELEBRATION_SEED=7 npx jest test/integration/celebration/random-rounds
const ROUNDS = Number(process.env.CELEBRATION_ROUNDS ?? 120)
const SEED = Number(process.env.CELEBRATION_SEED ?? 20261128)
/** A company goes through so many, so that what went before plays a part. */
const ROUNDS_OF_ONE = 40

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

interface Company {
  readonly acme: RandomCompany
  formula: CallsFormula
  /** Whether the key metrics are hidden on T1. */
  isHidden: boolean
  /** What was celebrated when it was last looked at. */
  standing: ReadonlySet<string>
  readonly total: { made: number; withdrawn: number; deeds: number }
}

/** Several at once, each doing one thing after the other. */
async function write({ acme, total }: Company, dice: Dice): Promise<void> {
  const writers = Array.from({ length: 2 + dice.below(3) }, () =>
    Array.from({ length: 1 + dice.below(4) }, () => randomDeed(acme, dice)),
  )
  total.deeds += writers.flat().length
  await Promise.all(writers.map((deeds) => oneAfterTheOther(acme, deeds)))
}

async function oneAfterTheOther({ build }: RandomCompany, deeds: readonly Deed[]): Promise<void> {
  const ctx = { ...build.ctx }
  for (const deed of deeds) await deed(ctx)
}

/** What changes the company itself, and what its numbers mean. */
async function reconfigure(company: Company, dice: Dice): Promise<void> {
  const { acme } = company
  const { build, metric, people, teams } = acme
  const what = dice.below(6)
  if (what === 0) await moveUser(acme, dice.oneOf(people), dice.oneOf(teams))
  if (what === 1) await hideOrShow(company)
  if (what !== 2) return
  company.formula = company.formula === 'COUNT' ? 'SUM' : 'COUNT'
  await build.formula(metric('CALLS'), {
    kind: company.formula,
    activityTypeIds: [acme.activityType('CALL')],
  })
}

async function hideOrShow(company: Company): Promise<void> {
  const { build, metric, teams } = company.acme
  const [metricId, teamId] = [metric('CALLS'), teams[0]!]
  await (company.isHidden ? build.remove(teamId, metricId) : build.hide(teamId, metricId))
  company.isHidden = !company.isHidden
}

/** CALLS of T1 and its people while it is hidden there, in what is not over: when everything else was, it was in force. */
async function outOfForce({ acme, isHidden }: Company): Promise<(place: string) => boolean> {
  if (!isHidden) return () => false
  const rows = await world.database.query<{ userId: string }[]>(
    `SELECT user_id AS "userId" FROM membership WHERE company_id = $1 AND team_id = $2 AND valid_to = 'infinity'`,
    [acme.id, acme.teams[0]],
  )
  const owners = [acme.teams[0]!, ...rows.map(({ userId }) => userId)]
  return (place) => {
    const [metric, owner, frequency, start] = place.split('/') as [string, string, string, string]
    const end =
      frequency === 'MONTHLY' ? monthOf(new Date(start), 1) : new Date(Date.parse(start) + 7 * 86_400_000)
    return metric === 'CALLS' && owners.includes(owner) && end > new Date()
  }
}

/** What should stand: what is reached, and was celebrated or is in force. */
async function expected(company: Company): Promise<Set<string>> {
  const reached = await reachedByTheModel(company.acme, company.formula, Date.now())
  const isOut = await outOfForce(company)
  return new Set([...reached].filter((place) => company.standing.has(place) || !isOut(place)))
}

async function standingOf({ id }: RandomCompany): Promise<Set<string>> {
  const rows = await world.database.query<{ place: string }[]>(
    `SELECT m.key || '/' || coalesce(c.node_id, c.user_id) || '/' || c.frequency || '/' || c.period_start AS place
       FROM celebration c JOIN metric m ON m.id = c.metric_id
      WHERE c.company_id = $1 AND c.withdrawn_at IS NULL`,
    [id],
  )
  expect(new Set(rows.map(({ place }) => place)).size).toBe(rows.length)
  return new Set(rows.map(({ place }) => place))
}

const without = (all: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...all].filter((one) => !others.has(one)).length

/** Written by many, then looked at: what is made and withdrawn is known to the last one. */
async function roundInTurn(company: Company, dice: Dice): Promise<void> {
  await write(company, dice)
  await reconfigure(company, dice)
  const should = await expected(company)
  const settled = await settle(company.acme)
  expect(settled).toEqual({
    made: without(should, company.standing),
    withdrawn: without(company.standing, should),
  })
  await compare(company, should)
  company.total.made += settled.made
  company.total.withdrawn += settled.withdrawn
}

/** Looked at by two while it is being written: in the end it is the same. */
async function roundAtOnce(company: Company, dice: Dice): Promise<void> {
  if (company.isHidden) {
    await hideOrShow(company)
    await settle(company.acme)
  }
  let isWriting = true
  const worker = async () => {
    const ctx = { ...company.acme.build.ctx }
    while (isWriting) await settleCompany(ctx)
  }
  const workers = [worker(), worker()]
  await write(company, dice).finally(() => (isWriting = false))
  await Promise.all(workers)
  await settle(company.acme)
  await compare(company, await expected(company))
}

async function compare(company: Company, should: ReadonlySet<string>): Promise<void> {
  const standing = await standingOf(company.acme)
  expect([...standing].sort()).toEqual([...should].sort())
  company.standing = standing
}

/** Each number of the count of the company is of one thing that happened, and what happened is alternately one and the other. */
async function expectWholeHistory({ acme, total }: Company): Promise<void> {
  const [row] = await world.database.query<[{ made: number; withdrawn: number; isCounted: boolean }]>(
    `SELECT count(*)::int AS made, count(c.withdrawn_at)::int AS withdrawn,
            count(*) + count(c.withdrawn_at) = s.latest_number AND bool_and(c.withdrawn_number IS NULL OR c.withdrawn_number > c.made_number)
              AS "isCounted"
       FROM celebration c JOIN celebration_state s ON s.company_id = c.company_id
      WHERE c.company_id = $1 GROUP BY s.latest_number`,
    [acme.id],
  )
  expect(row.isCounted).toBe(true)
  Object.assign(total, { made: row.made, withdrawn: row.withdrawn })
}

it(`after each of ${ROUNDS} random rounds exactly what the model says is celebrated`, async () => {
  const dice = new Dice(randomFrom(SEED))
  const sum = { made: 0, withdrawn: 0, deeds: 0 }
  for (let round = 0; round < ROUNDS;) {
    const total = { made: 0, withdrawn: 0, deeds: 0 }
    const acme = await randomCompany(world)
    const company: Company = { acme, formula: 'COUNT', isHidden: false, standing: new Set(), total }
    for (let of = 0; of < ROUNDS_OF_ONE && round < ROUNDS; of++, round++)
      await (dice.below(2) === 0 ? roundInTurn(company, dice) : roundAtOnce(company, dice))
    await expectWholeHistory(company)
    for (const what of ['made', 'withdrawn', 'deeds'] as const) sum[what] += total[what]
  }
  process.stdout.write(
    `celebrations: ${ROUNDS} rounds of seed ${SEED}, ${sum.deeds} deeds, ${sum.made} made, ${sum.withdrawn} withdrawn\n`,
  )
}, 3_600_000)
