import { useGraphiQLActions } from '@graphiql/react'
import { useEffect } from 'react'

/** What Escape closes first. */
const OPEN_WIDGETS = '.suggest-widget.visible, .find-widget.visible, .parameter-hints-widget.visible'

/** Two keys the editor lacks: Ctrl+Enter runs from anywhere on the page, Escape leaves the text for its frame. */
export function Shortcuts() {
  const { run } = useGraphiQLActions()
  useEffect(() => {
    const runAnywhere = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || enclosing(event, '.monaco-editor'))
        return
      event.preventDefault()
      run()
    }
    // Inside the text, Tab indents. Without a way out the keyboard would be trapped there.
    const leaveText = (event: KeyboardEvent) => {
      const editor = event.key === 'Escape' ? enclosing(event, '.graphiql-editor') : null
      if (editor !== null && editor.querySelector(OPEN_WIDGETS) === null) editor.focus()
    }
    document.addEventListener('keydown', runAnywhere, { capture: true })
    document.addEventListener('keydown', leaveText, { capture: true })
    return () => {
      document.removeEventListener('keydown', runAnywhere, { capture: true })
      document.removeEventListener('keydown', leaveText, { capture: true })
    }
  }, [run])
  return null
}

function enclosing(event: KeyboardEvent, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null
}
