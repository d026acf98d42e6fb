import { Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { ActivityTypeEntity } from './activity-type.entity.js'
import { MetricFormulaEntity } from './metric-formula.entity.js'

/** That a formula takes activities of a type. A ratio has none: its parts have. */
@Entity('metric_formula_type')
@ForeignKey(() => MetricFormulaEntity, ['companyId', 'metricId'], ['companyId', 'metricId'], {
  name: 'metric_formula_type_formula',
})
@ForeignKey(() => ActivityTypeEntity, ['companyId', 'activityTypeId'], ['companyId', 'id'], {
  name: 'metric_formula_type_type',
})
export class MetricFormulaTypeEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  metricId: string

  @PrimaryColumn('uuid')
  activityTypeId: string
}
