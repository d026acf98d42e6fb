import { useEffect } from 'react'

/**
 * GraphiQL calls each of its items a tab although it holds two buttons, which a tab may not: what is in a tab is not told
 * by screen readers. Here it is a list of buttons, of which one is the current.
 */
export function useTabSemantics(): void {
  useEffect(() => {
    const list = document.querySelector('.graphiql-tabs')
    if (list === null) return
    const observer = new MutationObserver(() => mend(list))
    observer.observe(list, { subtree: true, childList: true, attributeFilter: ['role', 'aria-selected'] })
    mend(list)
    return () => observer.disconnect()
  }, [])
}

function mend(list: Element): void {
  list.removeAttribute('role')
  for (const item of list.querySelectorAll('li[role], li[aria-selected]')) {
    const selected = item.getAttribute('aria-selected')
    if (selected !== null) item.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', selected)
    item.removeAttribute('role')
    item.removeAttribute('aria-selected')
  }
}
