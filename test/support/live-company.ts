import { deliver } from './activity-company.js'
import { subscribe, type Answered, type Subscriber, type Transport } from './live.js'
import { targetCompany } from './target-company.js'
import { existingCompany, type TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** `targetCompany` with CALLS and REV in force everywhere. Dan manages SALES, Lea leads OSLO, Pia is one of OSLO. */
export async function liveCompany(world: World): Promise<TestCompany> {
  const { build, node, metric } = await targetCompany(world)
  for (const key of ['CALLS', 'REV']) await build.add(node('ACME'), metric(key), {})
  return existingCompany(build)
}

export const PROGRESS = `subscription ($nodeId: ID!) { progressChanged(nodeId: $nodeId) {
  topics isFirst node { name effectiveKeyMetrics { metric { key } progress { actual target } } } } }`

interface Told {
  readonly topics: readonly string[]
  readonly isFirst: boolean
  readonly node: {
    readonly name: string
    readonly effectiveKeyMetrics: readonly {
      readonly metric: { readonly key: string }
      readonly progress: { readonly actual: string; readonly target: string | null } | null
    }[]
  }
}
export type ProgressAnswer = Answered<{ progressChanged: Told | null }>

/** 'ACTIVITIES OSLO CALLS 3 of 10'; the errors' codes where there are some. */
export function inShort({ data, errors }: ProgressAnswer): string {
  if (errors) return errors.map(({ extensions }) => String(extensions?.code)).join()
  const told = data?.progressChanged
  if (!told) return 'GONE'
  const progress = told.node.effectiveKeyMetrics.find(({ metric }) => metric.key === 'CALLS')?.progress
  const why = told.isFirst ? 'FIRST' : told.topics.join('+')
  return `${why} ${told.node.name} CALLS ${progress?.actual} of ${progress?.target}`
}

export interface Follower {
  /** In short. */
  next(withinMs?: number): Promise<string>
  rest(withinMs?: number): Promise<string[]>
  readonly waiting: number
}

interface Following {
  readonly transport?: Transport
  readonly expiresIn?: string
}

const open: Subscriber<unknown>[] = []

/** To be called after each test that followed somebody. */
export async function endAll(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.end()))
}

/** Who follows the progress of a node. */
export async function follow(
  world: World,
  who: Viewer,
  nodeId: string,
  { transport = 'server-sent events', expiresIn }: Following = {},
): Promise<Follower> {
  const token = await world.token(who, expiresIn)
  const asked = { url: world.url, token, query: PROGRESS, variables: { nodeId } }
  const subscriber = subscribe<{ progressChanged: Told | null }>(transport, asked)
  open.push(subscriber)
  return {
    get waiting() {
      return subscriber.waiting
    },
    next: async (withinMs) => inShort(await subscriber.next(withinMs)),
    rest: async (withinMs) => (await subscriber.rest(withinMs)).map(inShort),
  }
}

/** Somebody, by the first part of the e-mail address, called so many. */
export function call(world: World, { admin, activityType }: TestCompany, name: string, quantity = '1') {
  const item = { email: `${name}@acme.test`, activityTypeId: activityType('CALL'), quantity }
  return deliver(world, admin, { items: [item] })
}
