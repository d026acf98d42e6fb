import fc from 'fast-check'
import { onCompany } from '../../../server/features/org/permission.js'
import { KEY_METRIC_KINDS, FREQUENCIES } from '../../../server/domain/metric.js'
import { LOCK_PRESETS } from '../../../server/domain/key-metric-rule.js'
import { assignTeams } from '../../../server/features/people/people.commands.js'
import { change } from '../../../server/platform/database/change.js'
import type { TestCompany } from '../../support/test-company.js'

/** Something that may happen to a company; what its present state does not allow is refused. */
export type Step = (company: TestCompany) => Promise<unknown>

export const PLAN = {
  departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
  metrics: ['REV', 'CALLS', 'MTG'],
  keyMetrics: ['REV', 'CALLS'],
}

const node = fc.constantFrom('ACME', 'SALES', 'CS', 'OSLO', 'LONDON', 'RENEW')
const team = fc.constantFrom('OSLO', 'LONDON', 'RENEW')
const metric = fc.constantFrom(...PLAN.metrics)
const kind = fc.constantFrom(...KEY_METRIC_KINDS)
const perhaps = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const attributes = fc.record({
  kind: perhaps(kind),
  label: perhaps(fc.constantFrom('A', 'B')),
  position: perhaps(fc.nat({ max: 3 })),
})

/** What `say` does with a node and a metric. */
function onRule<R>(
  rest: fc.Arbitrary<R>,
  say: (company: TestCompany, nodeId: string, metricId: string, rest: R) => Promise<unknown>,
): fc.Arbitrary<Step> {
  return fc.tuple(node, metric, rest).map(
    ([where, which, how]) =>
      (company) =>
        say(company, company.node(where), company.metric(which), how),
  )
}

const rules: readonly fc.Arbitrary<Step>[] = [
  onRule(attributes, ({ build }, nodeId, metricId, rest) =>
    build.add(nodeId, metricId, { ...rest, pin: true }),
  ),
  onRule(fc.constant({}), ({ build }, nodeId, metricId) => build.hide(nodeId, metricId)),
  onRule(attributes, ({ build }, nodeId, metricId, rest) => build.override(nodeId, metricId, rest)),
  onRule(fc.constant({}), ({ build }, nodeId, metricId) => build.remove(nodeId, metricId)),
  onRule(fc.constantFrom(...LOCK_PRESETS), ({ build }, nodeId, metricId, preset) =>
    build.lock(nodeId, metricId, preset),
  ),
]

const others: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(node, fc.boolean()).map(
    ([where, inherits]) =>
      (company) =>
        company.build.inherit(company.node(where), inherits),
  ),
  fc.tuple(team, fc.constantFrom('ACME', 'SALES', 'CS')).map(
    ([which, under]) =>
      (company) =>
        company.build.move(company.node(which), company.node(under)),
  ),
  metric.map((which) => (company) => company.build.archive(company.metric(which))),
  fc.tuple(kind, fc.constantFrom(...FREQUENCIES)).map(
    ([which, often]) =>
      (company) =>
        company.build.track(which, often),
  ),
  fc.nat({ max: 1_000_000 }).map((n) => (company) => company.build.team(`TEAM ${n}`, company.node('SALES'))),
  team.map((which) => (company) => joinTeam(company, company.node(which))),
]

export const steps: fc.Arbitrary<Step[]> = fc.array(fc.oneof(...rules, ...rules, ...others), {
  minLength: 10,
  maxLength: 16,
})

function joinTeam({ build, member }: TestCompany, teamId: string): Promise<void> {
  return change(build.ctx, onCompany('manage people'), (tx) =>
    assignTeams(tx, [{ userId: member.userId, teamId }]),
  )
}
