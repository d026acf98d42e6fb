import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useMemo } from 'react'
import type { PlaygroundExample } from '../platform/http/playground.js'
import { freshVariables, rememberOffers } from './offers.js'
import { withSkeleton } from './skeleton.js'
import { useObservable, type Observable } from './observable.js'

/** Whichever tab is active has the variables that are offered now, unless somebody has edited them. */
export function useFreshVariables(examples: Observable<PlaygroundExample[]>): void {
  const offered = useOffered(examples)
  const { tabs, active, editor } = useGraphiQL(({ tabs, activeTabIndex, variableEditor }) => ({
    tabs,
    active: tabs[activeTabIndex],
    editor: variableEditor,
  }))
  const { updateActiveTabValues } = useGraphiQLActions()
  useEffect(() => {
    const variables = active && freshVariables(localStorage, offered, active)
    if (!editor || !variables) return
    updateActiveTabValues({ variables })
    editor.setValue(variables)
    // Not while somebody types: only another tab or another offer is a reason.
  }, [active?.id, offered, editor])
  useEffect(() => rememberOffers(localStorage, offered, tabs), [offered, tabs])
}

function useOffered(examples: Observable<PlaygroundExample[]>): PlaygroundExample[] {
  const given = useObservable(examples)
  const schema = useGraphiQL((state) => state.schema)
  return useMemo(
    () => (schema ? given.map((example) => withSkeleton(schema, example)) : given),
    [given, schema],
  )
}
