import { observable } from './observable.js'

/** What was copied last, or why it could not be: told for a moment. */
export const copied = observable<string | null>(null)

const TOLD_MS = 4_000

let timer = 0

/** Copies a text and tells that `what` is copied. */
export async function copyText(text: string, what: string): Promise<void> {
  tell(
    (await isCopied(text))
      ? `Copied ${what}.`
      : `This browser does not let pages copy: ${what} was not copied.`,
  )
}

export function tell(message: string): void {
  copied.set(message)
  window.clearTimeout(timer)
  timer = window.setTimeout(() => copied.set(null), TOLD_MS)
}

/** The clipboard is there on https and on this machine only. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
