import {
  activityOf,
  correctedActivity,
  countedOf,
  foreignKeyOf,
  isSameActivity,
  pathOfCredit,
  postingsOf,
  type Countable,
} from '../../../server/domain/activity.js'
import { decimal } from '../../../server/domain/decimal.js'

const era = { began: new Date('2026-01-01T00:00:00.000Z'), now: new Date('2026-06-01T12:00:00.000Z') }
const CALL = { activityTypeId: 'CALL' }
const call = (rest: object = {}) => activityOf({ ...CALL, ...rest }, era)
const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    const { code, path } = error as { code: string; path: readonly string[] }
    return `${code} ${path.join('.')}`
  }
  return 'nothing wrong'
}

describe('an activity', () => {
  it('is one of something, now, without more, unless it says otherwise', () => {
    const plain = { ...CALL, quantity: '1', amount: null, label: '', note: '', occurredAt: era.now }
    expect(call()).toEqual(plain)
    const nothing = { quantity: null, amount: null, label: null, note: null, occurredAt: null }
    expect(call(nothing)).toEqual(plain)
  })

  it('is kept exactly: digits, and texts without what surrounds them', () => {
    const told = { quantity: '1.500', amount: '-0.000001', label: ' A\u0300  b ', note: ' x\ny ' }
    expect(call(told)).toMatchObject({ quantity: '1.5', amount: '-0.000001', label: 'À b', note: 'x\ny' })
    expect(call({ label: '  ' }).label).toBe('')
  })

  it.each<[string, object]>([
    ['quantity', { quantity: '0' }],
    ['quantity', { quantity: '-0.000001' }],
    ['quantity', { quantity: '1e3' }],
    ['amount', { amount: '1.0000001' }],
    ['amount', { amount: '' }],
    ['label', { label: 'x'.repeat(121) }],
    ['label', { label: 'a\u0000b' }],
    ['note', { note: 'x'.repeat(2_001) }],
    ['note', { note: 'a\u0000b' }],
    ['occurredAt', { occurredAt: new Date(Number.NaN) }],
  ])('is refused for its %s: %j', (field, wrong) => {
    expect(refusal(() => call(wrong))).toBe(`INVALID ${field}`)
  })

  it('happened since the company began, and at most 24 hours from now', () => {
    const at = (instant: string) => refusal(() => call({ occurredAt: new Date(instant) }))
    expect(at('2025-12-31T23:59:59.999Z')).toBe('INVALID occurredAt')
    expect(at('2026-01-01T00:00:00.000Z')).toBe('nothing wrong')
    expect(at('2026-06-02T12:00:00.000Z')).toBe('nothing wrong')
    expect(at('2026-06-02T12:00:00.001Z')).toBe('INVALID occurredAt')
  })
})

describe('a name that a source gives', () => {
  it('is trimmed and NFC, and otherwise as it came', () => {
    expect(foreignKeyOf(' A\u0300  b ', 'source')).toBe('À  b')
    expect(foreignKeyOf('x'.repeat(200), 'source')).toHaveLength(200)
  })

  it.each(['', '  ', 'x'.repeat(201), 'a\nb', 'a\u0000', '\ud800'])('is not %j', (name) => {
    expect(refusal(() => foreignKeyOf(name, 'externalId'))).toBe('INVALID externalId')
  })
})

describe('a correction', () => {
  const before = call({ quantity: '2', amount: '5', label: 'a', note: 'n' })

  it('leaves what it does not name', () => {
    expect(correctedActivity(before, {}, era)).toEqual(before)
    const nothing = { activityTypeId: null, quantity: null, label: null, note: null, occurredAt: null }
    expect(correctedActivity(before, nothing, era)).toEqual(before)
  })

  it('takes away an amount, a label and a note', () => {
    const after = { ...before, amount: null, label: '', note: '' }
    expect(correctedActivity(before, { amount: null, label: '', note: '' }, era)).toEqual(after)
  })

  it('judges what it names and nothing else', () => {
    const old = { ...before, occurredAt: new Date('2020-01-01T00:00:00Z') }
    expect(refusal(() => correctedActivity(old, { quantity: '3' }, era))).toBe('nothing wrong')
    expect(refusal(() => correctedActivity(old, { quantity: '0' }, era))).toBe('INVALID quantity')
    expect(refusal(() => correctedActivity(old, { occurredAt: old.occurredAt }, era))).toBe(
      'INVALID occurredAt',
    )
  })

  it('is seen in each of the fields', () => {
    expect(isSameActivity(before, call({ quantity: '2.0', amount: '5', label: 'a', note: 'n' }))).toBe(true)
    const others = [
      { activityTypeId: 'DEAL' },
      ...[{ quantity: '3' }, { amount: '6' }, { amount: null }, { label: 'b' }, { note: 'm' }],
      { occurredAt: new Date('2026-05-01T00:00:00Z') },
    ]
    for (const other of others)
      expect(isSameActivity(before, correctedActivity(before, other, era))).toBe(false)
  })
})

describe('what counts', () => {
  const activity: Countable = {
    ...{
      userId: 'mia',
      teamId: 'OSLO',
      departmentId: 'SALES',
      activityTypeId: 'CALL',
      label: '',
      day: '2026-03-01',
    },
    ...{ quantity: decimal('2'), amount: decimal('5'), isVoided: false },
  }
  const { isVoided: _, ...counted } = activity

  it('is an activity of somebody that was not voided; without an amount it is worth 0', () => {
    expect(countedOf(activity)).toEqual(counted)
    expect(countedOf({ ...activity, amount: null })).toEqual({ ...counted, amount: '0' })
    expect(countedOf({ ...activity, isVoided: true })).toBeNull()
    expect(countedOf({ ...activity, userId: null })).toBeNull()
  })

  it('is all of it that is new, and less of what is gone', () => {
    const now = countedOf(activity)
    expect(postingsOf(null, now)).toEqual([counted])
    expect(postingsOf(now, null)).toEqual([{ ...counted, quantity: '-2', amount: '-5' }])
    expect(postingsOf(null, null)).toEqual([])
    expect(postingsOf(now, now)).toEqual([])
  })

  it('is the difference where it is counted in the same place', () => {
    const after = countedOf({ ...activity, quantity: decimal('1.5') })
    expect(postingsOf(countedOf(activity), after)).toEqual([{ ...counted, quantity: '-0.5', amount: '0' }])
  })

  it.each<Partial<Countable>>([
    { userId: 'pia' },
    { teamId: 'LONDON' },
    { departmentId: null },
    { activityTypeId: 'DEAL' },
    { label: 'a' },
    { day: '2026-03-02' },
  ])('leaves one place for another: %j', (change) => {
    const after = countedOf({ ...activity, ...change })
    expect(postingsOf(countedOf(activity), after)).toEqual([
      { ...counted, quantity: '-2', amount: '-5' },
      after,
    ])
  })

  it('counts on every node from the company down', () => {
    expect(pathOfCredit('ACME', { teamId: 'OSLO', departmentId: 'SALES' })).toEqual(['ACME', 'SALES', 'OSLO'])
    expect(pathOfCredit('ACME', { teamId: 'LABS', departmentId: null })).toEqual(['ACME', 'LABS'])
    expect(pathOfCredit('ACME', { teamId: null, departmentId: null })).toEqual(['ACME'])
  })
})
