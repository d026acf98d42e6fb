import { ArgsType, Field } from 'type-graphql'
import { DateTimeScalar } from './scalars.js'

@ArgsType()
export class AsOfArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Read as it was at this instant. Without it: at the present, or at the instant of what it hangs under. An instant still to come answers the present, as nobody knows what will be by then; what is planned until then is in `scheduledChanges(filter: { until })`. Names, descriptions and the order of siblings decide no number and have no past: they are those of the present.',
  })
  asOf: Date | null
}
