import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'

export interface Listbox {
  isOpen: boolean
  active: number
  setActive: (index: number) => void
  choose: (index: number) => void
  toggle: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

interface ListboxOptions {
  options: { key: string; name: string }[]
  chosen: string
  onChoose: (key: string) => void
  /** A press outside of it closes the list. */
  root: RefObject<HTMLElement | null>
}

export function useListbox({ options, chosen, onChoose, root }: ListboxOptions): Listbox {
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  useOutsidePress(root, isOpen, () => setOpen(false))

  const open = () => {
    setActive(
      Math.max(
        0,
        options.findIndex(({ key }) => key === chosen),
      ),
    )
    setOpen(true)
  }
  const choose = (index: number) => {
    setOpen(false)
    const option = options[index]
    if (option !== undefined) onChoose(option.key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const action = isOpen ? actionWhenOpen(event.key, active, options) : actionWhenClosed(event.key)
    if (action === null) return
    if (event.key !== 'Tab') event.preventDefault()
    if (action === 'open') open()
    else if (action === 'close') setOpen(false)
    else if (action === 'choose') choose(active)
    else setActive(action)
  }
  return { isOpen, active, setActive, choose, toggle: () => (isOpen ? setOpen(false) : open()), onKeyDown }
}

type Action = 'open' | 'close' | 'choose' | number | null

function actionWhenClosed(key: string): Action {
  return ['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) ? 'open' : null
}

function actionWhenOpen(key: string, active: number, options: { name: string }[]): Action {
  const last = options.length - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Enter':
    case ' ':
      return 'choose'
    case 'Escape':
    case 'Tab':
      return 'close'
    default:
      return key.length === 1 ? nextStartingWith(key, active, options) : null
  }
}

function nextStartingWith(letter: string, active: number, options: { name: string }[]): number | null {
  const order = options.map((_, step) => (active + 1 + step) % options.length)
  return order.find((index) => options[index]?.name.toLowerCase().startsWith(letter.toLowerCase())) ?? null
}

function useOutsidePress(root: RefObject<HTMLElement | null>, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) close()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  })
}
