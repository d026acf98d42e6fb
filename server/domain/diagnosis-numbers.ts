import { fail, pass, skip, unknown, type Finding } from './diagnosis-finding.js'

// What the checks find in where the numbers of a page come from.

/** An activity type that a number counts, as far as it can be logged where the page counts. */
export interface CountedType {
  readonly name: string
  readonly isArchived: boolean
  readonly isEnabled: boolean
}

/** Activities of any of these types. */
export interface NumberSource {
  readonly types: readonly CountedType[]
  /** Whether anything of them was recorded in the period. */
  readonly isRecorded: boolean
}

/** All that one number is made of: one source, of a ratio two; none without a formula. */
export type SourcesOfNumber = readonly NumberSource[]

/** The sources of the metric asked for, or of each that the page shows; null: not known, or not for who asks. */
export type Numbers = readonly SourcesOfNumber[] | null

const UNSEEN = 'There is no node to count for, or its numbers are not for you to see.'
const NOT_COMPUTED = 'Without a formula there is nothing to look for: see METRIC_COMPUTED.'

export function metricComputed(numbers: Numbers): Finding {
  if (numbers === null) return unknown(UNSEEN)
  if (numbers.length === 0) return skip('No key metric is in force: see METRIC_EFFECTIVE.')
  if (computed(numbers).length > 0) return pass('A formula says how it is computed from activities.')
  return fail('NO_FORMULA', 'No formula says how it is computed from activities, so there is no number.')
}

/** Fails when no number can come about; what was recorded all the same, as integrations may, has come about. */
export function activitiesLoggable(numbers: Numbers): Finding {
  if (numbers === null) return unknown(UNSEEN)
  const missing = missingSource(numbers)
  if (missing === null)
    return computed(numbers).length === 0 ? skip(NOT_COMPUTED) : pass('What it counts can be logged here.')
  const names = namesOf(missing.types)
  return isArchived(missing)
    ? fail('TYPE_ARCHIVED', `It counts ${names}, which nobody can log any more: archived.`)
    : fail('TYPE_NOT_ENABLED', `It counts ${names}, which nobody can log here: not enabled.`)
}

export function dataInPeriod(numbers: Numbers): Finding {
  if (numbers === null) return unknown(UNSEEN)
  if (computed(numbers).length === 0) return skip(NOT_COMPUTED)
  if (numbers.some((sources) => sources.some(({ isRecorded }) => isRecorded)))
    return pass('Something was recorded in the period.')
  return fail('NO_DATA', 'Nothing was recorded in the period, so there is no number to show.')
}

/** What can neither be logged nor was; null when at least one number can come about, or none is computed. */
export function missingSource(numbers: Numbers): NumberSource | null {
  const missing = computed(numbers ?? []).map((sources) => sources.find(isMissing) ?? null)
  return missing.includes(null) ? null : (missing[0] ?? null)
}

/** With one of them active, to enable that is enough. */
export function isArchived({ types }: NumberSource): boolean {
  return types.every((type) => type.isArchived)
}

export function namesOf(types: readonly CountedType[]): string {
  return types.map(({ name }) => `“${name}”`).join(', ')
}

function computed(numbers: readonly SourcesOfNumber[]): SourcesOfNumber[] {
  return numbers.filter((sources) => sources.length > 0)
}

function isMissing({ types, isRecorded }: NumberSource): boolean {
  return !isRecorded && !types.some((type) => type.isEnabled && !type.isArchived)
}
