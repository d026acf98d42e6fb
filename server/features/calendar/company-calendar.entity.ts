import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { Weekday } from '../../domain/calendar.js'
import { CompanyEntity } from '../org/company.entity.js'

/**
 * The calendar of a company; without a row the defaults hold. It has no history: periods of the past are told in the
 * present calendar, as one list of periods cannot change its weeks or its years half-way.
 */
@Entity('company_calendar')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'company_calendar_company' })
@Check(
  'company_calendar_week_start',
  `week_start IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')`,
)
@Check('company_calendar_month', 'fiscal_year_start_month BETWEEN 1 AND 12')
@Check('company_calendar_currency', `currency ~ '^[A-Z]{3}$'`)
export class CompanyCalendarEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @Column('text')
  timeZone: string

  @Column('text')
  weekStart: Weekday

  @Column('integer')
  fiscalYearStartMonth: number

  @Column('text')
  currency: string
}
