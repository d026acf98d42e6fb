import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { sha256Of } from '../sha256.js'

/** Visible characters: what is sent twice as a header comes as one with a comma and a space. */
const FORM = /^[\x21-\x7e]{1,255}$/
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A key as a client made it up. It is kept nowhere. */
export interface IdempotencyKey {
  readonly sha256: Buffer
  /** Answers hold what is shown once and stored nowhere, such as secrets: only who knows the key can read them again. */
  seal(text: string): Buffer
  open(sealed: Buffer): string
}

/** Null when it is not of the right form. */
export function idempotencyKey(header: string): IdempotencyKey | null {
  if (!FORM.test(header)) return null
  const secret = Buffer.from(hkdfSync('sha256', header, '', 'key-metrics outcome', 32))
  return {
    sha256: sha256Of(header),
    seal: (text) => seal(secret, text),
    open: (sealed) => open(secret, sealed),
  }
}

function seal(secret: Buffer, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, secret, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

function open(secret: Buffer, sealed: Buffer): string {
  const start = NONCE_BYTES + TAG_BYTES
  const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, start))
  return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]).toString('utf8')
}
