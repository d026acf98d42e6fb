import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy } from '../../platform/graphql/policy.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType } from '../org/org-node.type.js'
import { askedPeriodOfField, askedPeriodsOfField } from './asked-period.js'
import { PeriodArgs, PeriodsArgs } from './calendar.inputs.js'
import { loadCalendar } from './calendar.loaders.js'
import { CompanyCalendarType, PeriodType } from './calendar.type.js'
import { MAX_PERIODS } from './period.js'
import { presentInstant } from './present-instant.js'

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

  @FieldResolver(() => [PeriodType], {
    description: `The periods from the one that holds a day to the one that holds another, in order; at most ${MAX_PERIODS}.`,
  })
  @Policy('see the catalogue')
  async periods(@Args(() => PeriodsArgs) asked: PeriodsArgs, @Ctx() ctx: Context) {
    return askedPeriodsOfField(await loadCalendar(ctx), asked)
  }
}
