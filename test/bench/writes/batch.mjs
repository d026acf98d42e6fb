import { randomUUID } from 'node:crypto'

/**
 * A batch as a CRM delivers it: of people of the company, or of one team alone; each tenth activity was delivered before.
 * `people` and `types` are ids.
 */
export function batchOf({ people, types }, size) {
  const batch = Array.from({ length: size }, () => ({
    activityTypeId: oneOf(types),
    userId: oneOf(people),
    quantity: '1',
    occurredAt: new Date(Date.now() - Math.random() * 86_400_000).toISOString(),
    externalId: randomUUID(),
  }))
  for (let index = 10; index < size; index += 10) batch[index] = batch[index - 1]
  return batch
}

function oneOf(list) {
  return list[Math.floor(Math.random() * list.length)]
}
