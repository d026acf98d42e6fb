import type { TokenSource } from './options.js'

/** The current token, or the one to use instead of one that was rejected. */
export type Tokens = (rejected?: string) => Promise<string | undefined>

/** However many calls find the same token rejected, and whenever they do, it is renewed once. */
export function tokensFrom(source?: string | TokenSource): Tokens {
  const ask = async (refresh: boolean) => (typeof source === 'function' ? source({ refresh }) : source)
  let stale: string | undefined
  let fresh: Promise<string | undefined>
  return (rejected) => {
    if (rejected === undefined) return ask(false)
    if (rejected !== stale) {
      stale = rejected
      fresh = ask(true)
      fresh.catch(() => (stale = undefined))
    }
    return fresh
  }
}
