import type { NewActivity } from '../../features/activity/activity-batch.js'
import { ImportError } from '../import-error.js'
import { shortened } from '../person-row.js'
import type { Rule } from './activity-mapping.js'
import { columnsAsked } from './condition.js'
import { dateReader } from './date-format.js'

/** An activity as a rule makes it of a row; its type by key, which need not exist yet. */
export interface ReadActivity {
  readonly rule: Rule
  readonly item: Omit<NewActivity, 'activityTypeId'> & { readonly externalId: string }
}

/** The cells of one row, trimmed, with what is meant where something else is written. */
export interface Cells {
  readonly line: number
  readonly of: (column: string) => string
}

const IN_BRACES = /\{([^{}]+)\}/g

/** @throws ImportError (the reader) EMPTY_CELL, BAD_DATE. */
export function ruleReader(rule: Rule, companyZone: string): (cells: Cells) => ReadActivity {
  const { person, amount, quantity, label, occurredAt, externalId } = rule
  const instantOf = dateReader({ ...occurredAt, timeZone: occurredAt.timeZone ?? companyZone })
  const isConstant = typeof quantity === 'string'
  return (cells) => ({
    rule,
    item: {
      [person.kind === 'email' ? 'email' : 'personReference']: filled(cells, person.column),
      amount: amount ? filled(cells, amount.column) : null,
      quantity: isConstant || !quantity ? quantity : filled(cells, quantity.column),
      label: label ? cells.of(label.column) : null,
      occurredAt: instantOf(filled(cells, occurredAt.column)) ?? badDate(cells, rule),
      externalId: externalId.replaceAll(IN_BRACES, (_, column: string) => filled(cells, column)),
    },
  })
}

/** Every column that the rule reads. */
export function columnsOf({ when, ...rule }: Rule): string[] {
  const { person, amount, quantity, label, occurredAt, externalId } = rule
  const cells = [person, amount, quantity, label, occurredAt].flatMap((cell) =>
    typeof cell === 'object' ? cell.column : [],
  )
  return [...(when ? columnsAsked(when) : []), ...cells, ...columnsInBraces(externalId)]
}

/** The column behind a field of the activity. */
export function columnBehind({ person, externalId, ...rule }: Rule, field: string): string | undefined {
  if (field === 'externalId') return columnsInBraces(externalId)[0]
  if (field === 'email' || field === 'personReference') return person.column
  const cell = field in rule ? rule[field as 'amount' | 'quantity' | 'label' | 'occurredAt'] : undefined
  return typeof cell === 'object' ? cell.column : undefined
}

function columnsInBraces(template: string): string[] {
  return [...template.matchAll(IN_BRACES)].map(([, column]) => column!)
}

function filled({ line, of }: Cells, column: string): string {
  const cell = of(column)
  if (cell !== '') return cell
  const reason = `${column} is empty and a rule of the mapping needs it. Fill it in, or leave such rows out with "when".`
  throw new ImportError('EMPTY_CELL', reason, { line, column })
}

function badDate({ line, of }: Cells, { occurredAt: { column, format } }: Rule): never {
  const reason = `${column} is “${shortened(of(column))}”; expected a date written as ${format}. Correct it, or the format in the mapping.`
  throw new ImportError('BAD_DATE', reason, { line, column })
}
