import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql'
import type { Metric, OrgNode } from './entities.js'

export enum Frequency {
  MONTHLY = 'MONTHLY',
}
registerEnumType(Frequency, { name: 'Frequency' })

@InputType('PeriodInput')
export class PeriodInput {
  @Field(() => Frequency)
  frequency: Frequency

  @Field(() => String)
  containing: string
}

@ObjectType('Progress')
export class Progress {
  @Field(() => String, { nullable: true })
  actual: string | null

  @Field(() => String, { nullable: true })
  target: string | null
}

@ObjectType('EffectiveKeyMetric')
export class EffectiveKeyMetric {
  @Field(() => String)
  label: string

  @Field(() => String)
  kind: string

  @Field(() => Boolean)
  isInherited: boolean

  position: number | null
  node: OrgNode
  metricRow: Metric
  definedAtNode: OrgNode
}
