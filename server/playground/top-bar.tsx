import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import type { PlaygroundPerson } from '../platform/http/playground.js'
import { AskAs } from './ask-as.js'
import { BrandMark } from './icons.js'
import { PASTED, type Identity } from './identity.js'
import { useObservable, type Observable } from './observable.js'
import { ThemeButton } from './theme-button.js'
import { TokenBox } from './token-box.js'

const TYPING_PAUSE_MS = 400

interface TopBarProps {
  identity: Observable<Identity>
  people: PlaygroundPerson[]
}

export function TopBar({ identity, people }: TopBarProps) {
  const asker = useObservable(identity)
  const change = (next: Partial<Identity>) => identity.set({ ...asker, ...next })
  useSchemaRefetch(asker)
  return (
    <header className="km-bar">
      <h1 className="km-brand">
        <BrandMark />
        <span>
          Key Metrics <small>playground</small>
        </span>
      </h1>
      <div className="km-identity">
        <AskAs people={people} choice={asker.choice} onChoose={(next) => change({ choice: next })} />
        {asker.choice === PASTED && (
          <TokenBox token={asker.pastedToken} onChange={(next) => change({ pastedToken: next })} />
        )}
      </div>
      <ThemeButton />
    </header>
  )
}

/**
 * The schema is the same for everybody, so it is asked for again only when nobody so far was given it,
 * and not before the typing of a token has come to rest.
 */
function useSchemaRefetch(asker: Identity): void {
  const hasSchema = useGraphiQL(({ schema }) => Boolean(schema))
  const { introspect } = useGraphiQLActions()
  const lastAsker = useRef(asker)
  useEffect(() => {
    if (hasSchema || lastAsker.current === asker) return
    const timer = window.setTimeout(() => {
      lastAsker.current = asker
      void introspect()
    }, TYPING_PAUSE_MS)
    return () => window.clearTimeout(timer)
  }, [asker, hasSchema, introspect])
}
