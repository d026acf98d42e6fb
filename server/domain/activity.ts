import { compare, decimal, decimalOf, subtract, ZERO, type Decimal } from './decimal.js'
import { DomainError } from './errors.js'
import type { LocalDate } from './calendar.js'
import { charactersOf, descriptionOf, isLonger, nameOf } from './text.js'

/** How many activities are taken at once. */
export const MAX_BATCH = 1_000

/** How far ahead something may have happened: clocks differ, and so do days around the world. */
export const FUTURE_HOURS = 24
const HOUR = 3_600_000
export const KEY_LIMIT = 200
const CONTROL = /[\p{Cc}\p{Cs}]/u

/** One activity as somebody tells of it; what is left out or null has a default. */
export interface ActivityInput {
  readonly activityTypeId: string
  readonly quantity?: string | null
  readonly amount?: string | null
  readonly label?: string | null
  readonly note?: string | null
  readonly occurredAt?: Date | null
}

/** What an activity says of what happened, as it is stored. */
export interface ActivityFacts {
  readonly activityTypeId: string
  readonly quantity: Decimal
  readonly amount: Decimal | null
  /** '' is none. */
  readonly label: string
  readonly note: string
  readonly occurredAt: Date
}

/** Between which instants something may have happened. */
export interface Era {
  /** When the company began. */
  readonly began: Date
  readonly now: Date
}

/** @throws DomainError INVALID naming the field. */
export function activityOf(input: ActivityInput, era: Era): ActivityFacts {
  return {
    activityTypeId: input.activityTypeId,
    quantity: quantityOf(input.quantity ?? '1'),
    amount: typeof input.amount === 'string' ? decimalOf(input.amount, 'amount') : null,
    label: labelOf(input.label ?? ''),
    note: descriptionOf(input.note ?? '', 'note'),
    occurredAt: occurredAtOf(input.occurredAt ?? era.now, era),
  }
}

/** What is to be different. What is left out stays; so does what is null, but for the amount, which null takes away. */
export type Correction = { readonly [Field in keyof ActivityInput]?: ActivityInput[Field] | null }

/** @throws DomainError INVALID naming the field. What is not corrected is not judged again. */
export function correctedActivity(before: ActivityFacts, correction: Correction, era: Era): ActivityFacts {
  const { activityTypeId, quantity, amount, label, note, occurredAt } = correction
  return {
    activityTypeId: activityTypeId ?? before.activityTypeId,
    quantity: typeof quantity === 'string' ? quantityOf(quantity) : before.quantity,
    amount: typeof amount === 'string' ? decimalOf(amount, 'amount') : amount === null ? null : before.amount,
    label: typeof label === 'string' ? labelOf(label) : before.label,
    note: typeof note === 'string' ? descriptionOf(note, 'note') : before.note,
    occurredAt: occurredAt ? occurredAtOf(occurredAt, era) : before.occurredAt,
  }
}

export function isSameActivity(one: ActivityFacts, other: ActivityFacts): boolean {
  return (
    one.activityTypeId === other.activityTypeId &&
    one.quantity === other.quantity &&
    one.amount === other.amount &&
    one.label === other.label &&
    one.note === other.note &&
    one.occurredAt.getTime() === other.occurredAt.getTime()
  )
}

/**
 * The name of a system, or what it calls one of its things: trimmed, NFC, otherwise as it came.
 * @throws DomainError INVALID when it is empty, longer than 200 characters, or holds control characters.
 */
export function foreignKeyOf(value: string, field: string): string {
  const key = value.normalize('NFC').trim()
  if (key === '')
    throw new DomainError('INVALID', `${field} is empty; give it at least one character.`, [field])
  if (isLonger(key, KEY_LIMIT)) {
    const message = `${field} has ${charactersOf(key)} characters; at most ${KEY_LIMIT} are allowed.`
    throw new DomainError('INVALID', message, [field])
  }
  if (!CONTROL.test(key)) return key
  const message = `${field} holds control characters or broken Unicode; remove them.`
  throw new DomainError('INVALID', message, [field])
}

function quantityOf(text: string): Decimal {
  const quantity = decimalOf(text, 'quantity')
  if (compare(quantity, ZERO) > 0) return quantity
  const message = `quantity is ${quantity}; expected more than 0. Void the activity if it did not happen.`
  throw new DomainError('INVALID', message, ['quantity'])
}

function labelOf(text: string): string {
  return text.trim() === '' ? '' : nameOf(text, 'label')
}

function occurredAtOf(instant: Date, { began, now }: Era): Date {
  const latest = new Date(now.getTime() + FUTURE_HOURS * HOUR)
  if (instant >= began && instant <= latest) return instant
  const rule = `from ${began.toISOString()}, when the company began, to ${FUTURE_HOURS} hours from now`
  const message = `occurredAt is ${textOf(instant)}; expected an instant ${rule}.`
  throw new DomainError('INVALID', message, ['occurredAt'])
}

function textOf(instant: Date): string {
  return Number.isNaN(instant.getTime()) ? 'no instant' : instant.toISOString()
}

/** To which team an activity counts, and to the department that team was in. Both null: to the company alone. */
export interface Credit {
  readonly teamId: string | null
  readonly departmentId: string | null
}

/** The ids of the nodes an activity counts on, from the company down. */
export function pathOfCredit(companyId: string, { teamId, departmentId }: Credit): string[] {
  return [companyId, departmentId, teamId].filter((id) => id !== null)
}

/** An activity as far as it counts. */
export interface Counted extends Credit {
  readonly userId: string
  readonly activityTypeId: string
  readonly label: string
  readonly day: LocalDate
  readonly quantity: Decimal
  readonly amount: Decimal
}

export interface Countable
  extends Credit, Pick<ActivityFacts, 'activityTypeId' | 'label' | 'quantity' | 'amount'> {
  readonly userId: string | null
  readonly day: LocalDate
  readonly isVoided: boolean
}

/** Null: what is voided, or of somebody nobody knows yet, counts nowhere. */
export function countedOf(activity: Countable): Counted | null {
  const { isVoided, userId, teamId, departmentId, activityTypeId, label, day, quantity, amount } = activity
  if (isVoided || userId === null) return null
  return { userId, teamId, departmentId, activityTypeId, label, day, quantity, amount: amount ?? ZERO }
}

/** What a change adds to the sums, negative where it takes away. What is the same before and after adds nothing. */
export function postingsOf(before: Counted | null, after: Counted | null): Counted[] {
  if (before && after && keyOf(before) === keyOf(after)) {
    const quantity = subtract(after.quantity, before.quantity)
    const amount = subtract(after.amount, before.amount)
    return quantity === ZERO && amount === ZERO ? [] : [{ ...after, quantity, amount }]
  }
  return [...(before ? [negated(before)] : []), ...(after ? [after] : [])]
}

function keyOf({ quantity: _, amount: __, ...key }: Counted): string {
  const { userId, teamId, departmentId, activityTypeId, label, day } = key
  return JSON.stringify([userId, teamId, departmentId, activityTypeId, label, day])
}

function negated(counted: Counted): Counted {
  return { ...counted, quantity: subtract(ZERO, counted.quantity), amount: subtract(ZERO, counted.amount) }
}

/** From the database, whose decimals have trailing zeros. */
export function storedAmount(text: string | null): Decimal | null {
  return text === null ? null : decimal(text)
}
