import { z } from 'zod'

/** What a rule asks of a row: of one of its cells, or of other conditions. */
export type Condition =
  | { readonly column: string; readonly equals: string }
  | { readonly column: string; readonly oneOf: readonly string[] }
  | { readonly column: string; readonly empty: true }
  | { readonly column: string; readonly notEmpty: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

const EXPECTED =
  'expected {"column": …} with one of equals, oneOf, empty, notEmpty; or one of all, any, not with conditions'

const column = z.string().trim().min(1)
const several = z.lazy(() => z.array(condition).min(1))
const SHAPES = {
  equals: z.strictObject({ column, equals: z.string() }),
  oneOf: z.strictObject({ column, oneOf: z.array(z.string()).min(1) }),
  empty: z.strictObject({ column, empty: z.literal(true) }),
  notEmpty: z.strictObject({ column, notEmpty: z.literal(true) }),
  all: z.strictObject({ all: several }),
  any: z.strictObject({ any: several }),
  not: z.strictObject({ not: z.lazy(() => condition) }),
}
type Operator = keyof typeof SHAPES

/** Told by its operator first, so that what is wrong is told of that operator. */
export const condition: z.ZodType<Condition> = z.unknown().transform((value, context): Condition => {
  const operator = operatorOf(value)
  if (operator === null) {
    context.addIssue({ code: 'custom', message: EXPECTED })
    return z.NEVER
  }
  const { data, error } = SHAPES[operator].safeParse(value)
  if (data) return data
  for (const { message, path } of error.issues) context.addIssue({ code: 'custom', message, path })
  return z.NEVER
})

function operatorOf(value: unknown): Operator | null {
  if (typeof value !== 'object' || value === null) return null
  const [operator, ...others] = Object.keys(value).filter((key) => key !== 'column')
  return operator !== undefined && others.length === 0 && Object.hasOwn(SHAPES, operator)
    ? (operator as Operator)
    : null
}

/** `cellOf` answers trimmed cells. */
export function holds(condition: Condition, cellOf: (column: string) => string): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, cellOf))
  if ('any' in condition) return condition.any.some((one) => holds(one, cellOf))
  if ('not' in condition) return !holds(condition.not, cellOf)
  const cell = cellOf(condition.column)
  if ('equals' in condition) return cell === condition.equals
  if ('oneOf' in condition) return condition.oneOf.includes(cell)
  return 'empty' in condition ? cell === '' : cell !== ''
}

export function columnsAsked(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(columnsAsked)
  if ('any' in condition) return condition.any.flatMap(columnsAsked)
  return 'not' in condition ? columnsAsked(condition.not) : [condition.column]
}
