import { linkPerson } from '../../features/activity/link-person.commands.js'
import { loadRoster } from '../../features/people/roster.loaders.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { nameKey } from '../address-book.js'

/** Whom a source means by its names for people. */
export interface PeopleOfSource {
  /** Who is meant by a name that the company has not been told of yet, by that name. */
  readonly links: ReadonlyMap<string, string>
  /** What is somebody's already: names that the company was told of, and its e-mail addresses. */
  readonly known: ReadonlySet<string>
  /** Names that several people bear. */
  readonly ambiguous: ReadonlySet<string>
}

/** A name means the one person who bears it, unless the company was told otherwise: that stays. */
export async function loadPeopleOfSource(
  ctx: Context,
  source: string,
  names: Iterable<string>,
): Promise<PeopleOfSource> {
  const told = await loadToldNames(ctx, source)
  const roster = await loadRoster(ctx)
  const bearers = groupBy(roster, ({ name }) => nameKey(name))
  const links = new Map<string, string>()
  const ambiguous = new Set<string>()
  for (const name of names) {
    const [person, ...others] = bearers.get(nameKey(name)) ?? []
    if (person === undefined || told.has(name)) continue
    if (others.length > 0) ambiguous.add(name)
    else links.set(name, person.id)
  }
  return { links, ambiguous, known: new Set([...told, ...roster.map(({ email }) => email)]) }
}

/** What was kept aside under the names is given to the people, and all that comes under them later. */
export async function linkPeople(
  ctx: Context,
  source: string,
  { links }: PeopleOfSource,
  onLinked: (done: number, total: number) => void,
): Promise<void> {
  let done = 0
  for (const [reference, userId] of links) {
    await linkPerson(ctx, { source, reference, userId })
    onLinked((done += 1), links.size)
  }
}

async function loadToldNames({ manager, companyId }: Context, source: string): Promise<Set<string>> {
  const rows = await manager.query<{ reference: string }[]>(
    `SELECT a.reference FROM person_alias a WHERE a.company_id = $1 AND a.source = $2`,
    [companyId, source],
  )
  return new Set(rows.map(({ reference }) => reference))
}
