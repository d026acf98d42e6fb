import type { ActivityFormula, Formula } from '../../../server/domain/metric-value.js'

const of =
  (kind: ActivityFormula['kind']) =>
  (activityTypeIds: string[], label: string | null = null): Formula => ({ kind, activityTypeIds, label })
export const [count, sum, average] = [of('COUNT'), of('SUM'), of('AVERAGE')]
export const ratio = (numeratorId: string, denominatorId: string): Formula => ({
  ...{ kind: 'RATIO', numeratorId, denominatorId },
})

/** The catalogue of the examples: how each metric comes from activities. */
export const FORMULAS = new Map<string, Formula>([
  ['CALLS', count(['call'])],
  ['WON', count(['deal'])],
  ['REVENUE', sum(['deal'])],
  ['DEAL_SIZE', average(['deal'])],
  ['HIT_RATE', ratio('WON', 'CALLS')],
])
