import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { effectiveOf } from './effective.js'
import { Metric, OrgNode } from './entities.js'
import type { Loaders } from './loaders.js'
import { EffectiveKeyMetric, PeriodInput, Progress } from './types.js'

export interface Context {
  readonly companyId: string
  readonly loaders: Loaders
}

@Resolver(() => OrgNode)
export class OrgNodeResolver {
  @Query(() => OrgNode, { nullable: true })
  company(@Ctx() { companyId, loaders }: Context) {
    return loaders.node.load(companyId)
  }

  @Query(() => OrgNode, { nullable: true })
  team(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.node.load(id)
  }

  @FieldResolver(() => [OrgNode])
  departments(@Root() node: OrgNode, @Ctx() { loaders }: Context) {
    return loaders.children.load(node.id)
  }

  @FieldResolver(() => [OrgNode])
  teams(@Root() node: OrgNode, @Ctx() { loaders }: Context) {
    return loaders.children.load(node.id)
  }

  @FieldResolver(() => [EffectiveKeyMetric])
  async effectiveKeyMetrics(@Root() node: OrgNode, @Ctx() { loaders }: Context) {
    const path = await pathTo(node, loaders)
    const [metrics, rules] = await Promise.all([
      loaders.metrics.load(node.companyId),
      Promise.all(path.map(({ id }) => loaders.rules.load(id))),
    ])
    return effectiveOf(path, rules, metrics)
  }
}

async function pathTo(node: OrgNode, loaders: Loaders): Promise<OrgNode[]> {
  const parent = node.parentId === null ? null : await loaders.node.load(node.parentId)
  return parent === null ? [node] : [...(await pathTo(parent, loaders)), node]
}

@Resolver(() => EffectiveKeyMetric)
export class EffectiveKeyMetricResolver {
  @FieldResolver(() => OrgNode)
  definedAt(@Root() { definedAtNode }: EffectiveKeyMetric, @Ctx() { loaders }: Context) {
    return loaders.node.load(definedAtNode.id)
  }

  @FieldResolver(() => Metric)
  metric(@Root() { metricRow }: EffectiveKeyMetric, @Ctx() { loaders }: Context) {
    return loaders.metric.load(metricRow.id)
  }

  @FieldResolver(() => Progress)
  async progress(
    @Root() { node, metricRow }: EffectiveKeyMetric,
    @Arg('period', () => PeriodInput) { containing }: PeriodInput,
    @Ctx() { loaders }: Context,
  ): Promise<Progress> {
    const [sums, formulas, targets] = await Promise.all([
      loaders.sums.load({ nodeId: node.id, month: containing }),
      loaders.formulas.load(metricRow.id),
      loaders.targets.load(node.id),
    ])
    const counted = sums.flatMap((sum) => {
      const formula = formulas.find(({ typeId }) => typeId === sum.typeId)
      return formula ? [Number(formula.kind === 'SUM' ? sum.amount : sum.quantity)] : []
    })
    const target = targets.find(({ metricId }) => metricId === metricRow.id)
    return {
      actual: String(counted.reduce((total, number) => total + number, 0)),
      target: target ? String(Number(target.amount)) : null,
    }
  }
}
