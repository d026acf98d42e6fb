import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Field, ID, ObjectType } from 'type-graphql'

/** One class for the row and for the type, as the documentation of type-graphql does it with TypeORM. */
@ObjectType('OrgNode')
@Entity({ schema: 'plain', name: 'node' })
export class OrgNode {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'company_id' })
  companyId: string

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null

  @Column('text')
  level: string

  @Field(() => String)
  @Column('text')
  name: string
}

@ObjectType('Metric')
@Entity({ schema: 'plain', name: 'metric' })
export class Metric {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'company_id' })
  companyId: string

  @Field(() => String)
  @Column('text')
  key: string

  @Column('text')
  name: string

  @Column('text', { name: 'default_kind' })
  defaultKind: string
}

@Entity({ schema: 'plain', name: 'rule' })
export class Rule {
  @PrimaryColumn('uuid')
  id: string

  @Column('uuid', { name: 'node_id' })
  nodeId: string

  @Column('uuid', { name: 'metric_id' })
  metricId: string

  @Column('text')
  effect: string

  @Column('text', { nullable: true })
  kind: string | null

  @Column('text', { nullable: true })
  label: string | null

  @Column('integer', { nullable: true })
  position: number | null
}

@Entity({ schema: 'plain', name: 'formula' })
export class Formula {
  @PrimaryColumn('uuid', { name: 'metric_id' })
  metricId: string

  @PrimaryColumn('uuid', { name: 'type_id' })
  typeId: string

  @Column('text')
  kind: string
}

@Entity({ schema: 'plain', name: 'daily_sum' })
export class DailySum {
  @PrimaryColumn('uuid', { name: 'node_id' })
  nodeId: string

  @PrimaryColumn('date')
  day: string

  @PrimaryColumn('uuid', { name: 'type_id' })
  typeId: string

  @Column('numeric')
  quantity: string

  @Column('numeric')
  amount: string
}

@Entity({ schema: 'plain', name: 'target' })
export class Target {
  @PrimaryColumn('uuid', { name: 'node_id' })
  nodeId: string

  @PrimaryColumn('uuid', { name: 'metric_id' })
  metricId: string

  @Column('numeric')
  amount: string
}
