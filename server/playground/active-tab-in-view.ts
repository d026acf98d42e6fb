import { useGraphiQL } from '@graphiql/react'
import { useEffect } from 'react'

/** The row of tabs scrolls; whichever is active is seen, also after the row has become narrower. */
export function useActiveTabInView(): void {
  const active = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.id)
  useEffect(() => {
    const row = document.querySelector('.graphiql-tabs')
    if (row === null) return
    const show = () =>
      row.querySelector('.graphiql-tab-active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    // It tells the width of now at once, and that of later.
    const observer = new ResizeObserver(show)
    observer.observe(row)
    return () => observer.disconnect()
  }, [active])
}
