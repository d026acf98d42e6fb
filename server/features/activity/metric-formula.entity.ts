import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { Formula } from '../../domain/metric-value.js'
import { MetricEntity } from '../metric/metric.entity.js'

/** How a metric's value comes from activities. Undated: the past is told by the formula of the present. */
@Entity('metric_formula')
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], ['companyId', 'id'], {
  name: 'metric_formula_metric',
})
@ForeignKey(() => MetricEntity, ['companyId', 'numeratorId'], ['companyId', 'id'], {
  name: 'metric_formula_numerator',
})
@ForeignKey(() => MetricEntity, ['companyId', 'denominatorId'], ['companyId', 'id'], {
  name: 'metric_formula_denominator',
})
@Check('metric_formula_kind', `kind IN ('COUNT', 'SUM', 'AVERAGE', 'RATIO')`)
@Check(
  'metric_formula_ratio',
  `(kind = 'RATIO') = (numerator_id IS NOT NULL) AND (kind = 'RATIO') = (denominator_id IS NOT NULL) AND (kind <> 'RATIO' OR label IS NULL)`,
)
export class MetricFormulaEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  metricId: string

  @Column('text')
  kind: Formula['kind']

  /** Null: activities count whatever their label. */
  @Column('text', { nullable: true })
  label: string | null

  @Column('uuid', { nullable: true })
  numeratorId: string | null

  @Column('uuid', { nullable: true })
  denominatorId: string | null
}
