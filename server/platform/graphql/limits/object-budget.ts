import type { GraphQLError } from 'graphql'
import { requestError } from '../request-error.js'

/** As many objects of long lists as are put together one by one for a request: about half a second's work, and 100 MB. */
export const MAX_OBJECTS = 120_000

const counts = new WeakMap<object, number>()
const refusals = new WeakMap<object, GraphQLError>()

/**
 * The list that `make` makes for a request. @throws GraphQLError LIMIT_EXCEEDED when its lists have too many objects
 * together, without making more of them: that goes for all that is asked.
 */
export function counted<T>(ctx: object, make: () => readonly T[]): readonly T[] {
  assertNotRefused(ctx)
  const list = make()
  const count = (counts.get(ctx) ?? 0) + list.length
  counts.set(ctx, count)
  if (count <= MAX_OBJECTS) return list
  const most = MAX_OBJECTS.toLocaleString('en')
  const message = `The lists of this answer have more than ${most} objects that would be put together one by one. Ask for a part at a time, such as one department, or for less of each object: what is the same for everybody is not counted.`
  const tooMany = requestError('LIMIT_EXCEEDED', message)
  refusals.set(ctx, tooMany)
  throw tooMany
}

/** For what takes reading. @throws GraphQLError when the request is refused already: nobody will see what it reads. */
export function assertNotRefused(ctx: object): void {
  const refusal = refusals.get(ctx)
  if (refusal) throw refusal
}

/** Why a request is not answered at all. */
export function refusalOfObjects(ctx: object): GraphQLError | undefined {
  return refusals.get(ctx)
}
