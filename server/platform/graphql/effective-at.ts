import { Extensions } from 'type-graphql'

/**
 * For a mutation that can hold from another instant on than now: its input gets `effectiveAt` and its payload
 * `scheduledChange`, and whoever makes the schema sees to both. Its command has to write intervals only, at `tx.at`.
 */
export function EffectiveAt(): MethodDecorator & PropertyDecorator {
  return Extensions({ hasEffectiveAt: true })
}
