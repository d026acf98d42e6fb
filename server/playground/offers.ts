import type { PlaygroundExample } from '../platform/http/playground.js'
import type { Tab } from './tabs.js'

const KEY = 'key-metrics:offered'

/** What tells which example a tab shows. */
type Shown = Pick<Tab, 'query' | 'variables'>
type Memory = Pick<Storage, 'getItem' | 'setItem'>

/**
 * An example's variables name the versions of now, which the next change makes old.
 * @returns the variables that are offered now, for a tab whose own are still those that were offered before; else null
 */
export function freshVariables(
  memory: Memory,
  examples: readonly PlaygroundExample[],
  tab: Shown,
): string | null {
  const example = examples.find(({ document }) => document === tab.query)
  if (example?.variables === undefined || example.variables === tab.variables) return null
  const isEdited = (tab.variables ?? '') !== (offeredBefore(memory)[example.document] ?? '')
  return isEdited ? null : example.variables
}

/** Remembers which tabs are as they were offered, for as long as the tabs are: they outlive the page. */
export function rememberOffers(
  memory: Memory,
  examples: readonly PlaygroundExample[],
  tabs: readonly Shown[],
): void {
  const untouched = examples.flatMap(({ document, variables = '' }) =>
    tabs.some((tab) => tab.query === document && tab.variables === variables) ? [[document, variables]] : [],
  )
  if (untouched.length === 0) return
  memory.setItem(KEY, JSON.stringify({ ...offeredBefore(memory), ...Object.fromEntries(untouched) }))
}

function offeredBefore(memory: Memory): Record<string, string> {
  return JSON.parse(memory.getItem(KEY) ?? '{}') as Record<string, string>
}
