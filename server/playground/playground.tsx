import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer'
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history'
import { GraphiQLProvider } from '@graphiql/react'
import { GraphiQL, GraphiQLInterface } from 'graphiql'
import { useState, type ReactNode } from 'react'
import type { PlaygroundExample, PlaygroundSession } from '../platform/http/playground.js'
import { useActiveTabInView } from './active-tab-in-view.js'
import { CopyLinkButton } from './copy-link-button.js'
import { CopySdkCallButton } from './copy-sdk-call-button.js'
import { createExamplesPlugin } from './examples-panel.js'
import { createFetcher } from './fetcher.js'
import { authorizationOf, labelOf, rememberedIdentity } from './identity.js'
import { isNarrow } from './narrow.js'
import type { Observable } from './observable.js'
import { offeredExamples } from './offered-examples.js'
import { privateStorage } from './private-storage.js'
import { Shortcuts } from './shortcuts.js'
import { StatusBar } from './status-bar.js'
import { useTabSemantics } from './tab-semantics.js'
import { firstTabs, tabFromAddress } from './tabs.js'
import { TopBar } from './top-bar.js'
import { useFreshVariables } from './use-fresh-variables.js'

const ENDPOINT = new URL(location.pathname, location.href).href
const PANEL_KEY = 'key-metrics:panel'

/** Everything that stays the same while the page is open. */
function setUp(session: PlaygroundSession) {
  const { people } = session
  const identity = rememberedIdentity(people, sessionStorage)
  const asker = () => ({
    label: labelOf(identity.get(), people),
    authorization: authorizationOf(identity.get(), people),
  })
  const linked = tabFromAddress(location.search)
  const { examples, reread } = offeredExamples(session, identity, sessionStorage)
  const examplesPlugin = createExamplesPlugin(examples)
  return {
    identity,
    examples,
    fetcher: createFetcher(ENDPOINT, asker, () => void reread()),
    linked,
    defaultTabs: toDefaultTabs([...(linked ? [linked] : []), ...firstTabs(session.examples)]),
    plugins: [examplesPlugin, DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN],
    visiblePlugin: opensPanel() ? examplesPlugin : undefined,
    storage: privateStorage(localStorage),
  }
}

function toDefaultTabs(sources: { document: string; variables?: string }[]) {
  if (sources.length === 0) return undefined
  return sources.map(({ document, variables }) => ({ query: document, variables }))
}

function opensPanel(): boolean {
  return !isNarrow() && localStorage.getItem(PANEL_KEY) !== 'closed'
}

/** Beside the tabs, so they are there when this is. */
function Tools({ examples, children }: { examples: Observable<PlaygroundExample[]>; children: ReactNode }) {
  useTabSemantics()
  useActiveTabInView()
  useFreshVariables(examples)
  return children
}

export function Playground({ session }: { session: PlaygroundSession }) {
  const [{ identity, examples, linked, ...editor }] = useState(() => setUp(session))
  return (
    <GraphiQLProvider
      {...editor}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      initialQuery={linked?.document}
      initialVariables={linked?.variables}
      onTogglePluginVisibility={(plugin) => localStorage.setItem(PANEL_KEY, plugin ? 'open' : 'closed')}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Shortcuts />
          <TopBar identity={identity} people={session.people} />
          <main className="km-main">
            <GraphiQLInterface defaultEditorToolsVisibility={!isNarrow()} showPersistHeadersSettings={false}>
              <GraphiQL.Logo>
                <></>
              </GraphiQL.Logo>
              <GraphiQL.Toolbar>
                {({ prettify, copy }) => (
                  <Tools examples={examples}>
                    {prettify}
                    {copy}
                    <CopyLinkButton />
                    <CopySdkCallButton examples={session.examples} />
                  </Tools>
                )}
              </GraphiQL.Toolbar>
            </GraphiQLInterface>
          </main>
          <StatusBar endpoint={ENDPOINT} />
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  )
}
