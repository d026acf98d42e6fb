import { useEffect, useRef } from 'react'
import type { AskAsOption } from './ask-as-options.js'
import { Avatar } from './avatar.js'
import { groupBy } from './group-by.js'
import { CheckIcon } from './icons.js'
import type { Listbox } from './use-listbox.js'

interface AskAsListProps {
  options: AskAsOption[]
  chosen: string
  listbox: Listbox
}

export function AskAsList({ options, chosen, listbox }: AskAsListProps) {
  const indexed = options.map((option, index) => ({ option, index }))
  return (
    <div className="km-ask-list" id="ask-as-list" role="listbox" aria-label="Ask as">
      {groupBy(indexed, ({ option }) => option.company).map(([company, members]) => (
        <div role="group" aria-label={company || 'Others'} key={company}>
          {company && <div className="km-ask-company">{company}</div>}
          {members.map(({ option, index }) => (
            <Option
              key={option.key}
              option={option}
              index={index}
              isChosen={option.key === chosen}
              listbox={listbox}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

interface OptionProps {
  option: AskAsOption
  index: number
  isChosen: boolean
  listbox: Listbox
}

function Option({ option, index, isChosen, listbox }: OptionProps) {
  const row = useRef<HTMLDivElement>(null)
  const isActive = listbox.active === index
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  return (
    <div
      ref={row}
      role="option"
      id={`ask-as-${index}`}
      className="km-ask-option"
      aria-selected={isChosen}
      data-active={isActive}
      onPointerMove={() => listbox.setActive(index)}
      onClick={() => listbox.choose(index)}
    >
      <Avatar option={option} />
      <span className="km-ask-who">
        <b>{option.name}</b>
        <span>{option.role}</span>
      </span>
      {isChosen && <CheckIcon width={16} height={16} />}
    </div>
  )
}
