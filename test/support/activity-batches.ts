import { changeActivity, deliver, type BatchAnswer } from './activity-company.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** What is delivered to the company of `activityCompany`; by its admin, unless it says otherwise. */
export function batchesOf(world: World, company: TestCompany) {
  /** A call in March; of Mia, unless it says otherwise. */
  const call = (input: object = {}) => ({ ...callOf(company), email: 'mia@acme.test', ...input })
  const send = (items: readonly object[], rest: object = {}, who = company.admin) =>
    deliver(world, who, { items, ...rest })
  return { call, send }
}

/** A call in March, of nobody yet. */
export const callOf = ({ activityType }: TestCompany) => ({
  activityTypeId: activityType('CALL'),
  occurredAt: '2026-03-01T12:00:00Z',
})

export const statuses = ({ results }: BatchAnswer) => results.map(({ status }) => status)

/** How somebody logs a single activity, which is a call unless it says otherwise. */
export const loggingIn =
  (world: World, { activityType }: TestCompany) =>
  (who: Viewer, input: object = {}) =>
    changeActivity(world, who, 'logActivity', { activityTypeId: activityType('CALL'), ...input })
