import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { setCalendar } from '../calendar/calendar.commands.js'
import { SetCalendarInput } from '../calendar/calendar.inputs.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { CompanyType } from '../org/org-node.type.js'
import { assertNoActivities } from './time-zone.js'

const SetCalendarPayload = payloadType('SetCalendar', 'company', () => CompanyType)

/** Here, since only this slice knows whether days are counted already. */
@Resolver()
export class CalendarMutationResolver {
  @Mutation(() => SetCalendarPayload, {
    description:
      'Sets the calendar of the company, or parts of it. Company admins only. Periods of the past are told in it as well. The time zone stays once there are activities. Repeating the call changes nothing.',
  })
  @Policy('configure the company')
  async setCalendar(
    @Arg('input', () => SetCalendarInput, { description: 'What to do.' }) input: SetCalendarInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => setCalendar(ctx, input, assertNoActivities),
      () => loadOrgNode(ctx, ctx.companyId, null),
    )
    return { company: entity, userErrors }
  }
}
