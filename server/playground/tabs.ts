import type { TabsState, useGraphiQLActions } from '@graphiql/react'

export type Tab = TabsState['tabs'][number]
type TabActions = Pick<ReturnType<typeof useGraphiQLActions>, 'moveTab' | 'changeTab' | 'closeTab'>

/** What a tab can be made of: an example, or the address of this page. */
export interface TabSource {
  document: string
  variables?: string
}

const FIRST_TABS = 4

let created = 0

export function firstTabs<T>(examples: T[]): T[] {
  return examples.slice(0, FIRST_TABS)
}

export function toTab({ document, variables = '' }: TabSource): Tab {
  const operationName = /\b(?:query|mutation|subscription)\s+(\w+)/.exec(document)?.[1] ?? null
  const id = `playground-${Date.now()}-${created++}`
  const content = { query: document, variables, headers: null, response: null }
  return {
    id,
    hash: `${document}|${variables}|`,
    title: operationName ?? 'Untitled',
    operationName,
    ...content,
  }
}

/** Goes to the tab that holds this very document, or opens one at the end. */
export function openTab(actions: TabActions, tabs: Tab[], source: TabSource): void {
  const open = tabs.findIndex(({ query }) => query === source.document)
  if (open >= 0) return actions.changeTab(open)
  actions.moveTab([...tabs, toTab(source)])
  actions.changeTab(tabs.length)
}

/** Leaves only these. The active tab goes last, because the editor cannot be without one. */
export function replaceTabs(actions: TabActions, active: Tab, sources: TabSource[]): void {
  if (sources.length === 0) return
  actions.moveTab([active, ...sources.map(toTab)])
  actions.changeTab(1)
  actions.closeTab(0)
}

/** The tab that `?query=…&variables=…` asks for. */
export function tabFromAddress(search: string): TabSource | null {
  const parameters = new URLSearchParams(search)
  const document = parameters.get('query')
  return document === null ? null : { document, variables: parameters.get('variables') ?? '' }
}

export function addressOf({ document, variables }: TabSource, page: string): string {
  const address = new URL(page)
  address.search = new URLSearchParams(
    variables ? { query: document, variables } : { query: document },
  ).toString()
  return address.href
}
