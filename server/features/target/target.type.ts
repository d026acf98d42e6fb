import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { TARGET_SOURCES, type TargetSource } from '../../domain/target-rollup.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars.js'
import { PeriodType } from '../calendar/calendar.type.js'

const TargetSourceEnum = enumOf(TARGET_SOURCES)
registerEnumType(TargetSourceEnum, {
  name: 'TargetSource',
  description: 'Where the amount of a target comes from.',
  valuesConfig: {
    MANUAL: {
      description: 'Somebody set it here, for this period or an earlier one that carries it forward.',
    },
    ROLLUP: {
      description: 'The sum of the level below: of a team its people, of a department its teams.',
    },
  },
})

const UNLESS_MANUAL = 'Null unless `source` is MANUAL'

@ObjectType('Target', {
  simpleResolvers: true,
  description: 'What a node or a person is to reach of a metric in a period.',
})
export class TargetType {
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much. Null: no target was set, neither here nor below.',
  })
  amount: string | null

  @Field(() => TargetSourceEnum, { description: 'Whether it was set here or comes from below.' })
  source: TargetSource

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What the level below adds up to, also beside a target that was set here. A team adds up the people who were in it at the end of the period, or are in it now. Null: nothing is set below, it is a person, or the metric is an average or a ratio, which does not add up.',
  })
  rollup: string | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      '`rollup` / `amount`, as a fraction of at most 6 digits: 0.8 is 80 %. Null without one of them, and for an amount of 0.',
  })
  coverage: string | null

  @Field(() => Boolean, {
    description:
      'Whether it holds for later periods as well, until one of them is set. False when it comes from below.',
  })
  carriesForward: boolean

  @Field(() => DateTimeScalar, { nullable: true, description: `When it was set. ${UNLESS_MANUAL}.` })
  setAt: Date | null

  @Field(() => PeriodType, { description: 'The period it is for.' })
  period: PeriodType

  @Field(() => Int, {
    description:
      'Of what was set here and holds in the period; grows with every change. 0: nothing ever was. Send it back as `expectedVersion`.',
  })
  version: number

  setBy: string | null
}
