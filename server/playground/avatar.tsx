import type { AskAsOption } from './ask-as-options.js'
import { KeyIcon, NobodyIcon } from './icons.js'
import { NOBODY, PASTED } from './identity.js'

const HUES = [172, 214, 262, 330, 18, 44]

/** Initials on a colour that stays with the name. */
export function Avatar({ option: { key, name } }: { option: AskAsOption }) {
  if (key === PASTED) return <Plain icon={<KeyIcon width={16} height={16} />} />
  if (key === NOBODY) return <Plain icon={<NobodyIcon width={16} height={16} />} />
  const sum = [...name].reduce((total, letter) => total + letter.charCodeAt(0), 0)
  const backgroundColor = `hsl(${HUES[sum % HUES.length]} 45% 31%)`
  return (
    <span className="km-avatar" style={{ backgroundColor }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

function Plain({ icon }: { icon: React.ReactNode }) {
  return (
    <span className="km-avatar km-avatar-plain" aria-hidden="true">
      {icon}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('')
}
