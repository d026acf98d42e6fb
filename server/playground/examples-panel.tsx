import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react'
import { useState } from 'react'
import type { PlaygroundExample } from '../platform/http/playground.js'
import { groupBy } from './group-by.js'
import { ExamplesIcon } from './icons.js'
import { isNarrow } from './narrow.js'
import { useObservable, type Observable } from './observable.js'
import { firstTabs, openTab, replaceTabs } from './tabs.js'

export function createExamplesPlugin(offered: Observable<PlaygroundExample[]>): GraphiQLPlugin {
  return { title: 'Examples', icon: ExamplesIcon, content: () => <ExamplesPanel offered={offered} /> }
}

function ExamplesPanel({ offered }: { offered: Observable<PlaygroundExample[]> }) {
  const examples = useObservable(offered)
  const [filter, setFilter] = useState('')
  const shown = examples.filter((example) => matches(example, filter))
  return (
    <section className="km-examples" aria-label="Examples">
      <header>
        <h2>Examples</h2>
        <ResetTabsButton examples={examples} />
      </header>
      <input
        type="search"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        placeholder="Find an example"
        aria-label="Find an example"
      />
      {groupBy(shown, ({ group }) => group).map(([group, members]) => (
        <ExampleGroup key={group} title={group} examples={members} />
      ))}
      {shown.length === 0 && (
        <p className="km-empty">
          {examples.length ? 'No example matches.' : 'This server offers no examples.'}
        </p>
      )}
    </section>
  )
}

function matches({ group, name, description, document }: PlaygroundExample, filter: string): boolean {
  return [group, name, description, document].join('\n').toLowerCase().includes(filter.trim().toLowerCase())
}

/** Tabs outlive the page in the browser's storage; this is the way back to the first examples. */
function ResetTabsButton({ examples }: { examples: PlaygroundExample[] }) {
  const active = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex])
  const actions = useGraphiQLActions()
  const reset = () => active && replaceTabs(actions, active, firstTabs(examples))
  return (
    <button
      type="button"
      className="km-text-button"
      onClick={reset}
      title="Close all tabs, open the first examples"
    >
      Reset tabs
    </button>
  )
}

function ExampleGroup({ title, examples }: { title: string; examples: PlaygroundExample[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <ExampleButton example={example} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ExampleButton({ example }: { example: PlaygroundExample }) {
  const { tabs, activeTabIndex } = useGraphiQL(({ tabs, activeTabIndex }) => ({ tabs, activeTabIndex }))
  const actions = useGraphiQLActions()
  const isActive = tabs[activeTabIndex]?.query === example.document
  const open = () => {
    openTab(actions, tabs, example)
    if (isNarrow()) actions.setVisiblePlugin(null)
  }
  return (
    <button type="button" className="km-example" aria-current={isActive} onClick={open}>
      <strong>
        {example.name}
        <OperationBadge document={example.document} />
      </strong>
      <span>{example.description}</span>
    </button>
  )
}

function OperationBadge({ document }: { document: string }) {
  const kind = /^\s*(mutation|subscription)\b/m.exec(document)?.[1]
  return kind === undefined ? null : <em className={`km-badge km-badge-${kind}`}>{kind}</em>
}
