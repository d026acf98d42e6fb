import { CHANGED, type Mutation } from './mutation.js'
import { existingCompany, type TestCompany } from './test-company.js'
import type { World } from './world.js'

type Input = Readonly<Record<string, unknown>>

/** A change that can be made in the company of `companyForEveryMutation`. */
export interface Case {
  readonly mutation: Mutation
  /** Name of the node or key of the metric whose version is asked for; none for what is new. */
  readonly of: string | null
  input(company: TestCompany): Input
}

const onRule =
  (node: string, metric: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ nodeId: company.node(node), metricId: company.metric(metric), ...rest })
const onMetric =
  (key: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ metricId: company.metric(key), ...rest })

const NEW_METRIC = { key: 'NEW', name: 'New', unit: 'COUNT', defaultKind: 'PRIMARY' }

/** One change by each mutation there is. */
export const EVERY_MUTATION: readonly Case[] = [
  { mutation: 'addKeyMetric', of: 'SALES', input: onRule('SALES', 'MTG', { label: 'Meetings' }) },
  { mutation: 'hideKeyMetric', of: 'SALES', input: onRule('SALES', 'REV') },
  { mutation: 'overrideKeyMetric', of: 'OSLO', input: onRule('OSLO', 'REV', { kind: 'PRIMARY' }) },
  { mutation: 'removeKeyMetricRule', of: 'ACME', input: onRule('ACME', 'REV') },
  { mutation: 'lockKeyMetric', of: 'ACME', input: onRule('ACME', 'REV', { preset: 'MANDATORY' }) },
  {
    mutation: 'setKeyMetricInheritance',
    of: 'OSLO',
    input: ({ node }) => ({ nodeId: node('OSLO'), inheritsKeyMetrics: false }),
  },
  { mutation: 'createMetric', of: null, input: () => NEW_METRIC },
  {
    mutation: 'updateMetric',
    of: 'REV',
    input: onMetric('REV', { name: 'Revenue', defaultKind: 'PRIMARY' }),
  },
  { mutation: 'archiveMetric', of: 'REV', input: onMetric('REV') },
  { mutation: 'restoreMetric', of: 'OLD', input: onMetric('OLD') },
  { mutation: 'setTrackingFrequency', of: 'ACME', input: () => ({ kind: 'PRIMARY', frequency: 'DAILY' }) },
]

/** What a mutation that is there for something existing can be repeated, be too late with, or miss. */
export const EVERY_UPDATE = EVERY_MUTATION.filter(({ of }) => of !== null)

/** The input fields of each mutation that hold an id. */
export const EVERY_ID = EVERY_UPDATE.flatMap(({ mutation, ...rest }) => {
  const fields = { node: ['nodeId', 'metricId'], metric: ['metricId'], company: [] }[CHANGED[mutation]]
  const taken = mutation === 'setKeyMetricInheritance' ? ['nodeId'] : fields
  return taken.map((field) => ({ mutation, field, ...rest }))
})

export async function companyForEveryMutation(world: World): Promise<TestCompany> {
  const plan = { departments: { SALES: ['OSLO'] }, metrics: ['REV', 'MTG', 'OLD'], keyMetrics: ['REV'] }
  const company = await world.company(plan)
  await company.build.archive(company.metric('OLD'))
  return existingCompany(company.build)
}

/** The input with the version that is right at present. */
export async function inputOf({ of, input }: Case, company: TestCompany): Promise<Input> {
  const version = of === null ? {} : { expectedVersion: await company.versionOf(of) }
  return { ...input(company), ...version }
}
