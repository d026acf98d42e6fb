import { Field, Int, ObjectType } from 'type-graphql'
import type { Frequency } from '../../domain/metric.js'
import type { Role } from '../../domain/viewer.js'
import { DecimalScalar } from '../../platform/graphql/scalars.js'
import { FrequencyEnum } from '../calendar/frequency.enum.js'
import { MetricType } from '../metric/metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { RoleEnum } from '../people/role-assignment.type.js'

@ObjectType('PeopleImpact', { simpleResolvers: true, description: 'What a change means to people.' })
export class PeopleImpactType {
  @Field(() => Int, {
    description:
      'How many people it concerns: whose Home changes, who gain or lose a role, and who are changed themselves.',
  })
  affected: number

  userIds: readonly string[]
}

@ObjectType('TeamChange', { simpleResolvers: true, description: 'Somebody who is of another team.' })
export class TeamChangeType {
  @Field(() => OrgNodeType, {
    nullable: true,
    description: 'The team before; null without one, and for one that you do not see.',
  })
  from: OrgNodeType | null

  @Field(() => OrgNodeType, {
    nullable: true,
    description:
      'The team after; null without one, for who may not sign in any more, and for one that you do not see.',
  })
  to: OrgNodeType | null

  userId: string
}

@ObjectType('RoleImpact', { simpleResolvers: true, description: 'A role that is gained or lost.' })
export class RoleImpactType {
  @Field(() => OrgNodeType, { description: 'On which node.' })
  node: OrgNodeType

  @Field(() => RoleEnum, { description: 'Which role.' })
  role: Role

  userId: string
}

@ObjectType('RolesImpact', {
  simpleResolvers: true,
  description: 'Which roles come into effect, and which are in effect no more.',
})
export class RolesImpactType {
  @Field(() => [RoleImpactType], { description: 'Roles that are gained, by name of the person.' })
  gained: readonly RoleImpactType[]

  @Field(() => [RoleImpactType], { description: 'Roles that are lost, by name of the person.' })
  lost: readonly RoleImpactType[]
}

@ObjectType('TargetImpact', {
  simpleResolvers: true,
  description: 'A target that was set for a node or a person, and holds now or later.',
})
export class TargetImpactType {
  @Field(() => MetricType, { description: 'Of which metric.' })
  metric: MetricType

  @Field(() => FrequencyEnum, { description: 'For periods of which length.' })
  frequency: Frequency

  @Field(() => DecimalScalar, { description: 'How much was set last.' })
  amount: string

  @Field(() => OrgNodeType, { nullable: true, description: 'Whose it is; null where it is of a person.' })
  node: OrgNodeType | null

  userId: string | null
}

@ObjectType('TargetsImpact', {
  simpleResolvers: true,
  description: 'Which targets are left without an owner, and which get theirs back.',
})
export class TargetsImpactType {
  @Field(() => [TargetImpactType], {
    description:
      'Those of nodes that end, and of people who leave their team for none or may not sign in any more.',
  })
  losesOwner: readonly TargetImpactType[]

  @Field(() => [TargetImpactType], { description: 'Those of nodes and people that come back.' })
  regainsOwner: readonly TargetImpactType[]
}
