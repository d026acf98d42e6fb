import { apiSchema } from '../../../server/app/schema.js'
import { EVERYBODY, roleCompany, type RoleCompany } from '../../support/role-company.js'
import { rowsOf } from '../../support/rows.js'
import { everyQuery } from '../../support/selection.js'
import { startWorld, type World } from '../../support/world.js'

const LEAST_ANSWERS = 10_000
const AT_ONCE = 16
const RANDOM_ID = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
// Flat, since there are many: how deep an answer goes is no matter when there must be none.
const BY_ID = [
  ...everyQuery(apiSchema(), 1).filter(({ document }) => /\$ids?\b/.test(document)),
  { field: 'home', document: 'query ($id: ID!) { home(nodeId: $id) { node { id } notice { verdict } } }' },
]

let world: World
let acme: RoleCompany
let other: RoleCompany

beforeAll(async () => {
  // Off, since it would cover for a statement that forgets the company: both defences are to hold by themselves.
  world = await startWorld(undefined, { rowLevelSecurity: 'off' })
  other = await roleCompany(world)
  acme = await roleCompany(world)
})

afterAll(() => world.stop())

/** Every id there is in the rows of a company. */
async function idsOf({ company }: RoleCompany): Promise<string[]> {
  const rows = JSON.stringify(await rowsOf(world.database, company.id))
  return [...new Set(rows.match(UUID))]
}

/** How many answers somebody got to foreign ids, and the ids to which the answer was not the one to a random id. */
async function walk(name: string, ids: readonly string[]): Promise<{ answers: number; leaks: string[] }> {
  const viewer = acme.person(name)
  const leaks: string[] = []
  for (const { field, document } of BY_ID) {
    const ask = async (id: string) =>
      (await world.run(viewer, document, { id, ids: [id], metricId: id, cursor: null })).text
    const never = await ask(RANDOM_ID)
    for (let first = 0; first < ids.length; first += AT_ONCE) {
      const some = ids.slice(first, first + AT_ONCE)
      const texts = await Promise.all(some.map(ask))
      leaks.push(...some.filter((_, index) => texts[index] !== never).map((id) => `${field} ${id}`))
    }
  }
  return { answers: BY_ID.length * ids.length, leaks }
}

it(`every id of another company is answered to everybody as one that never was: ${LEAST_ANSWERS} answers at least`, async () => {
  const ids = await idsOf(other)
  let answers = 0
  const everybody = Object.keys(EVERYBODY).filter((one) => !EVERYBODY[one]!.isDeactivated)
  for (const [turn, name] of everybody.entries()) {
    // Each id is tried by every other of them, and each of them tries half.
    const half = ids.filter((_, index) => index % 2 === turn % 2)
    const walked = await walk(name, half)
    expect([name, walked.leaks]).toEqual([name, []])
    answers += walked.answers
  }
  process.stdout.write(`canary walk: ${answers} answers, 0 leaks\n`)
  expect(answers).toBeGreaterThanOrEqual(LEAST_ANSWERS)
}, 900_000)
