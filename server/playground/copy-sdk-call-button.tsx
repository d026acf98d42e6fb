import { ToolbarButton, useGraphiQL } from '@graphiql/react'
import { useMemo } from 'react'
import type { PlaygroundExample } from '../platform/http/playground.js'
import { copyText, tell } from './copying.js'
import { useCurrentDocument, variablesIn } from './current-document.js'
import { CodeIcon } from './icons.js'
import { essenceOf, sdkCall } from './sdk-call/sdk-call.js'

/** Copies the call of the SDK that asks the same. */
export function CopySdkCallButton({ examples }: { examples: PlaygroundExample[] }) {
  const own = useMemo(() => new Set(examples.map(({ document }) => essenceOf(document))), [examples])
  const schema = useGraphiQL((state) => state.schema)
  const { document, variables, operationName } = useCurrentDocument()
  const copy = async () => {
    if (!schema) return tell('Nothing was copied: the schema is not there yet.')
    try {
      const asked = { document, operationName, variables: variablesIn(variables) }
      await copyText(sdkCall(schema, own, asked), 'the call of the SDK')
    } catch (error) {
      tell(`Nothing was copied: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (
    <ToolbarButton label="Copy as SDK call" onClick={() => void copy()}>
      <CodeIcon className="graphiql-toolbar-icon" />
    </ToolbarButton>
  )
}
