import fc from 'fast-check'
import { viewer } from '../../support/activity-company.js'
import { readEverything } from '../../support/peer-reading.js'
import { log, progressCompany, setTarget, type Logged } from '../../support/progress-company.js'
import type { TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

// Somebody who is in the team and does not run it must not find out what Hal did, who is hidden: not from one page, nor
// from all of them together with whatever else can be read.

const RUNS = 3
const PERIOD = { frequency: 'MONTHLY', containing: '2026-03-15' }
const DAY = '2026-03-10'
const world = inWorld()

/** What one person did, and was to do: large numbers, so that none comes about by chance. */
interface Deeds {
  readonly calls: number
  readonly deals: number
  readonly amount: number
  readonly target: number
}

interface Team {
  /** Of Mia, Pia, Hal and Lea, who leads, and of up to three more. */
  readonly deeds: Readonly<Record<string, Deeds>>
  readonly who: string
  /** How much of what Hal and the cover did together is Hal's in the other company, in percent. */
  readonly share: number
}

const number = fc.noBias(fc.integer({ min: 1_000_000_000, max: 2_000_000_000 }))
const deeds = fc.record({ calls: number, deals: number, amount: number, target: number })
const team: fc.Arbitrary<Team> = fc.subarray(['p1', 'p2', 'p3']).chain((more) => {
  const names = ['mia', 'pia', 'hal', 'lea', ...more]
  return fc.record({
    deeds: fc.record(Object.fromEntries(names.map((name) => [name, deeds]))),
    who: fc.constantFrom('mia', 'pia', ...more),
    share: fc.constantFrom(0, 10, 90, 100),
  })
})

/** Whoever has been in the team longest, apart from who asks. */
const coverOf = (who: string) => (who === 'mia' ? 'pia' : 'mia')

async function companyOf(given: Team['deeds']): Promise<TestCompany> {
  const more = Object.keys(given).filter((name) => /^p\d/.test(name))
  const company = await progressCompany(world, async ({ build, node }) => {
    await build.people(more.map((name) => ({ email: `${name}@acme.test`, name, teamId: node('OSLO') })))
  })
  const logged = Object.entries(given).flatMap(([name, { calls, deals, amount }]): Logged[] => [
    [name, 'CALL', DAY, `${calls}`],
    [name, 'DEAL', DAY, `${deals}`, `${amount}`],
  ])
  await log(company, ...logged.filter(([, , , quantity]) => quantity !== '0'))
  for (const key of ['CALLS', 'COST', 'SIZE'])
    for (const [name, { target }] of Object.entries(given))
      await setTarget(world, company, key, {
        ...{ from: '2026-03-01', userId: viewer(company, name).userId, amount: `${target}` },
      })
  return company
}

const read = (company: TestCompany, who: string, names: readonly string[]) =>
  readEverything(world, viewer(company, who), company, {
    ...{ node: 'OSLO', period: PERIOD, people: names.map((name) => `${name}@acme.test`) },
  })

/** The same, but Hal and the cover have shared what they did in another way. */
function shifted({ deeds, who, share }: Team): Team['deeds'] {
  const [hal, cover] = [deeds.hal!, deeds[coverOf(who)]!]
  const part = (field: keyof Deeds) => Math.floor(((hal[field] + cover[field]) * share) / 100)
  const fields = ['calls', 'deals', 'amount', 'target'] as const
  const halThen = Object.fromEntries(fields.map((field) => [field, part(field)])) as unknown as Deeds
  const coverThen = Object.fromEntries(
    fields.map((field) => [field, hal[field] + cover[field] - halThen[field]]),
  ) as unknown as Deeds
  return { ...deeds, hal: halThen, [coverOf(who)]: coverThen }
}

/** The texts that differ, by their names. */
const differing = (a: Record<string, string>, b: Record<string, string>) =>
  Object.keys(a).filter((name) => a[name] !== b[name])

/** Every number in the texts. */
function numbersIn(texts: Record<string, string>): Set<bigint> {
  const found =
    Object.values(texts)
      .join(' ')
      .match(/(?<=")\d{4,}(?=")/g) ?? []
  return new Set(found.map(BigInt))
}

/** Every number that comes of those told for one metric by adding some and taking off others. */
function combinations(told: readonly bigint[]): Set<bigint> {
  let sums = new Set([0n])
  for (const value of told) sums = new Set([...sums].flatMap((sum) => [sum, sum + value, sum - value]))
  return sums
}

it('a peer reads the same whoever of the hidden person and the cover did it; the lead does not', async () => {
  await fc.assert(
    fc.asyncProperty(team, async (given) => {
      const names = Object.keys(given.deeds)
      const [one, other] = [await companyOf(given.deeds), await companyOf(shifted(given))]
      const [first, second] = [await read(one, given.who, names), await read(other, given.who, names)]
      expect(differing(first, second)).toEqual([])
      const toLead = differing(await read(one, 'lea', names), await read(other, 'lea', names))
      expect(toLead).toEqual(
        expect.arrayContaining(['team page', 'leaderboard CALLS ACTUAL', 'numbers of hal@acme.test']),
      )
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 240_000)

it('no sum or difference of what a peer is told is what the hidden person did; of what the lead is told one is', async () => {
  await fc.assert(
    fc.asyncProperty(team, async ({ deeds, who }) => {
      const company = await companyOf(deeds)
      const { calls, deals, amount, target } = deeds.hal!
      const fieldsOfAll = (['calls', 'deals', 'amount', 'target'] as const).map((field) =>
        Object.values(deeds).map((one) => BigInt(one[field])),
      )
      const secrets = [calls, deals, amount, target].map(BigInt)
      const found = async (reader: string) => {
        const told = numbersIn(await read(company, reader, Object.keys(deeds)))
        return secrets.map((secret, index) => {
          const own = fieldsOfAll[index]!
          const subsets = combinations(own)
          const ofField = [...told].filter((value) => subsets.has(value))
          expect(ofField.length).toBeLessThan(12)
          return combinations(ofField).has(secret)
        })
      }
      expect(await found(who)).toEqual([false, false, false, false])
      expect(await found('lea')).toEqual([true, true, true, true])
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
}, 240_000)
