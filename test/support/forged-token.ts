import { createHmac, sign, type KeyObject } from 'node:crypto'

/** What signs: from the two encoded parts to the third. */
export type Signer = (input: string) => Buffer

export const hmac =
  (key: string | Buffer, hash = 'sha256'): Signer =>
  (input) =>
    createHmac(hash, key).update(input).digest()

export const rsa =
  (key: KeyObject, hash = 'sha256'): Signer =>
  (input) =>
    sign(hash, Buffer.from(input), key)

export const ecdsa =
  (key: KeyObject): Signer =>
  (input) =>
    sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })

export const encoded = (part: object | string) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url')

/** A token to the letter, valid or not: a part given as a string is that text, which need not be JSON. */
export function forgedToken(header: object | string, payload: object | string, signer: Signer): string {
  const input = `${encoded(header)}.${encoded(payload)}`
  return `${input}.${signer(input).toString('base64url')}`
}

export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
