import { DomainError } from './errors.js'
import type { MetricStatus } from './metric.js'

/** What can be done with a metric instead of deleting it. */
export const METRIC_DELETION_CHOICES = ['ARCHIVE'] as const
export type MetricDeletionChoice = (typeof METRIC_DELETION_CHOICES)[number]

/** What refers to a metric, also in the past: that has to resolve for ever. */
export interface MetricReferences {
  readonly ruleCount: number
  readonly hasFormula: boolean
  /** The keys of the ratios that are made of it. */
  readonly ratios: readonly string[]
  readonly targetCount: number
  readonly celebrationCount: number
}

/** An archived one is so already. */
export function metricDeletionChoices(status: MetricStatus): readonly MetricDeletionChoice[] {
  return status === 'ACTIVE' ? METRIC_DELETION_CHOICES : []
}

/** @throws DomainError IN_USE saying what stands in the way and what can be done instead. */
export function assertUnreferenced(
  { key, status }: { readonly key: string; readonly status: MetricStatus },
  references: MetricReferences,
): void {
  const found = referencesIn(references)
  if (found.length === 0) return
  const instead =
    status === 'ACTIVE' ? 'Archive it instead, which can be undone.' : 'It is archived, and stays so.'
  const message = `${key} cannot be deleted: there ${found.length === 1 && isOne(found[0]!) ? 'is' : 'are'} ${found.join(', ')}, now or in the past. ${instead}`
  throw new DomainError('IN_USE', message, ['metricId'])
}

function referencesIn(references: MetricReferences): string[] {
  const { ruleCount, hasFormula, ratios, targetCount, celebrationCount } = references
  return [
    ...counted(ruleCount, 'rule of a node', 'rules of nodes'),
    ...(hasFormula ? ['1 formula'] : []),
    ...(ratios.length > 0
      ? [`${counted(ratios.length, 'ratio', 'ratios').join()} (${ratios.join(', ')})`]
      : []),
    ...counted(targetCount, 'target', 'targets'),
    ...counted(celebrationCount, 'celebration', 'celebrations'),
  ]
}

function counted(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
}

function isOne(text: string): boolean {
  return text.startsWith('1 ')
}
