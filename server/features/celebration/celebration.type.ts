import { ArgsType, Field, ObjectType, registerEnumType } from 'type-graphql'
import type { Decimal } from '../../domain/decimal.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars.js'

import { CELEBRATION_CHANGES, type CelebrationChangeRow } from './celebration.row.js'

@ObjectType('Celebration', {
  implements: [NodeType],
  simpleResolvers: true,
  description:
    'That a node or a person reached the target of a key metric in a period. What accumulates is celebrated as soon as it is reached; a limit, an average, a ratio and a target of 0 or less when the period is over. It stands until a correction, or another target or formula, withdraws it; reached again, there is another.',
})
export class CelebrationType extends NodeType {
  @Field(() => DecimalScalar, {
    description: 'What there was when it was celebrated; it may be more by now.',
  })
  actual: Decimal

  @Field(() => DecimalScalar, { description: 'What there was to reach then.' })
  target: Decimal

  @Field(() => DateTimeScalar, {
    description: 'When it was reached: when that was found out, or the end of the period if that was before.',
  })
  reachedAt: Date

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it turned out not to be reached, or not any more; null while it stands.',
  })
  withdrawnAt: Date | null
}

export const CelebrationConnection = connectionType('Celebration', CelebrationType)

@ArgsType()
export class CelebrationFilterArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Also those that were withdrawn.' })
  includeWithdrawn: boolean
}

const CelebrationChangeEnum = enumOf(CELEBRATION_CHANGES)
registerEnumType(CelebrationChangeEnum, {
  name: 'CelebrationChangeKind',
  description: 'What happened to a celebration.',
  valuesConfig: {
    MADE: { description: 'The target was reached.' },
    WITHDRAWN: { description: 'It turned out not to be, or is not any more.' },
  },
})

@ObjectType('CelebrationChange', {
  simpleResolvers: true,
  description: 'That a celebration was made or withdrawn.',
})
export class CelebrationChangeType {
  @Field(() => CelebrationChangeEnum, { description: 'Which of the two.' })
  change: CelebrationChangeRow['change']

  @Field(() => CelebrationType, { description: 'The celebration, as it is now.' })
  celebration: CelebrationChangeRow['celebration']
}

@ObjectType('CelebrationNews', {
  simpleResolvers: true,
  description: 'What happened to celebrations since the event before.',
})
export class CelebrationNewsType {
  @Field(() => [CelebrationChangeType], {
    description: 'In the order in which it happened; none on the first event when nothing was missed.',
  })
  changes: readonly CelebrationChangeRow[]

  @Field(() => String, {
    description: 'How far this event goes. To miss nothing, subscribe again with the last one as `after`.',
  })
  cursor: string
}
