import type { DataSource } from 'typeorm'
import type { PlaygroundPerson } from '../platform/http/playground.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import { groupBy } from '../platform/group-by.js'
import { demoSignIns } from './demo-sign-ins.js'

interface Options {
  readonly database: DataSource
  readonly signIn: SignIn
  readonly url: string
}

/** Says where to look and, in development, who can sign in. */
export async function welcome(
  { database, signIn, url }: Options,
  tell: (line: string) => void,
): Promise<void> {
  tell('')
  tell(`Key Metrics is up.  API and playground  ${url}/graphql`)
  if (!signIn.issueToken) return
  const people = await demoSignIns(database, signIn)
  for (const [company, members] of groupBy(people, (person) => person.company)) {
    tell('')
    tell(`People of ${company} who can sign in, with their tokens:`)
    for (const person of onePerRole(members)) tellPerson(person, tell)
  }
  tell('')
  tell('Send a token as the header  Authorization: Bearer <token>  or choose the person in the playground.')
  tell('A token for anybody else:  npm run token -- <e-mail>.  Ctrl-C stops the server; the data is kept.')
}

function tellPerson({ name, email, role, token }: PlaygroundPerson, tell: (line: string) => void): void {
  tell(`  ${name} <${email}>, ${role}`)
  tell(`    ${token}`)
}

function onePerRole(people: readonly PlaygroundPerson[]): PlaygroundPerson[] {
  const sort = ({ role }: PlaygroundPerson) => role.split(' ')[0]
  return [...groupBy(people, sort).values()].flatMap(([first]) => first ?? [])
}
