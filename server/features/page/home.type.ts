import { ArgsType, Field, ID, ObjectType } from 'type-graphql'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import type { Question } from '../diagnosis/diagnosis.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { UserType } from '../people/user.type.js'
import { PageKeyMetricType } from './page-key-metric.type.js'

@ArgsType()
export class HomeArgs extends AsOfArgs {
  @Field(() => ID, {
    nullable: true,
    description:
      'Which node to show instead of your own numbers: one of `nodes`, or any below them. Left out or null: your team, or else the node of your strongest role.',
  })
  nodeId: string | null

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Which period. Left out or null: for each key metric the one of its `frequency` that runs.',
  })
  period: PeriodInput | null
}

@ObjectType('HomePage', {
  simpleResolvers: true,
  description: 'The page of whoever asks: the key metrics that matter to them, and where they stand.',
})
export class HomePageType {
  @Field(() => OrgNodeType, {
    nullable: true,
    description: 'Whose key metrics they are. Null without a team and without a role: `notice` says so.',
  })
  node: OrgNodeType | null

  @Field(() => UserType, {
    nullable: true,
    description: 'Whose numbers `progress` is: you, on your own team; null: those of `node`.',
  })
  user: UserType | null

  @Field(() => [PageKeyMetricType], {
    description: 'The key metrics in force on the node, in display order. Empty: `notice` says why.',
  })
  keyMetrics: PageKeyMetricType[]

  question: Question
}
