import { apiSchema } from '../../server/app/schema.js'
import { randomNumbers, RandomDocuments, type RandomRequest } from '../support/random-document.js'
import { codesOf, runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { untilAnswered } from '../support/until-answered.js'
import { startWorld, type World } from '../support/world.js'

const COUNT = Number(process.env.FUZZ_DOCUMENTS ?? 500)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)
const AT_ONCE = 8
const MINUTES = 60_000

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  const plan = { departments: { SALES: ['OSLO', 'BERGEN'] }, metrics: ['REV', 'MTG'], keyMetrics: ['REV'] }
  acme = await world.company(plan)
})

afterAll(() => world.stop())

interface Told extends RandomRequest {
  readonly status: number
  readonly codes: readonly unknown[]
}

async function ask(request: RandomRequest, token: string): Promise<Told> {
  const answer = await untilAnswered(() => runDocument(world.url, { ...request, token }))
  return { ...request, status: answer.status, codes: codesOf(answer) }
}

/** How many answers there were of each status, and the first with which the server is at fault. */
async function askAll(requests: RandomDocuments, count: number) {
  const token = await world.token(acme.admin, '12h')
  const counts: Record<number, number> = {}
  let fault: Told | undefined
  for (let asked = 0; asked < count && !fault; asked += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - asked) }, () => requests.next())
    const answers = await Promise.all(batch.map((request) => ask(request, token)))
    for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
    fault = answers.find(({ status, codes }) => status >= 500 || codes.includes('INTERNAL_SERVER_ERROR'))
  }
  return { counts, fault }
}

it(
  `${COUNT} requests made up from the schema are all answered, or refused for a fault of their own (seed ${SEED})`,
  async () => {
    const ids = [
      acme.id,
      acme.member.userId,
      ...['SALES', 'OSLO', 'BERGEN'].map(acme.node),
      ...['REV', 'MTG'].map(acme.metric),
    ]
    const requests = new RandomDocuments(apiSchema(), randomNumbers(SEED), ids)
    const { counts, fault } = await askAll(requests, COUNT)
    if (process.env.FUZZ_DOCUMENTS) process.stdout.write(`seed ${SEED}: ${JSON.stringify(counts)}\n`)
    expect({ seed: SEED, fault }).toEqual({ seed: SEED, fault: undefined })
    // Requests of which all are refused, or none, would prove little.
    expect(counts[200]).toBeGreaterThan(COUNT / 4)
    expect(counts[400]).toBeGreaterThan(COUNT / 20)
  },
  Math.max(1, COUNT / 1_000) * MINUTES,
)

it('the same seed makes the same requests', () => {
  const made = (seed: number) => {
    const requests = new RandomDocuments(apiSchema(), randomNumbers(seed), ['x'])
    return Array.from({ length: 20 }, () => requests.next())
  }
  expect(made(7)).toEqual(made(7))
  expect(made(7)).not.toEqual(made(8))
})
