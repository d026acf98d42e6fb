import { useRef } from 'react'
import type { PlaygroundPerson } from '../platform/http/playground.js'
import { AskAsList } from './ask-as-list.js'
import { askAsOptions, type AskAsOption } from './ask-as-options.js'
import { Avatar } from './avatar.js'
import { ChevronIcon } from './icons.js'
import { PASTED } from './identity.js'
import { useListbox } from './use-listbox.js'

interface AskAsProps {
  people: PlaygroundPerson[]
  choice: string
  onChoose: (choice: string) => void
}

/** A select-only combobox (ARIA authoring practices): the button keeps the focus, arrows move in the list. */
export function AskAs({ people, choice, onChoose }: AskAsProps) {
  const options = askAsOptions(people)
  const current = options.find(({ key }) => key === choice) ?? options[0]
  const root = useRef<HTMLDivElement>(null)
  const listbox = useListbox({ options, chosen: choice, onChoose, root })
  if (current === undefined) return null
  return (
    <div className="km-ask" ref={root}>
      <span className="km-ask-label" id="ask-as-label">
        Ask as
      </span>
      <button
        type="button"
        className="km-ask-button"
        id="ask-as"
        role="combobox"
        aria-haspopup="listbox"
        aria-labelledby="ask-as-label ask-as"
        aria-expanded={listbox.isOpen}
        aria-controls="ask-as-list"
        aria-activedescendant={listbox.isOpen ? `ask-as-${listbox.active}` : undefined}
        onClick={listbox.toggle}
        onKeyDown={listbox.onKeyDown}
      >
        <CurrentChoice option={current} />
        <ChevronIcon width={16} height={16} />
      </button>
      {listbox.isOpen && <AskAsList options={options} chosen={choice} listbox={listbox} />}
    </div>
  )
}

function CurrentChoice({ option }: { option: AskAsOption }) {
  return (
    <>
      <Avatar option={option} />
      <span className="km-ask-who">
        <b>{option.key === PASTED ? 'Pasted token' : option.name}</b>
        <span>{[option.role, option.company].filter(Boolean).join(', ')}</span>
      </span>
    </>
  )
}
