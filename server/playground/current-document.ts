import { tryParseJSONC, useGraphiQL } from '@graphiql/react'

export interface CurrentDocument {
  readonly document: string
  readonly variables: string
  readonly operationName: string | null
}

/** What would be run: the active tab, and the operation where the cursor is or was chosen. */
export function useCurrentDocument(): CurrentDocument {
  const tab = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex])
  const operationName = useGraphiQL((state) => state.operationName) ?? null
  return { document: tab?.query ?? '', variables: tab?.variables ?? '', operationName }
}

/** @throws Error when the text is no object of JSON; comments may be in it. */
export function variablesIn(text: string): Record<string, unknown> {
  return tryParseJSONC(text) ?? {}
}
