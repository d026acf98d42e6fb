import { ToolbarButton, useGraphiQL } from '@graphiql/react'
import { copyText } from './copying.js'
import { LinkIcon } from './icons.js'
import { addressOf } from './tabs.js'

/** Copies an address that opens this document and its variables. */
export function CopyLinkButton() {
  const { queryEditor, variableEditor } = useGraphiQL(({ queryEditor, variableEditor }) => ({
    queryEditor,
    variableEditor,
  }))
  const copy = () => {
    const source = { document: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() }
    void copyText(addressOf(source, location.href), 'a link to this query')
  }
  return (
    <ToolbarButton label="Copy a link to this query" onClick={copy}>
      <LinkIcon className="graphiql-toolbar-icon" />
    </ToolbarButton>
  )
}
