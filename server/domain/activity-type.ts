export const ACTIVITY_TYPE_STATUSES = ['ACTIVE', 'ARCHIVED'] as const
export type ActivityTypeStatus = (typeof ACTIVITY_TYPE_STATUSES)[number]

/** The activity logger offers them in one list, so there is an end of them. */
export const MAX_ACTIVITY_TYPES = 200

/** The ids of the activity types that each node itself enables, by the id of the node. */
export type Enablement = ReadonlyMap<string, ReadonlySet<string>>

/**
 * The activity types enabled on the last node of a path: what a node enables is enabled below it. By the id of the
 * type, with the nearest node that enables it.
 */
export function enabledAlong(path: readonly string[], enablement: Enablement): Map<string, string> {
  return new Map(
    path.flatMap((nodeId) => [...(enablement.get(nodeId) ?? [])].map((typeId) => [typeId, nodeId] as const)),
  )
}

/** Whether it is in `enabledAlong`. */
export function isEnabledAlong(path: readonly string[], enablement: Enablement, typeId: string): boolean {
  return path.some((nodeId) => enablement.get(nodeId)?.has(typeId))
}
