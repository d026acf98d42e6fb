import type { DataSource } from 'typeorm'
import type { LockPreset } from '../domain/key-metric-rule.js'
import type { Frequency, KeyMetricKind } from '../domain/metric.js'
import type { Role } from '../domain/viewer.js'
import { enableActivityType } from '../features/activity/activity-logger.commands.js'
import {
  createActivityType,
  setActivityTypeStatus,
  type NewActivityType,
} from '../features/activity/activity-type.commands.js'
import { assertNoActivities } from '../features/activity/time-zone.js'
import { loadActivityType } from '../features/activity/activity-type.loaders.js'
import type { AskedFormula } from '../features/activity/asked-formula.js'
import { setMetricFormula } from '../features/activity/metric-formula.commands.js'
import { setCalendar, type CalendarChange } from '../features/calendar/calendar.commands.js'
import { setKeyMetricInheritance } from '../features/key-metric/key-metric-inheritance.commands.js'
import {
  addKeyMetric,
  hideKeyMetric,
  lockKeyMetric,
  overrideKeyMetric,
  removeKeyMetricRule,
  type RuleKey,
} from '../features/key-metric/key-metric-rule.commands.js'
import { createMetric, setMetricStatus, type NewMetric } from '../features/metric/metric.commands.js'
import { loadMetric } from '../features/metric/metric.loaders.js'
import { setTrackingFrequency } from '../features/metric/tracking-frequency.commands.js'
import { createCompany } from '../features/org/company.commands.js'
import { moveNode } from '../features/org/move-node.commands.js'
import { createNode } from '../features/org/org.commands.js'
import { loadOrgNode } from '../features/org/org.loaders.js'
import { onCompany } from '../features/org/permission.js'
import { assignTeams, createUsers, grantRoles } from '../features/people/people.commands.js'
import type { Context } from '../platform/context.js'
import { change } from '../platform/database/change.js'

type Rest<F> = F extends (ctx: Context, input: infer I) => unknown ? Omit<I, keyof RuleKey> : never

/** A company being set up by the system: ids and versions are looked up, so that a set-up reads as what it says. */
export interface CompanyBuilder {
  readonly ctx: Context
  /** From here on changes take effect at `instant`; each call later than the one before. */
  at(instant: Date): CompanyBuilder
  department(name: string): Promise<string>
  team(name: string, parentId?: string): Promise<string>
  move(nodeId: string, parentId: string): Promise<void>
  metric(metric: Partial<NewMetric> & Pick<NewMetric, 'key'>): Promise<string>
  archive(metricId: string): Promise<void>
  formula(metricId: string, formula: AskedFormula): Promise<void>
  activityType(type: Partial<NewActivityType> & Pick<NewActivityType, 'key'>): Promise<string>
  archiveType(activityTypeId: string): Promise<void>
  enable(nodeId: string, activityTypeId: string): Promise<void>
  calendar(calendar: Omit<CalendarChange, 'expectedVersion'>): Promise<void>
  track(kind: KeyMetricKind, frequency: Frequency): Promise<void>
  people(people: readonly Person[]): Promise<string[]>
  add(nodeId: string, metricId: string, rest?: Rest<typeof addKeyMetric>): Promise<void>
  hide(nodeId: string, metricId: string, rest?: Rest<typeof hideKeyMetric>): Promise<void>
  override(nodeId: string, metricId: string, rest: Rest<typeof overrideKeyMetric>): Promise<void>
  lock(nodeId: string, metricId: string, preset: LockPreset): Promise<void>
  remove(nodeId: string, metricId: string): Promise<void>
  inherit(nodeId: string, inheritsKeyMetrics: boolean): Promise<void>
}

export interface Person {
  readonly email: string
  readonly name: string
  readonly teamId?: string
  readonly roles?: readonly { readonly role: Role; readonly nodeId: string }[]
}

export async function buildCompany(
  database: DataSource,
  company: { readonly name: string; readonly foundedAt?: Date },
): Promise<CompanyBuilder> {
  return builder(await createCompany(database, company))
}

export function builder(ctx: Context): CompanyBuilder {
  const key = async (nodeId: string, metricId: string): Promise<RuleKey> => {
    return { nodeId, metricId, expectedVersion: await versionOf(ctx, nodeId) }
  }
  return {
    ctx,
    at: (instant) => {
      ctx.writesAt = instant
      return builder(ctx)
    },
    department: (name) => createNode(ctx, { level: 'DEPARTMENT', parentId: ctx.companyId, name }),
    team: (name, parentId = ctx.companyId) => createNode(ctx, { level: 'TEAM', parentId, name }),
    move: async (nodeId, parentId) =>
      moveNode(ctx, { nodeId, parentId, expectedVersion: await versionOf(ctx, nodeId) }),
    metric: (metric) =>
      createMetric(ctx, {
        name: metric.key,
        unit: 'COUNT',
        direction: 'INCREASE',
        defaultKind: 'SECONDARY',
        ...metric,
      }),
    archive: async (metricId) => setMetricStatus(ctx, await metricKey(ctx, metricId), 'ARCHIVED'),
    ...activities(ctx),
    calendar: async (calendar) =>
      setCalendar(
        ctx,
        { ...calendar, expectedVersion: await versionOf(ctx, ctx.companyId) },
        assertNoActivities,
      ),
    track: async (kind, frequency) =>
      setTrackingFrequency(ctx, { kind, frequency, expectedVersion: await versionOf(ctx, ctx.companyId) }),
    people: (people) => addPeople(ctx, people),
    add: async (nodeId, metricId, rest = {}) =>
      addKeyMetric(ctx, { ...(await key(nodeId, metricId)), ...rest }),
    hide: async (nodeId, metricId, rest = {}) =>
      hideKeyMetric(ctx, { ...(await key(nodeId, metricId)), ...rest }),
    override: async (nodeId, metricId, rest) =>
      overrideKeyMetric(ctx, { ...(await key(nodeId, metricId)), ...rest }),
    lock: async (nodeId, metricId, preset) =>
      lockKeyMetric(ctx, { ...(await key(nodeId, metricId)), preset }),
    remove: async (nodeId, metricId) => removeKeyMetricRule(ctx, await key(nodeId, metricId)),
    inherit: async (nodeId, inheritsKeyMetrics) =>
      setKeyMetricInheritance(ctx, {
        nodeId,
        inheritsKeyMetrics,
        expectedVersion: await versionOf(ctx, nodeId),
      }),
  }
}

type Activities = Pick<CompanyBuilder, 'formula' | 'activityType' | 'archiveType' | 'enable'>

function activities(ctx: Context): Activities {
  return {
    formula: async (metricId, formula) =>
      setMetricFormula(ctx, { ...(await metricKey(ctx, metricId)), formula }),
    activityType: (type) => createActivityType(ctx, { name: type.key, ...type }),
    archiveType: async (activityTypeId) => {
      const expectedVersion = (await loadActivityType(ctx, activityTypeId))?.version ?? 0
      await setActivityTypeStatus(ctx, { activityTypeId, expectedVersion }, 'ARCHIVED')
    },
    enable: async (nodeId, activityTypeId) =>
      enableActivityType(ctx, { nodeId, activityTypeId, expectedVersion: await versionOf(ctx, nodeId) }),
  }
}

function addPeople(ctx: Context, people: readonly Person[]): Promise<string[]> {
  return change(ctx, onCompany('manage people'), async (tx) => {
    const ids = await createUsers(tx, people)
    await assignTeams(
      tx,
      people.flatMap(({ teamId }, index) => (teamId ? [{ userId: ids[index]!, teamId }] : [])),
    )
    const roles = people.flatMap(({ roles = [] }, index) =>
      roles.map((role) => ({ userId: ids[index]!, ...role })),
    )
    await grantRoles(tx, roles)
    return ids
  })
}

async function metricKey(
  ctx: Context,
  metricId: string,
): Promise<{ metricId: string; expectedVersion: number }> {
  return { metricId, expectedVersion: (await loadMetric(ctx, metricId, null))?.version ?? 0 }
}

async function versionOf(ctx: Context, nodeId: string): Promise<number> {
  return (await loadOrgNode(ctx, nodeId, null))?.version ?? 0
}
