import { Client, type Beliefs, type Done } from './reorganisation-client.js'
import { existingCompany, numbered, type TestCompany } from './test-company.js'
import type { World } from './world.js'

const NAMES = numbered(30, 'p').map((name) => name.replace(' ', ''))

/** A number from 0 up to 1, the same ones for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Reorganisation {
  readonly done: readonly Done[]
  /** How many were refused, by code; FAULT for what was no answer to the caller. */
  readonly refused: Readonly<Record<string, number>>
  /** How often a server could not do something in time, and was asked again. */
  readonly askedAgain: number
}

export async function reorganisedCompany(world: World): Promise<TestCompany> {
  const { build } = await world.company({
    departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
    teams: ['LABS'],
    keyMetrics: ['REV'],
  })
  await build.people(NAMES.map((name) => ({ name, email: `${name}@acme.test` })))
  return existingCompany(build)
}

const EVERY = 5_000

function tellProgress(asked: number, count: number): void {
  if (asked % EVERY === 0) process.stdout.write(`${asked} of ${count} asked for\n`)
}

function refusedIn(refused: Readonly<Record<string, number>>): number {
  return Object.values(refused).reduce((sum, one) => sum + one, 0)
}

/** `clients` at once make `count` changes over HTTP, each as it sees fit, of what is there as far as they know. */
export async function reorganise(
  world: World,
  acme: TestCompany,
  { seed, clients, count }: { readonly seed: number; readonly clients: number; readonly count: number },
): Promise<Reorganisation> {
  const done: Done[] = []
  const refused: Record<string, number> = {}
  const beliefs: Beliefs = {
    departments: new Set(['SALES', 'CS'].map(acme.node)),
    teams: new Set(['OSLO', 'LONDON', 'RENEW', 'LABS'].map(acme.node)),
    tombstones: new Map(),
    versions: new Map(),
  }
  const token = await world.token(acme.admin, '12h')
  const people = NAMES.map((name) => acme.person(`${name}@acme.test`))
  const client = new Client(world.url, token, acme, { beliefs, people })
  let left = count
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const random = chance(seed + index)
      while (left-- > 0) {
        const outcome = await client.make(client.choose(random))
        tellProgress(done.length + refusedIn(refused) + 1, count)
        if ('code' in outcome) refused[outcome.code] = (refused[outcome.code] ?? 0) + 1
        else done.push(outcome)
      }
    }),
  )
  return { done, refused, askedAgain: client.askedAgain }
}
