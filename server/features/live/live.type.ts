import { Field, ObjectType, registerEnumType } from 'type-graphql'
import type { Topic } from '../../platform/database/change-event.entity.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { EffectiveKeyMetricType } from '../key-metric/key-metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'

export const TopicEnum = enumOf(['CONFIGURATION', 'ACTIVITIES', 'TARGETS'])
registerEnumType(TopicEnum, {
  name: 'ChangeTopic',
  description: 'What changed.',
  valuesConfig: {
    CONFIGURATION: {
      description:
        'Nodes, people, roles, metrics, rules, the calendar: what decides which number belongs where.',
    },
    ACTIVITIES: { description: 'Activities were logged, corrected, voided or linked to a person.' },
    TARGETS: { description: 'Targets were set, copied or reset.' },
  },
})

const IS_FIRST =
  'True on the first event of each stream, which tells the present: forget what an earlier stream told.'
const AT =
  'When the latest change was made that this event tells of; on the first event, when the configuration last changed.'

@ObjectType('ProgressChange', {
  simpleResolvers: true,
  description: 'Something changed at a node or below it. What you select is read after the change.',
})
export class ProgressChangeType {
  @Field(() => OrgNodeType, {
    description: 'The node as it is now: select its key metrics with their progress.',
  })
  node: OrgNodeType

  @Field(() => [TopicEnum], {
    description:
      'What changed since the last event; none on the first, and after an outage, when anything may have.',
  })
  topics: readonly Topic[]

  @Field(() => Boolean, { description: IS_FIRST })
  isFirst: boolean

  @Field(() => DateTimeScalar, { description: AT })
  at: Date
}

@ObjectType('EffectiveKeyMetricsChange', {
  simpleResolvers: true,
  description: 'The key metrics in force on a node are not as they were told last.',
})
export class EffectiveKeyMetricsChangeType {
  @Field(() => OrgNodeType, { description: 'The node as it is now: `effectiveKeyMetrics` is the whole set.' })
  node: OrgNodeType

  @Field(() => [EffectiveKeyMetricType], {
    description: 'In force now and not before, in display order; on the first event all of them.',
  })
  appeared: readonly EffectiveKeyMetricType[]

  @Field(() => [EffectiveKeyMetricType], { description: 'Not in force any more; as they were told last.' })
  disappeared: readonly EffectiveKeyMetricType[]

  @Field(() => [EffectiveKeyMetricType], {
    description:
      'In force before and now, with another kind, label, position, frequency, lock or origin; as they are now.',
  })
  changed: readonly EffectiveKeyMetricType[]

  @Field(() => Boolean, { description: IS_FIRST })
  isFirst: boolean

  @Field(() => DateTimeScalar, { description: AT })
  at: Date
}
