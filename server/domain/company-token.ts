const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const BASE = 62n
const COMPANY_WIDTH = 22
const SECRET_WIDTH = 43
const CHECKSUM_WIDTH = 6
const BODY = '([0-9A-Za-z]{22})[0-9A-Za-z]{43}[0-9A-Za-z]{6}'
export const SECRET_BYTES = 32

/** What scanners for secrets look for; the last six characters tell whether a find is one. */
export function tokenPattern(prefix: string): RegExp {
  return new RegExp(`^${prefix}${BODY}$`)
}

/** As it is sent: the prefix, the company (22 characters), the secret (43) and the CRC-32 of all that (6), in base 62. */
export function formatToken(prefix: string, companyId: string, secret: Uint8Array): string {
  if (secret.length !== SECRET_BYTES) throw new RangeError(`A secret has ${SECRET_BYTES} bytes.`)
  const company = BigInt(`0x${companyId.replaceAll('-', '')}`)
  const random = secret.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const unchecked = `${prefix}${toBase62(company, COMPANY_WIDTH)}${toBase62(random, SECRET_WIDTH)}`
  return unchecked + checksumOf(unchecked)
}

/** The company a token is of, as it says itself. Null for what is none of that prefix, or mistyped. */
export function companyOfToken(prefix: string, token: string): string | null {
  const [, company] = tokenPattern(prefix).exec(token) ?? []
  if (company === undefined || checksumOf(token.slice(0, -CHECKSUM_WIDTH)) !== token.slice(-CHECKSUM_WIDTH))
    return null
  const hex = fromBase62(company).toString(16).padStart(32, '0')
  return hex.length > 32 ? null : hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function toBase62(number: bigint, width: number): string {
  const digits = Array.from({ length: width }, (_, place) =>
    DIGITS.charAt(Number((number / BASE ** BigInt(width - 1 - place)) % BASE)),
  )
  return digits.join('')
}

function fromBase62(text: string): bigint {
  return [...text].reduce((number, digit) => number * BASE + BigInt(DIGITS.indexOf(digit)), 0n)
}

function checksumOf(text: string): string {
  return toBase62(BigInt(crc32(text)), CHECKSUM_WIDTH)
}

/** That of ISO 3309, as in zip: it notices any single character that is wrong and any two neighbours swapped. */
function crc32(ascii: string): number {
  let crc = 0xffffffff
  for (const character of ascii) {
    crc ^= character.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
