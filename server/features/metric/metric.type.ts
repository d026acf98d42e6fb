import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import {
  KEY_METRIC_KINDS,
  METRIC_DIRECTIONS,
  METRIC_STATUSES,
  type Frequency,
  type KeyMetricKind,
  type MetricDirection,
  type MetricStatus,
} from '../../domain/metric.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { FrequencyEnum } from '../calendar/frequency.enum.js'

export const KeyMetricKindEnum = enumOf(KEY_METRIC_KINDS)
registerEnumType(KeyMetricKindEnum, {
  name: 'KeyMetricKind',
  description: 'What role a key metric plays on a node.',
  valuesConfig: {
    PRIMARY: { description: 'A core result, such as sales, renewals or retention.' },
    SECONDARY: { description: 'An activity that drives results, such as calls or meetings.' },
  },
})

export const MetricDirectionEnum = enumOf(METRIC_DIRECTIONS)
registerEnumType(MetricDirectionEnum, {
  name: 'MetricDirection',
  description: 'Which way is better.',
  valuesConfig: {
    INCREASE: { description: 'More is better.' },
    DECREASE: { description: 'Less is better.' },
  },
})

export const MetricStatusEnum = enumOf(METRIC_STATUSES)
registerEnumType(MetricStatusEnum, {
  name: 'MetricStatus',
  description: 'Whether a metric of the catalogue is in use.',
  valuesConfig: {
    ACTIVE: { description: 'Can be in force on nodes.' },
    ARCHIVED: { description: 'In force nowhere, whatever the rules say; they wake when it is restored.' },
  },
})

@ObjectType('Metric', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'An entry of the company’s catalogue. It becomes a key metric where a node has it in force.',
})
export class MetricType extends NodeType {
  @Field(() => String, {
    description: 'Stable and unique in the company, such as WON_REVENUE. It never changes.',
  })
  key: string

  @Field(() => String, { description: 'The name as it is shown.' })
  name: string

  @Field(() => String, { description: 'What it measures and how; may be empty.' })
  description: string

  @Field(() => String, {
    description: 'COUNT, CURRENCY, PERCENT, DURATION, or the company’s own unit in its own words.',
  })
  unit: string

  @Field(() => MetricDirectionEnum, { description: 'Which way is better.' })
  direction: MetricDirection

  @Field(() => KeyMetricKindEnum, { description: 'Its kind wherever no rule says otherwise.' })
  defaultKind: KeyMetricKind

  @Field(() => MetricStatusEnum, { description: 'Whether it is in use.' })
  status: MetricStatus

  @Field(() => Int, {
    description: 'Grows with every change of the metric. Send it back as `expectedVersion`.',
  })
  version: number
}

@ObjectType('TrackingFrequency', { simpleResolvers: true, description: 'How often one kind is tracked.' })
export class TrackingFrequencyType {
  @Field(() => KeyMetricKindEnum, { description: 'Of which kind.' })
  kind: KeyMetricKind

  @Field(() => FrequencyEnum, { description: 'How often.' })
  frequency: Frequency
}
