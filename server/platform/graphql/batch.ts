import { registerEnumType } from 'type-graphql'
import type { DomainError } from '../../domain/errors.js'
import { BATCH_MODES } from '../database/batch.js'
import { enumOf } from './enum.js'
import type { UserErrorType } from './user-errors.js'

export const BatchModeEnum = enumOf(BATCH_MODES)
registerEnumType(BatchModeEnum, {
  name: 'BatchMode',
  description: 'What becomes of a batch in which some items are wrong.',
  valuesConfig: {
    ATOMIC: { description: 'Nothing is written unless all of it can be.' },
    PER_ITEM: { description: 'The items that are right are written, the others are not.' },
  },
})

/** Where an error of an item lies is told from the outside of the whole input. */
export function itemError({ code, message, path }: DomainError, index: number): UserErrorType {
  return { code, message, path: ['items', String(index), ...path] }
}

/** An ATOMIC batch is refused for what is wrong with its first wrong item; `what` is what the caller knows it as. */
export function atomicErrors(
  results: readonly { readonly userErrors: readonly UserErrorType[] }[],
  what: 'batch' | 'call',
): UserErrorType[] {
  const errors = results.flatMap(({ userErrors }) => userErrors)
  const [first] = errors
  if (!first) return []
  const message = `Nothing was written: ${errors.length} of ${results.length} items are rejected, and the ${what} is ATOMIC. The first: ${first.message}`
  return [{ ...first, message }]
}
