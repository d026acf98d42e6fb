import { ArgsType, Field, ID, ObjectType } from 'type-graphql'
import type { Check, CheckCode } from '../../domain/diagnosis-checks.js'
import type { CheckOutcome, Verdict } from '../../domain/diagnosis-finding.js'
import type { Fix } from '../../domain/diagnosis-fixes.js'
import type { FixCode } from '../../domain/diagnosis-remedy.js'
import type { TraceStep } from '../../domain/explain.js'
import type { Surface } from '../../domain/surface.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'
import { MetricType } from '../metric/metric.type.js'
import { UserType } from '../people/user.type.js'
import { CheckEnum, CheckOutcomeEnum, FixEnum, SurfaceEnum, VerdictEnum } from './diagnosis.enums.js'

@ArgsType()
export class DiagnosisArgs extends AsOfArgs {
  @Field(() => ID, { description: 'Who cannot see it: yourself, or somebody of a node that you run.' })
  userId: string

  @Field(() => ID, { nullable: true, description: 'On which node. Without it: the one the page opens with.' })
  nodeId: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Which metric. Without it: the page as a whole, that is any metric.',
  })
  metricId: string | null

  @Field(() => SurfaceEnum, { description: 'On which page.' })
  surface: Surface

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'In which period there should be numbers. Left out or null: the one of the frequency of each metric that is running, or was at `asOf`.',
  })
  period: PeriodInput | null
}

@ObjectType('KeyMetricCheck', { simpleResolvers: true, description: 'One thing that was checked.' })
export class CheckType {
  @Field(() => CheckEnum, { description: 'What was checked.' })
  check: CheckCode

  @Field(() => CheckOutcomeEnum, { description: 'What came out.' })
  outcome: CheckOutcome

  @Field(() => String, { description: 'What was found, or why nothing was, in a sentence in English.' })
  evidence: string

  nodeId: string | null
  asOf: Date | null
}

@ObjectType('KeyMetricFix', {
  simpleResolvers: true,
  description:
    'One way to make a check pass. Several for one check are alternatives, the nearest first; all failed checks have to pass.',
})
export class FixType {
  @Field(() => FixEnum, { description: 'What to do.' })
  fix: FixCode

  @Field(() => CheckEnum, { description: 'Which check it makes pass.' })
  check: CheckCode

  @Field(() => String, { description: 'What to do, in a sentence in English.' })
  description: string

  nodeId: string | null
}

@ObjectType('KeyMetricDiagnosis', {
  simpleResolvers: true,
  description: 'Why a person sees a key metric on a page, or does not, and who can change that.',
})
export class DiagnosisType {
  @Field(() => VerdictEnum, { description: 'The answer in one word.' })
  verdict: Verdict

  @Field(() => UserType, { description: 'Whom it is about.' })
  user: UserType

  @Field(() => MetricType, { nullable: true, description: 'Which metric; null: the page as a whole.' })
  metric: MetricType | null

  @Field(() => SurfaceEnum, { description: 'Which page.' })
  surface: Surface

  nodeId: string | null
  checks: readonly Check[]
  trace: readonly TraceStep[]
  fixes: readonly Fix[]
  asOf: Date | null
}
