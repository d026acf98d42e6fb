import type { PlaygroundPerson } from '../platform/http/playground.js'
import { observable, type Observable } from './observable.js'

export const NOBODY = 'nobody'
export const PASTED = 'pasted'

/** Who asks: a person by key, whoever owns the pasted token, or nobody. */
export interface Identity {
  choice: string
  pastedToken: string
}

const CHOICE_KEY = 'key-metrics:ask-as'
const COMPANY_KEY = 'key-metrics:company'
const TOKEN_KEY = 'key-metrics:token'

export function personKey({ company, email }: PlaygroundPerson): string {
  return `${company}/${email}`
}

/** Remembered for this browser tab only; of a person the name is kept, never the token. */
export function rememberedIdentity(people: PlaygroundPerson[], memory: Storage): Observable<Identity> {
  const known = [...people.map(personKey), NOBODY, PASTED]
  const remembered = memory.getItem(CHOICE_KEY) ?? ''
  const choice = known.includes(remembered) ? remembered : (known[0] ?? NOBODY)
  const identity = observable<Identity>({ choice, pastedToken: memory.getItem(TOKEN_KEY) ?? '' })
  const remember = () => {
    const { choice, pastedToken } = identity.get()
    memory.setItem(CHOICE_KEY, choice)
    memory.setItem(TOKEN_KEY, pastedToken)
    const company = companyOf(choice, people)
    if (company !== undefined) memory.setItem(COMPANY_KEY, company)
  }
  remember()
  identity.subscribe(remember)
  return identity
}

/** The company of the person who was chosen last; whoever owns a token may be of any. */
export function rememberedCompany(memory: Storage): string | null {
  return memory.getItem(COMPANY_KEY)
}

function companyOf(choice: string, people: PlaygroundPerson[]): string | undefined {
  return people.find((person) => personKey(person) === choice)?.companyId
}

/** The Authorization header of this identity; a pasted text that names its scheme is sent as it is. */
export function authorizationOf(
  { choice, pastedToken }: Identity,
  people: PlaygroundPerson[],
): string | null {
  const text =
    choice === PASTED ? pastedToken.trim() : people.find((person) => personKey(person) === choice)?.token
  if (!text || choice === NOBODY) return null
  return /^[a-z]+ \S/i.test(text) ? text : `Bearer ${text}`
}

export function labelOf({ choice }: Identity, people: PlaygroundPerson[]): string {
  if (choice === PASTED) return 'a pasted token'
  return people.find((person) => personKey(person) === choice)?.name ?? 'nobody'
}
