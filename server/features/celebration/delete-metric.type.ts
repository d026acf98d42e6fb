import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { METRIC_DELETION_CHOICES, type MetricDeletionChoice } from '../../domain/metric-deletion.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import type { DeletedMetric } from '../metric/deleted-metric.loaders.js'
import { MetricType } from '../metric/metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'

const ChoiceEnum = enumOf(METRIC_DELETION_CHOICES)
registerEnumType(ChoiceEnum, {
  name: 'MetricDeletionChoice',
  description: 'What can be done with a metric instead of deleting it.',
  valuesConfig: { ARCHIVE: { description: 'Take it out of use everywhere, with `archiveMetric`.' } },
})

@InputType('DeleteMetricInput', { description: 'Which metric to take out of the catalogue.' })
export class DeleteMetricInput {
  @Field(() => ID, { description: 'Which metric.' })
  metricId: string

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}

@ObjectType('DeletedMetric', {
  simpleResolvers: true,
  description: 'A metric that was deleted. Creating one with its key takes it up again.',
})
export class DeletedMetricType implements DeletedMetric {
  @Field(() => ID, { description: 'The id it had.' })
  id: string

  @Field(() => String, { description: 'Its key, which is of no other.' })
  key: string

  @Field(() => String, { description: 'Its last name.' })
  name: string

  @Field(() => DateTimeScalar, { description: 'Since when it is gone.' })
  deletedAt: Date

  @Field(() => Int, { description: 'Counts on from the versions it had.' })
  version: number
}

@ObjectType('MetricDeletionObstacle', {
  simpleResolvers: true,
  description: 'What refers to a metric, now or in the past, and what can be done instead of deleting it.',
})
export class MetricDeletionObstacleType {
  @Field(() => [OrgNodeType], { description: 'The nodes that say something of it at present.' })
  nodes: readonly object[]

  @Field(() => Int, { description: 'How many rules name it, also those of the past and of deleted nodes.' })
  ruleCount: number

  @Field(() => Boolean, { description: 'Whether it is computed from activities or other metrics.' })
  hasFormula: boolean

  @Field(() => [MetricType], { description: 'The ratios that are made of it.' })
  ratios: readonly object[]

  @Field(() => Int, { description: 'How many targets were set for it, also those that were reset.' })
  targetCount: number

  @Field(() => Int, { description: 'How often reaching it was celebrated.' })
  celebrationCount: number

  @Field(() => [ChoiceEnum], { description: 'What can be done instead; none when it is archived already.' })
  choices: readonly MetricDeletionChoice[]
}

@ObjectType('DeleteMetricPayload', { simpleResolvers: true, description: 'What came of deleteMetric.' })
export class DeleteMetricPayload {
  @Field(() => DeletedMetricType, {
    nullable: true,
    description: 'What is left of it, also when it was gone already. Null when the change was refused.',
  })
  deletedMetric: DeletedMetric | null

  @Field(() => MetricType, {
    nullable: true,
    description: 'The metric as it is now, where it is in use or was changed meanwhile. Null otherwise.',
  })
  metric: object | null

  @Field(() => MetricDeletionObstacleType, {
    nullable: true,
    description: 'With IN_USE: what refers to it. Null otherwise.',
  })
  obstacle: MetricDeletionObstacleType | null

  @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
  userErrors: readonly UserErrorType[]
}
