import { DomainError } from './errors.js'
import type { KeyMetricKind } from './metric.js'
import { nameOf } from './text.js'

export const RULE_EFFECTS = ['ADD', 'HIDE', 'OVERRIDE'] as const
export type RuleEffect = (typeof RULE_EFFECTS)[number]

export const RULE_REACHES = ['NODE_AND_BELOW', 'NODE_ONLY'] as const
export type RuleReach = (typeof RULE_REACHES)[number]

/** What nodes below the holder of a lock may then not do. */
export const KEY_METRIC_LOCKS = ['ADD', 'HIDE', 'KIND', 'LABEL', 'POSITION'] as const
export type KeyMetricLock = (typeof KEY_METRIC_LOCKS)[number]

/** Null falls through to the level above. */
export interface RuleAttributes {
  readonly kind: KeyMetricKind | null
  readonly label: string | null
  readonly position: number | null
}

export const ATTRIBUTES = ['kind', 'label', 'position'] as const
export type Attribute = (typeof ATTRIBUTES)[number]
export const LOCK_OF: Record<Attribute, KeyMetricLock> = {
  kind: 'KIND',
  label: 'LABEL',
  position: 'POSITION',
}
export const NO_ATTRIBUTES: RuleAttributes = { kind: null, label: null, position: null }

/** What a rule says, apart from where it stands and of which metric it speaks. */
export interface RuleContent extends RuleAttributes {
  readonly effect: RuleEffect
  readonly reach: RuleReach
  readonly locks: readonly KeyMetricLock[]
}

export interface KeyMetricRule extends RuleContent {
  readonly id: string
  readonly nodeId: string
  readonly metricId: string
}

export const LOCK_PRESETS = ['NONE', 'MANDATORY', 'FROZEN', 'FORBIDDEN'] as const
export type LockPreset = (typeof LOCK_PRESETS)[number]

export const PRESET_LOCKS: Record<LockPreset, readonly KeyMetricLock[]> = {
  NONE: [],
  MANDATORY: ['HIDE'],
  FROZEN: KEY_METRIC_LOCKS,
  FORBIDDEN: ['ADD'],
}

const MAX_POSITION = 9_999

/**
 * The content as it will be stored: label trimmed, locks in canonical order and without repetition.
 * @throws DomainError INVALID naming the field that cannot be.
 */
export function validRuleContent(content: RuleContent): RuleContent {
  const locks = KEY_METRIC_LOCKS.filter((lock) => content.locks.includes(lock))
  const label = content.label === null ? null : nameOf(content.label, 'label')
  assertPosition(content.position)
  if (content.reach === 'NODE_ONLY' && locks.length > 0) {
    const message =
      'Locks bind the nodes below; a NODE_ONLY rule reaches none of them. Let it reach NODE_AND_BELOW, or take its locks off first: lockKeyMetric with the preset NONE.'
    throw new DomainError('INVALID', message, ['reach'])
  }
  if (isEmptyOverride({ ...content, locks })) {
    throw new DomainError('INVALID', 'Nothing to override: give kind, label or position.', ['kind'])
  }
  return { ...content, label, locks }
}

export function isEmptyOverride({ effect, kind, label, position, locks }: RuleContent): boolean {
  return effect === 'OVERRIDE' && kind === null && label === null && position === null && locks.length === 0
}

function assertPosition(position: number | null): void {
  if (position === null || (Number.isInteger(position) && position >= 0 && position <= MAX_POSITION)) return
  const message = `position is ${position}; expected a whole number from 0 to ${MAX_POSITION}.`
  throw new DomainError('INVALID', message, ['position'])
}

export function sameRuleContent(a: RuleContent, b: RuleContent): boolean {
  return (
    a.effect === b.effect &&
    a.reach === b.reach &&
    ATTRIBUTES.every((attribute) => a[attribute] === b[attribute]) &&
    sameLocks(a, b)
  )
}

/** No rule holds no locks. */
export function sameLocks(a: RuleContent | null, b: RuleContent | null): boolean {
  const [ofA, ofB] = [a?.locks ?? [], b?.locks ?? []]
  return ofA.length === ofB.length && ofA.every((lock) => ofB.includes(lock))
}
