import { CHECKS_OF_NUMBERS, checksOf, type Check } from './diagnosis-checks.js'
import type { DiagnosisFacts } from './diagnosis-facts.js'
import type { Verdict } from './diagnosis-finding.js'
import { fixesOf, type Fix } from './diagnosis-fixes.js'
import { explainKeyMetric, type TraceStep } from './explain.js'

export interface Diagnosis {
  readonly verdict: Verdict
  /** All of `CHECKS`, in their order. */
  readonly checks: readonly Check[]
  /** What each node of the path did to the metric; empty without a metric, and where who asks sees the name only. */
  readonly trace: readonly TraceStep[]
  readonly fixes: readonly Fix[]
}

/**
 * Why somebody sees a key metric on a page, or does not; of a page as a whole, why it shows any, or none. The verdict
 * is the cause of the first check that fails, whatever is unknown beside it: that one alone suffices. Without a failure
 * it is VISIBLE, or UNDETERMINED when who asks may not be told something that could be the cause. Whether there are
 * numbers is told, but while it is not known it decides nothing.
 */
export function diagnose(facts: DiagnosisFacts): Diagnosis {
  const checks = checksOf(facts)
  return { verdict: verdictOf(checks), checks, trace: traceOf(facts), fixes: fixesOf(facts, checks) }
}

function verdictOf(checks: readonly Check[]): Verdict {
  const failed = checks.find(({ cause }) => cause !== null)
  if (failed?.cause) return failed.cause
  const isOpen = checks.some((one) => one.outcome === 'UNKNOWN' && !isOfNumbers(one))
  return isOpen ? 'UNDETERMINED' : 'VISIBLE'
}

/**
 * Whether a page has to say it: one that shows nothing, why; one that shows the metric, or any, whatever leaves it
 * without a number.
 */
export function isWorthTelling({ verdict, checks }: Diagnosis, isShown: boolean): boolean {
  return isShown ? checks.some((one) => one.cause !== null && isOfNumbers(one)) : verdict !== 'VISIBLE'
}

function isOfNumbers({ check }: Check): boolean {
  return CHECKS_OF_NUMBERS.includes(check)
}

function traceOf({ page, metric }: DiagnosisFacts): readonly TraceStep[] {
  if (metric === null || page === null || page === 'UNSEEN' || page.sight !== 'WHOLE') return []
  return explainKeyMetric(page.path, metric).trace
}
