import {
  isEmptyOverride,
  NO_ATTRIBUTES,
  sameRuleContent,
  validRuleContent,
  type KeyMetricLock,
  type RuleContent,
} from '../../../server/domain/key-metric-rule.js'
import { refusal } from '../../support/vocabulary.js'

const content = (given: Partial<RuleContent> = {}): RuleContent => ({
  ...{ effect: 'ADD', reach: 'NODE_AND_BELOW', locks: [], ...NO_ATTRIBUTES },
  ...given,
})
const refused = (given: Partial<RuleContent>) => refusal(() => validRuleContent(content(given)))

describe('a rule is stored', () => {
  it('with its label trimmed', () => {
    expect(validRuleContent(content({ label: '  Net   revenue ' })).label).toBe('Net revenue')
  })

  it('with its locks in canonical order and each once', () => {
    const locks: KeyMetricLock[] = ['POSITION', 'HIDE', 'ADD', 'HIDE']
    expect(validRuleContent(content({ locks })).locks).toEqual(['ADD', 'HIDE', 'POSITION'])
  })

  it('as it was given otherwise; none of kind, label and position is needed to add or to hide', () => {
    expect(validRuleContent(content())).toEqual(content())
    expect(validRuleContent(content({ effect: 'HIDE' }))).toEqual(content({ effect: 'HIDE' }))
  })

  it('with any whole position from 0 to 9999', () => {
    expect([0, 9_999].map((position) => validRuleContent(content({ position })).position)).toEqual([0, 9_999])
  })
})

describe('a rule is refused', () => {
  it.each([-1, 10_000, 1.5, NaN, Infinity])('with %p as position', (position) => {
    expect(refused({ position })).toEqual({
      ...{ code: 'INVALID', path: ['position'] },
      message: `position is ${position}; expected a whole number from 0 to 9999.`,
    })
  })

  it('with an empty label; none at all is null', () => {
    expect(refused({ label: ' ' })).toEqual({
      ...{ code: 'INVALID', path: ['label'] },
      message: 'label is empty; give it at least one character.',
    })
  })

  it('with locks and the reach NODE_ONLY', () => {
    expect(refused({ reach: 'NODE_ONLY', locks: ['HIDE'] })).toEqual({
      ...{ code: 'INVALID', path: ['reach'] },
      message:
        'Locks bind the nodes below; a NODE_ONLY rule reaches none of them. Let it reach NODE_AND_BELOW, or take its locks off first: lockKeyMetric with the preset NONE.',
    })
  })

  it('when it overrides nothing', () => {
    expect(refused({ effect: 'OVERRIDE' })).toEqual({
      ...{ code: 'INVALID', path: ['kind'] },
      message: 'Nothing to override: give kind, label or position.',
    })
  })
})

describe('an override is empty', () => {
  it('when it has neither attributes nor locks', () => {
    expect(isEmptyOverride(content({ effect: 'OVERRIDE' }))).toBe(true)
  })

  it('not when it has one of them, be it the position 0', () => {
    const stating: Partial<RuleContent>[] = [
      { kind: 'PRIMARY' },
      { label: 'A' },
      { position: 0 },
      { locks: ['HIDE'] },
    ]
    expect(stating.filter((given) => isEmptyOverride(content({ effect: 'OVERRIDE', ...given })))).toEqual([])
  })

  it('never when it is no override: an ADD or a HIDE says enough by itself', () => {
    expect(isEmptyOverride(content({ effect: 'ADD' }))).toBe(false)
    expect(isEmptyOverride(content({ effect: 'HIDE' }))).toBe(false)
  })
})

describe('two rules say the same', () => {
  it('when all they say is equal, in whatever order their locks are', () => {
    expect(sameRuleContent(content({ locks: ['ADD', 'HIDE'] }), content({ locks: ['HIDE', 'ADD'] }))).toBe(
      true,
    )
  })

  it.each<Partial<RuleContent>>([
    { effect: 'HIDE' },
    { reach: 'NODE_ONLY' },
    { kind: 'PRIMARY' },
    { label: 'A' },
    { position: 0 },
    { locks: ['ADD'] },
  ])('not when one differs: %j', (difference) => {
    expect(sameRuleContent(content(), content(difference))).toBe(false)
    expect(sameRuleContent(content(difference), content())).toBe(false)
  })

  it('not when they hold different locks', () => {
    expect(sameRuleContent(content({ locks: ['ADD'] }), content({ locks: ['HIDE'] }))).toBe(false)
  })
})
