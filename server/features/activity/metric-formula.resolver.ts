import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadMetric } from '../metric/metric.loaders.js'
import { MetricType } from '../metric/metric.type.js'
import { removeMetricFormula, setMetricFormula } from './metric-formula.commands.js'
import { RemoveMetricFormulaInput, SetMetricFormulaInput } from './metric-formula.inputs.js'
import { loadFormula } from './metric-formula.loaders.js'
import { MetricFormulaType } from './metric-formula.type.js'

const SetPayload = payloadType('SetMetricFormula', 'metric', () => MetricType)
const RemovePayload = payloadType('RemoveMetricFormula', 'metric', () => MetricType)

const INPUT = { description: 'What to do.' }
const REPEAT = 'Repeating the call changes nothing. Company admins only.'

@Resolver(() => MetricType)
export class MetricFormulaResolver {
  @FieldResolver(() => MetricFormulaType, {
    nullable: true,
    description: 'How its value comes from activities, at present; null: it is not computed yet.',
  })
  @Policy('see the catalogue')
  formula(@Root() { id }: MetricType, @Ctx() ctx: Context) {
    return loadFormula(ctx, id)
  }

  @Mutation(() => SetPayload, {
    description: `Says how a metric is computed from activities; its past is told that way as well. ${REPEAT}`,
  })
  @Policy('configure the company')
  setMetricFormula(
    @Arg('input', () => SetMetricFormulaInput, INPUT) input: SetMetricFormulaInput,
    @Ctx() ctx: Context,
  ) {
    return metricPayload(ctx, input.metricId, () => setMetricFormula(ctx, input))
  }

  @Mutation(() => RemovePayload, {
    description: `Stops computing a metric from activities. ${REPEAT}`,
  })
  @Policy('configure the company')
  removeMetricFormula(
    @Arg('input', () => RemoveMetricFormulaInput, INPUT) input: RemoveMetricFormulaInput,
    @Ctx() ctx: Context,
  ) {
    return metricPayload(ctx, input.metricId, () => removeMetricFormula(ctx, input))
  }
}

async function metricPayload(ctx: Context, metricId: string, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadMetric(ctx, metricId, null))
  return { metric: entity, userErrors }
}
