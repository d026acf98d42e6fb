import { createHash } from 'node:crypto'

/** What is kept of a text, to find or to compare it by. Of a secret only if it has full entropy: others could be guessed. */
export function sha256Of(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
