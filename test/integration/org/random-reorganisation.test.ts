import pg from 'pg'
import { reorganise, reorganisedCompany } from '../../support/random-reorganisation.js'
import { brokenRules, modelOf, stateOf, storedState } from '../../support/reorganisation-state.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const { REORGANISATION_COUNT = '2000', REORGANISATION_SEED = '20261128' } = process.env
const COUNT = Number(REORGANISATION_COUNT)
const SEED = Number(REORGANISATION_SEED)
const CLIENTS = 16

const world = inWorld()

async function judged(acme: TestCompany, count: number) {
  const plan = { seed: SEED, clients: CLIENTS, count }
  const { done, refused, askedAgain } = await reorganise(world, acme, plan)
  const model = await modelOf(world, acme, done)
  const broken = await brokenRules(world, acme)
  const [stored, modelled] = [await storedState(world, acme), stateOf(model)]
  return { done, refused, askedAgain, broken, violations: model.violations, stored, modelled }
}

it(
  `${COUNT} changes by ${CLIENTS} clients at once leave what one after another would have left, and no rule broken at any instant`,
  async () => {
    const { done, refused, askedAgain, broken, violations, stored, modelled } = await judged(
      await reorganisedCompany(world),
      COUNT,
    )
    process.stdout.write(
      `reorganisation: seed ${SEED}, ${done.length} made, refused ${JSON.stringify(refused)}, asked again ${askedAgain}\n`,
    )
    expect(refused.FAULT).toBeUndefined()
    expect(Object.entries(broken).filter(([, count]) => count > 0)).toEqual([])
    expect(violations).toEqual([])
    expect(stored).toEqual(modelled)
    expect(done.length).toBeGreaterThan(COUNT / 3)
  },
  120_000 + COUNT * 180,
)

it('without the lock of the company the same is noticed to go wrong, so that the test means something', async () => {
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown
  const unlocked = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...[text, ...rest]: unknown[]
  ) {
    return query.call(this, typeof text === 'string' ? text.replace(/FOR UPDATE\s*$/, '') : text, ...rest)
  })
  try {
    const { broken, violations, stored, modelled, refused } = await judged(
      await reorganisedCompany(world),
      400,
    )
    const wrong = Object.values(broken).reduce((sum, count) => sum + count, 0) + violations.length
    const isOther = JSON.stringify(stored) !== JSON.stringify(modelled)
    process.stdout.write(
      `without the lock: ${wrong} rules broken, another state: ${isOther}, faults: ${refused.FAULT ?? 0}\n`,
    )
    expect(wrong).toBeGreaterThan(0)
    expect(isOther).toBe(true)
  } finally {
    unlocked.mockRestore()
  }
})
