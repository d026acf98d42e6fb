import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  Resolver,
  registerEnumType,
} from 'type-graphql'
import { KEY_METRIC_DELEGATIONS, type KeyMetricDelegation } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { setKeyMetricDelegation } from './delegation.commands.js'
import { loadDelegation } from './delegation.loaders.js'
import { loadOrgNode } from './org.loaders.js'
import { CompanyType } from './org-node.type.js'

const DelegationEnum = enumOf(KEY_METRIC_DELEGATIONS)
registerEnumType(DelegationEnum, {
  name: 'KeyMetricDelegation',
  description: 'What managers and team leads may do with the key metrics of their nodes.',
  valuesConfig: {
    NONE: { description: 'Nothing: admins configure.' },
    HIDE_AND_ADD: { description: 'Add, hide, override and restore key metrics; locks stay with the admins.' },
  },
})

@InputType('SetKeyMetricDelegationInput', { description: 'What managers and team leads may do from now on.' })
class SetKeyMetricDelegationInput {
  @Field(() => DelegationEnum, { description: 'The new setting.' })
  delegation: KeyMetricDelegation

  @Field(() => Int, { description: 'The `version` of the company that you have read.' })
  expectedVersion: number
}

const Payload = payloadType('SetKeyMetricDelegation', 'company', () => CompanyType)

@Resolver(() => CompanyType)
export class KeyMetricDelegationResolver {
  @Policy('see the levels above')
  @FieldResolver(() => DelegationEnum, {
    description: 'Whether managers and team leads configure the key metrics of their nodes, at present.',
  })
  keyMetricDelegation(@Ctx() ctx: Context) {
    return loadDelegation(ctx)
  }

  @Policy('configure the company')
  @Mutation(() => Payload, {
    description:
      'Says whether managers and team leads configure the key metrics of their nodes. By company admins. Repeating the call changes nothing.',
  })
  async setKeyMetricDelegation(
    @Arg('input', () => SetKeyMetricDelegationInput, { description: 'What to do.' })
    input: SetKeyMetricDelegationInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => setKeyMetricDelegation(ctx, input),
      () => loadOrgNode(ctx, ctx.companyId, null),
    )
    return { company: entity, userErrors }
  }
}
