import type { PlaygroundPerson } from '../platform/http/playground.js'
import { NOBODY, PASTED, personKey } from './identity.js'

export interface AskAsOption {
  key: string
  name: string
  role: string
  /** Empty for the choices that are no person. */
  company: string
}

export function askAsOptions(people: PlaygroundPerson[]): AskAsOption[] {
  const companies = [...new Set(people.map(({ company }) => company))]
  const grouped = companies.flatMap((name) => people.filter(({ company }) => company === name))
  return [
    ...grouped.map((person) => ({ ...person, key: personKey(person) })),
    { key: PASTED, name: 'Paste a token…', role: 'Bearer token or API key', company: '' },
    { key: NOBODY, name: 'Nobody', role: 'Anonymous, no token sent', company: '' },
  ]
}
