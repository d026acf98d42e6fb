import { AsyncLocalStorage } from 'node:async_hooks'

const scope = new AsyncLocalStorage<string>()

/** Runs `work`, and all that it starts, under a request id. */
export function withRequestId(requestId: string, work: () => void): void {
  scope.run(requestId, work)
}

/** The id of the request that is being served; for what has no context at hand, such as the error mask. */
export function currentRequestId(): string {
  return scope.getStore() ?? 'none'
}
