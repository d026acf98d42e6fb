export type Input = Readonly<Record<string, unknown>>

/**
 * How a mutation is tried without changing anything: who may is told what is wrong with the input (a version that never
 * was, a key that is taken), and who may not is told that.
 */
export interface Probe {
  /** What it is tried on: every node, every person, or the company as such. */
  readonly on: 'node' | 'person' | 'activity' | 'company'
  /** How it is answered to those who may. */
  readonly allowed:
    | 'VERSION_CONFLICT'
    | 'DUPLICATE'
    | 'NOT_FOUND apiKeyId'
    | 'NOT_FOUND activityTypeId'
    | 'INVALID name'
    | 'done'
  /** The input field that names it; the usual one when left out. */
  readonly field?: string
  input(id: string): Input
}

export const NEVER = { expectedVersion: -1 }
export const onNode = (input: (nodeId: string) => Input): Probe => ({
  on: 'node',
  allowed: 'VERSION_CONFLICT',
  input: (nodeId) => ({ nodeId, ...NEVER, ...input(nodeId) }),
})
export const onPerson = (rest: Input = {}): Probe => ({
  on: 'person',
  allowed: 'VERSION_CONFLICT',
  input: (userId) => ({ userId, ...NEVER, ...rest }),
})
export const onActivity = (rest: Input = {}): Probe => ({
  on: 'activity',
  allowed: 'VERSION_CONFLICT',
  input: (activityId) => ({ activityId, ...NEVER, ...rest }),
})
export const onCompany = (input: () => Input, allowed: Probe['allowed'] = 'VERSION_CONFLICT'): Probe => ({
  on: 'company',
  allowed,
  input: () => ({ ...NEVER, ...input() }),
})
export const withoutVersion = ({ input, ...probe }: Probe): Probe => ({
  ...probe,
  input: (id) => {
    const { expectedVersion: _, ...rest } = input(id)
    return rest
  },
})
