import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { ThemeIcon } from './icons.js'

/** Light or dark; "follow the system" is in the editor's settings. */
export function ThemeButton() {
  const theme = useGraphiQL((state) => state.theme)
  const { setTheme } = useGraphiQLActions()
  const current = theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  const other = current === 'dark' ? 'light' : 'dark'
  const label = `Switch to the ${other} theme`
  return (
    <button
      type="button"
      className="km-icon-button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(other)}
    >
      <ThemeIcon width={18} height={18} />
    </button>
  )
}
