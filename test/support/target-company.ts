import { activityCompany, viewer } from './activity-company.js'
import type { UserError } from './mutation.js'
import { existingCompany, type TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** `activityCompany` with REV, which is looked at by the month, CALLS by the week, and CONV and SIZE, which do not add up. */
export async function targetCompany(world: World): Promise<TestCompany> {
  const { build, activityType } = await activityCompany(world)
  await build.metric({ key: 'REV', defaultKind: 'PRIMARY' })
  const calls = await build.metric({ key: 'CALLS' })
  const deals = await build.metric({ key: 'DEALS' })
  const types = (key: string) => ({ activityTypeIds: [activityType(key)] })
  await build.formula(calls, { kind: 'COUNT', ...types('CALL') })
  await build.formula(deals, { kind: 'COUNT', ...types('DEAL') })
  const [conv, size] = [await build.metric({ key: 'CONV' }), await build.metric({ key: 'SIZE' })]
  await build.formula(conv, { kind: 'RATIO', numeratorMetricId: deals, denominatorMetricId: calls })
  await build.formula(size, { kind: 'AVERAGE', ...types('DEAL') })
  return existingCompany(build)
}

/** The month that holds the first day of it, such as 2026-03. */
export const month = (name: string) => ({ frequency: 'MONTHLY', containing: `${name}-01` })

/** A node by its name, or a person by the first part of the e-mail address: names of nodes are in capitals. */
export function ownerOf(company: TestCompany, name: string): { nodeId: string } | { userId: string } {
  if (name === name.toUpperCase()) return { nodeId: company.node(name) }
  return { userId: viewer(company, name).userId }
}

export interface ShownTarget {
  readonly amount: string | null
  readonly source: string
  readonly rollup: string | null
  readonly coverage: string | null
  readonly carriesForward: boolean
  readonly setAt: string | null
  readonly setBy: { readonly name: string } | null
  readonly version: number
  readonly period: { readonly label: string }
}

export const SHOWN_TARGET = `fragment Shown on Target {
  amount source rollup coverage carriesForward setAt setBy { name } version period { label } }`

interface Asked {
  readonly metric?: string
  readonly period?: object | null
  readonly asOf?: Date
}

/** What somebody sees of the target of a node or a person; of REV unless it says otherwise. */
export async function readTarget(
  world: World,
  who: Viewer,
  company: TestCompany,
  name: string,
  asked: Asked,
) {
  const owner = ownerOf(company, name)
  const root = 'nodeId' in owner ? 'orgNode' : 'user'
  const { metric = 'REV', period, asOf } = asked
  const answer = await world.run<{ owner: { target: ShownTarget | null } | null } | null>(
    who,
    `query ($id: ID!, $metricId: ID!, $period: PeriodInput, $asOf: DateTime) {
      owner: ${root}(id: $id, asOf: $asOf) { target(metricId: $metricId, period: $period) { ...Shown } } } ${SHOWN_TARGET}`,
    { id: Object.values(owner)[0] as string, metricId: company.metric(metric), period, asOf },
  )
  return { ...answer, target: answer.data?.owner?.target ?? null }
}

/** The same in short: amount, where it comes from, what is below and how much of it that covers. */
export async function figures(
  world: World,
  company: TestCompany,
  name: string,
  asked: Asked,
): Promise<string> {
  const { target, text } = await readTarget(world, company.admin, company, name, asked)
  if (!target) throw new Error(text)
  const { amount, source, rollup, coverage } = target
  return `${amount ?? 'none'} ${source} ${rollup ?? '-'} ${coverage ?? '-'}`
}

export type TargetMutation = 'setTarget' | 'resetTarget'

export function targetDocument(mutation: TargetMutation): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  return `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { target { ...Shown } userErrors { code message path } } } ${SHOWN_TARGET}`
}

export async function changeTarget(world: World, who: Viewer, mutation: TargetMutation, input: object) {
  const answer = await world.run<Record<
    string,
    { target: ShownTarget | null; userErrors: UserError[] }
  > | null>(who, targetDocument(mutation), { input })
  const { target = null, userErrors = [] } = answer.data?.[mutation] ?? {}
  return { ...answer, target, userErrors }
}

/** How the admin sets and resets targets of REV, by the name of the node or the person. */
export function targetsOf(world: World, company: TestCompany) {
  const inputOf = (name: string, rest: object) => ({
    ...{ ...ownerOf(company, name), metricId: company.metric('REV'), ...rest },
  })
  const set = (name: string, period: object, amount: string, rest: object = {}) =>
    changeTarget(world, company.admin, 'setTarget', inputOf(name, { period, amount, ...rest }))
  const reset = (name: string, period: object, rest: object = {}) =>
    changeTarget(world, company.admin, 'resetTarget', inputOf(name, { period, ...rest }))
  return { inputOf, set, reset }
}

export const SET_TARGETS = `mutation ($input: SetTargetsInput!) { setTargets(input: $input) {
  results { status target { ...Shown } userErrors { code message path } }
  isWritten userErrors { code message path } } } ${SHOWN_TARGET}`

export interface SetTargetsAnswer {
  readonly results: readonly {
    readonly status: string
    readonly target: ShownTarget | null
    readonly userErrors: readonly UserError[]
  }[]
  readonly isWritten: boolean
  readonly userErrors: readonly UserError[]
}

export async function setMany(world: World, who: Viewer, input: object) {
  const answer = await world.run<{ setTargets: SetTargetsAnswer } | null>(who, SET_TARGETS, { input })
  if (!answer.data) throw new Error(answer.text)
  return { ...answer, ...answer.data.setTargets }
}

/** Amounts by name of node or person, set as they are by the admin; of REV for the month unless it says otherwise. */
export async function setAmounts(
  world: World,
  company: TestCompany,
  period: object,
  amounts: Readonly<Record<string, string>>,
  metric = 'REV',
): Promise<void> {
  const items = Object.entries(amounts).map(([name, amount]) => ({
    ...ownerOf(company, name),
    ...{ metricId: company.metric(metric), period, amount },
  }))
  const { isWritten, userErrors } = await setMany(world, company.admin, { mode: 'ATOMIC', items })
  if (!isWritten) throw new Error(JSON.stringify(userErrors))
}

export const COPY_TARGETS = `mutation ($input: CopyTargetsInput!) { copyTargets(input: $input) {
  targets { metric { key } node { name } user { name } target { amount carriesForward period { label } } }
  userErrors { code message path } } }`

interface CopyAnswer {
  readonly targets: readonly {
    readonly metric: { readonly key: string }
    readonly node: { readonly name: string } | null
    readonly user: { readonly name: string } | null
    readonly target: { readonly amount: string; readonly period: { readonly label: string } } | null
  }[]
  readonly userErrors: readonly UserError[]
}

/** `copied`: whose it is and how much, by name. */
export async function copy(world: World, who: Viewer, input: object) {
  const answer = await world.run<{ copyTargets: CopyAnswer } | null>(who, COPY_TARGETS, { input })
  if (!answer.data) throw new Error(answer.text)
  const { targets, userErrors } = answer.data.copyTargets
  const copied = targets
    .map(({ metric, node, user, target }) => `${node?.name ?? user?.name} ${metric.key} ${target?.amount}`)
    .sort()
  return { ...answer, copied, userErrors }
}
