import {
  loadMembers,
  loadUnassigned,
  loadUsers,
} from '../../../server/features/people/people-list.loaders.js'
import {
  FIRST_BY_NAME,
  PEOPLE_SORTS,
  placeOf,
  type PeopleQuery,
} from '../../../server/features/people/people-query.js'
import type { UserRow } from '../../../server/features/people/user.loaders.js'
import type { Context } from '../../../server/platform/context.js'
import type { Connection } from '../../../server/platform/graphql/connection.js'
import { numbered, type TestCompany } from '../../support/test-company.js'
import { startOwnWorld, type World } from '../../support/world.js'

const PAGE = 10
const THOUSANDS = 4_000
const TEAMS = 200

/** So many people in as many teams as a large company has, and as many in none. */
async function companyOf(people: number): Promise<TestCompany> {
  const company = await world.company({ teams: TEAMS })
  await world.database.query(
    `WITH added AS (
       INSERT INTO app_user (company_id, id, email, name, status, data_visibility, version, changed_at)
       SELECT $1, gen_random_uuid(), n || '@many.test', md5(n::text), 'ACTIVE', 'VISIBLE', 1, now() + n * interval '1 s'
         FROM generate_series(1, 2 * $3::int) n RETURNING id, email)
     INSERT INTO membership (company_id, user_id, team_id, valid_from, valid_to)
     SELECT $1, id, ($2::uuid[])[1 + number / 2 % $4], '-infinity', 'infinity'
       FROM added, CAST(split_part(email, '@', 1) AS int) number WHERE number % 2 = 0`,
    [company.id, numbered(TEAMS).map((name) => company.node(name)), people, TEAMS],
  )
  await world.database.query('ANALYZE')
  return company
}

type List = (ctx: Context, query: PeopleQuery) => Promise<Connection<UserRow>>

const LISTS: Record<string, List> = {
  'of the members of a company': (ctx, query) => loadMembers(ctx, { id: ctx.companyId, asOf: null }, query),
  'of all who are in a company': (ctx, query) => loadUsers(ctx, null, query),
  'of who is in no team': (ctx, query) => loadUnassigned(ctx, null, query),
}

/** How many rows of people and memberships are read for a page behind another. */
async function rowsRead({ build }: TestCompany, list: List, order: Partial<PeopleQuery>): Promise<number> {
  return world.database.transaction(async (manager) => {
    const ctx: Context = { ...build.ctx, manager }
    const query = { ...FIRST_BY_NAME, ...order, first: PAGE }
    const last = (await list(ctx, query)).nodes.at(-1)!
    const before = await readSoFar(ctx)
    const { nodes } = await list(ctx, { ...query, after: placeOf(query, last, last.id) })
    expect(nodes).toHaveLength(PAGE)
    return (await readSoFar(ctx)) - before
  })
}

async function readSoFar({ manager }: Context): Promise<number> {
  const [row] = await manager.query<[{ count: number }]>(
    `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS count FROM pg_stat_xact_user_tables
      WHERE relname IN ('app_user', 'membership')`,
  )
  return row.count
}

let world: World
let company: TestCompany

beforeAll(async () => {
  world = await startOwnWorld('people_reads')
  company = await companyOf(THOUSANDS)
})

afterAll(() => world.stop())

describe.each(Object.entries(LISTS))('a page %s', (_of, list) => {
  it.each(PEOPLE_SORTS.flatMap((sort) => [true, false].map((descending) => ({ sort, descending }))))(
    'reads few people more than it has, of thousands, by $sort, descending: $descending',
    async (order) => {
      // Of each a row of its own and one of membership; who is no match for it is read as well.
      expect(await rowsRead(company, list, order)).toBeLessThan(6 * PAGE)
    },
  )
})
