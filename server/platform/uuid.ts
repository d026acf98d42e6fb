const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether `id` can be an id of ours at all; what cannot is as unknown as an id that was never issued. */
export function isUuid(id: string): boolean {
  return UUID.test(id)
}
