import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { KEY_METRIC_KINDS, METRIC_DIRECTIONS } from '../../domain/metric.js'
import { ACTIVITY_FORMULA_KINDS } from '../../domain/metric-value.js'
import { nameOf } from '../../domain/text.js'
import { readAs } from '../mapping-file.js'
import { condition } from './condition.js'
import { FORMAT_RULE, isFormat } from './date-format.js'

const text = z.string().trim().min(1)
const key = z
  .string()
  .regex(
    /^[A-Z][A-Z0-9_]{0,39}$/,
    'expected 1 to 40 of A-Z, 0-9 and _, beginning with a letter, such as DEAL_WON',
  )
/** As the company will take it. */
const name = text.superRefine((value, context) => {
  try {
    nameOf(value, 'it')
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
  }
})
const cell = z.strictObject({ column: text })

const occurredAt = z.strictObject({
  column: text,
  format: z.string().refine(isFormat, FORMAT_RULE).default('yyyy-MM-dd'),
  timeOfDay: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected HH:mm, such as "12:00"')
    .default('12:00'),
  /** Left out: that of the company. */
  timeZone: z.string().refine(isTimeZone, 'expected a time zone of IANA, such as "Europe/Oslo"').optional(),
})

const rule = z.strictObject({
  when: condition.optional(),
  type: key,
  person: z.strictObject({ column: text, kind: z.enum(['name', 'email', 'reference']) }),
  amount: cell.optional(),
  quantity: z
    .union([z.string(), cell], { error: 'expected a decimal as text, such as "1", or {"column": …}' })
    .optional(),
  label: cell.optional(),
  occurredAt,
  /** `{opportunity_id}:won` */
  externalId: z
    .string()
    .regex(/\{[^{}]+\}/, 'expected a column in braces, which tells the rows apart, such as "{id}:won"'),
})

const source = z.strictObject({
  file: text,
  delimiter: z.string().length(1).default(','),
  /** By column: what is written in the file, and what is meant. */
  replace: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Rows that need no rule; any other that no rule speaks of is rejected. */
  ignore: condition.optional(),
  rows: z.array(rule).min(1),
})

const formula = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(ACTIVITY_FORMULA_KINDS),
    types: z.array(key).min(1),
    label: name.optional(),
  }),
  z.strictObject({ kind: z.literal('RATIO'), numerator: key, denominator: key }),
])

const metric = z.strictObject({
  key,
  name,
  unit: name,
  direction: z.enum(METRIC_DIRECTIONS).default('INCREASE'),
  defaultKind: z.enum(KEY_METRIC_KINDS).default('SECONDARY'),
  formula,
})

const mapping = z.strictObject({
  company: text.optional(),
  source: text
    .normalize('NFC')
    .max(200)
    .regex(/^\P{Cc}*$/u, 'expected no control characters'),
  activityTypes: unique(z.strictObject({ key, name })).default([]),
  /** In the order in which they are made: a ratio after its parts. */
  metrics: unique(metric).default([]),
  files: z.array(source).min(1),
})

/** What the files of a source mean, once for all deliveries. */
export type ActivityMapping = z.output<typeof mapping>
export type FileMapping = z.output<typeof source>
export type Rule = z.output<typeof rule>
export type MetricMapping = z.output<typeof metric>

/** @throws ImportError FILE_UNUSABLE, BAD_MAPPING naming every mistake at once. */
export function readActivityMapping(path: string): Promise<ActivityMapping> {
  return readAs(mapping, path)
}

function unique<T extends z.ZodType<{ readonly key: string }>>(item: T) {
  return z.array(item).superRefine((items, context) => {
    const keys = items.map((one) => one.key)
    keys.forEach((one, at) => {
      if (keys.indexOf(one) === at) return
      context.addIssue({ code: 'custom', path: [at, 'key'], message: `${one} is there twice; remove one` })
    })
  })
}

function isTimeZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== ''
  } catch {
    // No such zone.
    return false
  }
}
