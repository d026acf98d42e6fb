import { createHash } from 'node:crypto'

/** What is kept of a secret of full entropy: it can be looked up by, and not be turned back. */
export function sha256Of(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
