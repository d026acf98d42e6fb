import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { ACTIVITY_FORMULA_KINDS, type Formula } from '../../domain/metric-value.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { MetricType } from '../metric/metric.type.js'
import { ActivityTypeType } from './activity-type.type.js'

export const MetricFormulaKindEnum = enumOf([...ACTIVITY_FORMULA_KINDS, 'RATIO'] as const)
registerEnumType(MetricFormulaKindEnum, {
  name: 'MetricFormulaKind',
  description: 'How the value of a metric is computed.',
  valuesConfig: {
    COUNT: { description: 'The quantities of the activities, added up.' },
    SUM: { description: 'The amounts of the activities, added up.' },
    AVERAGE: { description: 'The amounts of the activities over their quantities.' },
    RATIO: { description: 'One metric over another.' },
  },
})

@ObjectType('MetricFormula', {
  simpleResolvers: true,
  description: 'How the value of a metric comes from activities. The past is told by the present formula.',
})
export class MetricFormulaType {
  @Field(() => MetricFormulaKindEnum, { description: 'How it is computed.' })
  kind: Formula['kind']

  @Field(() => [ActivityTypeType], {
    description: 'Activities of which types it takes, by name; archived types as well. Of a RATIO: none.',
  })
  activityTypes: ActivityTypeType[]

  @Field(() => String, {
    nullable: true,
    description: 'It takes only activities with this label; null: whatever their label.',
  })
  label: string | null

  @Field(() => MetricType, { nullable: true, description: 'What a RATIO divides; null for other kinds.' })
  numerator: MetricType | null

  @Field(() => MetricType, { nullable: true, description: 'What a RATIO divides by; null for other kinds.' })
  denominator: MetricType | null
}
