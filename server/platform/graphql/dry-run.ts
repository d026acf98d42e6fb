import { Extensions } from 'type-graphql'

/**
 * For a mutation that can be tried without being made: its input gets `dryRun` and its payload `impact`, and whoever
 * makes the schema sees to both. Its command has to change everything through one `change()`.
 */
export function DryRun(): MethodDecorator & PropertyDecorator {
  return Extensions({ hasDryRun: true })
}
