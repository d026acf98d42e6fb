import type { CompanyCalendar } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf, touchNode } from '../org/org-node.version.js'
import { onCompany } from '../org/permission.js'
import { loadCalendar } from './calendar.loaders.js'
import { calendarOf } from './calendar-rules.js'
import { CompanyCalendarEntity } from './company-calendar.entity.js'

/** What is left out or null stays as it is. */
export type CalendarChange = {
  readonly [Field in keyof CompanyCalendar]?: CompanyCalendar[Field] | null
} & { readonly expectedVersion: number }

/**
 * `assertZoneMayChange` is asked before the time zone changes: what is counted by day knows of it, and is of a later
 * slice. @throws DomainError INVALID naming the field, VERSION_CONFLICT, FORBIDDEN; whatever `assertZoneMayChange` throws.
 */
export function setCalendar(
  ctx: Context,
  { expectedVersion, ...asked }: CalendarChange,
  assertZoneMayChange: (tx: Change) => Promise<void>,
): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const { companyId } = tx
    const company = await nodeOf(tx, companyId)
    const before = await loadCalendar(tx)
    const after = calendarOf(merged(before, asked))
    if (isSame(before, after)) return
    assertVersion(company.name, company.version, expectedVersion)
    if (before.timeZone !== after.timeZone) await assertZoneMayChange(tx)
    await tx.manager.upsert(CompanyCalendarEntity, { companyId, ...after }, ['companyId'])
    await touchNode(tx, companyId)
    tx.record({ action: 'setCalendar', nodeId: companyId, entityId: companyId, before, after })
  })
}

function merged(before: CompanyCalendar, asked: Omit<CalendarChange, 'expectedVersion'>): CompanyCalendar {
  return {
    timeZone: asked.timeZone ?? before.timeZone,
    weekStart: asked.weekStart ?? before.weekStart,
    fiscalYearStartMonth: asked.fiscalYearStartMonth ?? before.fiscalYearStartMonth,
    currency: asked.currency ?? before.currency,
  }
}

function isSame(one: CompanyCalendar, other: CompanyCalendar): boolean {
  return (Object.keys(one) as (keyof CompanyCalendar)[]).every((field) => one[field] === other[field])
}
