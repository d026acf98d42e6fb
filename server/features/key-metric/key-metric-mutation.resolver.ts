import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import {
  AddKeyMetricInput,
  HideKeyMetricInput,
  LockKeyMetricInput,
  OverrideKeyMetricInput,
  RemoveKeyMetricRuleInput,
  SetKeyMetricInheritanceInput,
} from './key-metric.inputs.js'
import { setKeyMetricInheritance } from './key-metric-inheritance.commands.js'
import {
  addKeyMetric,
  hideKeyMetric,
  lockKeyMetric,
  overrideKeyMetric,
  removeKeyMetricRule,
} from './key-metric-rule.commands.js'

const AddPayload = payloadType('AddKeyMetric', 'node', () => OrgNodeType)
const HidePayload = payloadType('HideKeyMetric', 'node', () => OrgNodeType)
const OverridePayload = payloadType('OverrideKeyMetric', 'node', () => OrgNodeType)
const RemovePayload = payloadType('RemoveKeyMetricRule', 'node', () => OrgNodeType)
const LockPayload = payloadType('LockKeyMetric', 'node', () => OrgNodeType)
const InheritancePayload = payloadType('SetKeyMetricInheritance', 'node', () => OrgNodeType)

const INPUT = { description: 'What to do.' }
const REPEAT =
  'By admins of the node or above; by managers and leads if delegated. Repeating the call changes nothing.'
const REPEAT_OF_LOCK = 'By company and department admins. Repeating the call changes nothing.'

@Resolver()
export class KeyMetricMutationResolver {
  @Mutation(() => AddPayload, { description: `Puts a metric in force on a node and below. ${REPEAT}` })
  @Policy('configure key metrics')
  @DryRun()
  @EffectiveAt()
  addKeyMetric(@Arg('input', () => AddKeyMetricInput, INPUT) input: AddKeyMetricInput, @Ctx() ctx: Context) {
    return nodePayload(ctx, input.nodeId, () => addKeyMetric(ctx, input))
  }

  @Mutation(() => HidePayload, {
    description: `Hides an inherited key metric on a node and below. ${REPEAT}`,
  })
  @Policy('configure key metrics')
  @DryRun()
  @EffectiveAt()
  hideKeyMetric(
    @Arg('input', () => HideKeyMetricInput, INPUT) input: HideKeyMetricInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => hideKeyMetric(ctx, input))
  }

  @Mutation(() => OverridePayload, {
    description: `Changes kind, label or position on a node and below. ${REPEAT}`,
  })
  @Policy('configure key metrics')
  @DryRun()
  @EffectiveAt()
  overrideKeyMetric(
    @Arg('input', () => OverrideKeyMetricInput, INPUT) input: OverrideKeyMetricInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => overrideKeyMetric(ctx, input))
  }

  @Mutation(() => RemovePayload, {
    description: `Takes back what a node says of a metric, so that it inherits again: un-hide, un-add. ${REPEAT}`,
  })
  @Policy('configure key metrics')
  @DryRun()
  @EffectiveAt()
  removeKeyMetricRule(
    @Arg('input', () => RemoveKeyMetricRuleInput, INPUT) input: RemoveKeyMetricRuleInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => removeKeyMetricRule(ctx, input))
  }

  @Mutation(() => LockPayload, {
    description: `Says what nodes below may not do with a metric. ${REPEAT_OF_LOCK}`,
  })
  @Policy('lock key metrics')
  @DryRun()
  @EffectiveAt()
  lockKeyMetric(
    @Arg('input', () => LockKeyMetricInput, INPUT) input: LockKeyMetricInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => lockKeyMetric(ctx, input))
  }

  @Mutation(() => InheritancePayload, {
    description: `Says whether a node starts from what is above it. ${REPEAT_OF_LOCK}`,
  })
  @Policy('lock key metrics')
  @DryRun()
  @EffectiveAt()
  setKeyMetricInheritance(
    @Arg('input', () => SetKeyMetricInheritanceInput, INPUT) input: SetKeyMetricInheritanceInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => setKeyMetricInheritance(ctx, input))
  }
}

async function nodePayload(ctx: Context, nodeId: string, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadOrgNode(ctx, nodeId, null))
  return { node: entity, userErrors }
}
