import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType } from '../org/org-node.type.js'
import { askedPeriodOfField } from './asked-period.js'
import { setCalendar } from './calendar.commands.js'
import { PeriodArgs, SetCalendarInput } from './calendar.inputs.js'
import { loadCalendar } from './calendar.loaders.js'
import { CompanyCalendarType, PeriodType } from './calendar.type.js'
import { presentInstant } from './present-instant.js'

const SetCalendarPayload = payloadType('SetCalendar', 'company', () => CompanyType)

@Resolver(() => CompanyType)
export class CompanyCalendarResolver {
  @FieldResolver(() => CompanyCalendarType, {
    description: 'What the periods of the company follow from, at present.',
  })
  @Policy('see the catalogue')
  calendar(@Ctx() ctx: Context) {
    return loadCalendar(ctx)
  }

  @FieldResolver(() => PeriodType, {
    description:
      'A period of the company’s calendar. With `frequency` only: the one that is running, or was at `asOf`.',
  })
  @Policy('see the catalogue')
  async period(@Root() { asOf }: OrgNodeRow, @Args(() => PeriodArgs) asked: PeriodArgs, @Ctx() ctx: Context) {
    const { frequency } = asked
    const calendar = await loadCalendar(ctx)
    return askedPeriodOfField(calendar, asked, { frequency, instant: presentInstant(ctx, asOf) })
  }

  @Mutation(() => SetCalendarPayload, {
    description:
      'Sets the calendar of the company, or parts of it. Company admins only. Periods of the past are told in it as well. Repeating the call changes nothing.',
  })
  @Policy('configure the company')
  async setCalendar(
    @Arg('input', () => SetCalendarInput, { description: 'What to do.' }) input: SetCalendarInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => setCalendar(ctx, input),
      () => loadOrgNode(ctx, ctx.companyId, null),
    )
    return { company: entity, userErrors }
  }
}
