import fc from 'fast-check'
import {
  API_KEY_PATTERN,
  assertExpiry,
  companyOfApiKey,
  endOfOldSecret,
  formatApiKey,
  scopesOf,
} from '../../../server/domain/api-key.js'

const COMPANY = '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'
const KEY = formatApiKey(
  COMPANY,
  Uint8Array.from({ length: 32 }, (_, index) => index),
)
const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('an API key', () => {
  it('is km_, its company, its secret and a checksum that others compute as well', () => {
    // By Python: zlib.crc32, int.from_bytes.
    expect(KEY).toBe('km_1QnrkwYckH6MOmcUtL4j6P003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3gZHkE')
    expect(KEY).toMatch(API_KEY_PATTERN)
  })

  it('says its company, whatever the company and the secret', () => {
    fc.assert(
      fc.property(fc.uuid(), secrets, (companyId, secret) => {
        const key = formatApiKey(companyId, secret)
        expect(key).toMatch(API_KEY_PATTERN)
        expect(companyOfApiKey(key)).toBe(companyId)
      }),
    )
  })

  it('differs when the company or the secret differs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), secrets, secrets, (a, b, one, other) => {
        const isSame = a === b && Buffer.compare(one, other) === 0
        expect(formatApiKey(a, one) === formatApiKey(b, other)).toBe(isSame)
      }),
    )
  })

  it('with any one character wrong, missing or doubled is none', () => {
    for (let place = 0; place < KEY.length; place += 1) {
      const [before, here, after] = [KEY.slice(0, place), KEY.charAt(place), KEY.slice(place + 1)]
      const wrong = [...'0aZz_- é'].filter((character) => character !== here)
      for (const slip of [...wrong, '', here + here])
        expect(companyOfApiKey(before + slip + after)).toBeNull()
    }
  })

  it('with two neighbours swapped is none', () => {
    for (let place = 0; place < KEY.length - 1; place += 1) {
      const swapped = KEY.slice(0, place) + KEY.charAt(place + 1) + KEY.charAt(place) + KEY.slice(place + 2)
      expect(companyOfApiKey(swapped)).toBe(swapped === KEY ? COMPANY : null)
    }
  })

  it.each([
    ['nothing', ''],
    ['the prefix alone', 'km_'],
    ['one with a line break behind it', `${KEY}\n`],
    ['one with a blank before it', ` ${KEY}`],
    ['two in a row', KEY + KEY],
    ['one in capitals', KEY.toUpperCase()],
    [
      'one of a company with too large a number, its checksum being right',
      'km_7n42DGM5Tflk9n8mt7Fhc800000000000000000000000000000000000000000003qCj4D',
    ],
  ])('is not %s', (_, text) => {
    expect(companyOfApiKey(text)).toBeNull()
  })

  it('is not made of less than 256 bits', () => {
    expect(() => formatApiKey(COMPANY, new Uint8Array(31))).toThrow(RangeError)
  })
})

describe('the scopes of a key', () => {
  it('are kept once each, in the order of the list', () => {
    expect(scopesOf(['WRITE_METRICS', 'READ_PEOPLE', 'WRITE_METRICS'])).toEqual([
      'READ_PEOPLE',
      'WRITE_METRICS',
    ])
  })

  it('are at least one', () => {
    expect(() => scopesOf([])).toThrow(
      'scopes is empty; give at least one of READ_ORGANIZATION, READ_PEOPLE, READ_NUMBERS, READ_AUDIT_LOG, WRITE_ACTIVITIES, WRITE_TARGETS, WRITE_KEY_METRICS, WRITE_METRICS, WRITE_ORGANIZATION.',
    )
  })
})

const NOW = new Date('2026-03-01T12:00:00.000Z')

describe('the end of a key', () => {
  it.each([null, '2026-03-01T12:00:00.001Z', '2031-03-01T12:00:00.000Z'])('may be %s', (end) => {
    expect(() => assertExpiry(end === null ? null : new Date(end), NOW)).not.toThrow()
  })

  it.each([
    [
      '2026-03-01T12:00:00.000Z',
      'expiresAt is 2026-03-01T12:00:00.000Z; expected an instant after the present, 2026-03-01T12:00:00.000Z.',
    ],
    [
      '2031-03-01T12:00:00.001Z',
      'expiresAt is 2031-03-01T12:00:00.001Z; expected an instant within 1826 days, or none at all.',
    ],
  ])('may not be %s', (end, message) => {
    expect(() => assertExpiry(new Date(end), NOW)).toThrow(message)
  })
})

describe('the secret that a rotation replaces ends', () => {
  it.each([
    ['a day later when nothing is said', null, '2026-03-02T12:00:00.000Z'],
    ['when it is told to', '2026-03-31T12:00:00.000Z', '2026-03-31T12:00:00.000Z'],
    ['at once when that has passed', '2020-01-01T00:00:00.000Z', '2026-03-01T12:00:00.000Z'],
  ])('%s', (_, wanted, end) => {
    expect(endOfOldSecret(wanted === null ? null : new Date(wanted), NOW)).toEqual(new Date(end))
  })

  it('within 30 days', () => {
    expect(() => endOfOldSecret(new Date('2026-03-31T12:00:00.001Z'), NOW)).toThrow(
      'oldSecretExpiresAt is 2026-03-31T12:00:00.001Z; expected an instant within 30 days.',
    )
  })
})
