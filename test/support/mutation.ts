import type { Answer } from './run-document.js'

/** Every mutation, with the field of its payload that holds what it changed. */
export const CHANGED = {
  addKeyMetric: 'node',
  hideKeyMetric: 'node',
  overrideKeyMetric: 'node',
  removeKeyMetricRule: 'node',
  lockKeyMetric: 'node',
  setKeyMetricInheritance: 'node',
  createMetric: 'metric',
  updateMetric: 'metric',
  archiveMetric: 'metric',
  restoreMetric: 'metric',
  deleteMetric: 'deletedMetric',
  setMetricFormula: 'metric',
  removeMetricFormula: 'metric',
  createActivityType: 'activityType',
  updateActivityType: 'activityType',
  archiveActivityType: 'activityType',
  restoreActivityType: 'activityType',
  enableActivityType: 'node',
  disableActivityType: 'node',
  setTrackingFrequency: 'company',
  setCalendar: 'company',
  setKeyMetricDelegation: 'company',
  createNode: 'node',
  updateNode: 'node',
  reorderNodes: 'node',
  moveNode: 'node',
  deleteNode: 'deletedNode',
  restoreNode: 'node',
  createUser: 'user',
  inviteUser: 'user',
  revokeInvitation: 'user',
  updateUser: 'user',
  grantRole: 'roleAssignment',
  revokeRole: 'user',
  deactivateUser: 'user',
  reactivateUser: 'user',
  setDataVisibility: 'user',
  signOutEverywhere: 'user',
} as const

export type Mutation = keyof typeof CHANGED
export const MUTATIONS = Object.keys(CHANGED) as Mutation[]

export interface UserError {
  readonly code: string
  readonly message: string
  readonly path: readonly string[]
}

/** What a mutation answered, under names that are the same for all of them. */
export interface Outcome extends Omit<Answer<unknown>, 'data'> {
  readonly changed: { readonly id: string; readonly version: number } | null
  readonly userErrors: readonly UserError[]
}

/** What is never changed has no version: it is made and ended. */
const WITHOUT_VERSION: readonly string[] = ['roleAssignment']

export function mutationDocument(mutation: Mutation): string {
  const fields = WITHOUT_VERSION.includes(CHANGED[mutation]) ? 'id' : 'id version'
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  return `mutation ($input: ${input}!) {
    ${mutation}(input: $input) { changed: ${CHANGED[mutation]} { ${fields} } userErrors { code message path } }
  }`
}

export function outcomeOf<A extends Answer<unknown>>(mutation: Mutation, answer: A): A & Outcome {
  const data = answer.data as Record<string, Pick<Outcome, 'changed' | 'userErrors'>> | null
  const { changed = null, userErrors = [] } = data?.[mutation] ?? {}
  return { ...answer, changed, userErrors }
}
