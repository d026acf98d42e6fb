import { ArgsType, Field } from 'type-graphql'
import { DateTimeScalar } from './scalars.js'

@ArgsType()
export class AsOfArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Read as it was at this instant. Without it: at the present, or at the instant of what it hangs under.',
  })
  asOf: Date | null
}
