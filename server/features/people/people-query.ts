import type { Role } from '../../domain/viewer.js'
import type { DataVisibility, UserStatus } from '../../domain/user.js'
import { behindIn, instantBehind, type Page, type Position } from '../../platform/graphql/connection.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { PeopleSight } from './people-sight.js'

export const PEOPLE_SORTS = ['NAME', 'EMAIL', 'LAST_CHANGE'] as const
export type PeopleSort = (typeof PEOPLE_SORTS)[number]

/** What is left out or null does not narrow; an empty list finds nobody. */
export interface PeopleFilter {
  readonly search?: string | null
  readonly statuses?: readonly UserStatus[] | null
  readonly dataVisibility?: DataVisibility | null
  readonly role?: Role | null
}

/** Which people of a list, and in which order. */
export interface PeopleQuery extends Page {
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  readonly descending: boolean
}

/** The first of a list. */
export const FIRST_BY_NAME: PeopleQuery = {
  ...{ first: 1, after: null, filter: {} },
  ...{ sort: 'NAME', descending: false },
}

/** What people are listed by. */
export interface Listed {
  readonly name: string
  readonly email: string
  readonly changedAt: Date
}

interface Order {
  readonly sql: string
  readonly type: string
  readonly valueOf: (user: Listed) => string
}

const ORDERS: Record<PeopleSort, Order> = {
  NAME: { sql: 'u.name COLLATE "C"', type: 'text', valueOf: ({ name }) => name },
  EMAIL: { sql: 'u.email COLLATE "C"', type: 'text', valueOf: ({ email }) => email },
  LAST_CHANGE: {
    sql: 'u.changed_at',
    type: 'timestamptz',
    valueOf: ({ changedAt }) => changedAt.toISOString(),
  },
}

export function sortValue({ sort }: PeopleQuery, user: Listed): string {
  return ORDERS[sort].valueOf(user)
}

/** The place in the list of who stands there; a cursor says by what the list was sorted. */
export function placeOf(query: PeopleQuery, user: Listed, id: string): NonNullable<Position> {
  return [`${orderName(query)} ${sortValue(query, user)}`, id]
}

function orderName({ sort, descending }: Pick<PeopleQuery, 'sort' | 'descending'>): string {
  return descending ? `-${sort}` : sort
}

/** Behind which values a page begins. @throws BAD_USER_INPUT for a cursor of a list in another order. */
export function valuesBehind(query: PeopleQuery): NonNullable<Position> | null {
  const behind = behindIn(orderName(query), query.after)
  if (ORDERS[query.sort].type === 'timestamptz') instantBehind(behind)
  return behind
}

/** The parameters of every list: $1 the company, $2 to $7 the sight, $8 to $11 the filter. */
export function listParameters(companyId: string, sight: PeopleSight, filter: PeopleFilter): unknown[] {
  const { search, statuses = null, dataVisibility = null, role = null } = filter
  return [companyId, ...sight, comparable(search ?? ''), statuses, dataVisibility, role]
}

/** $12 to $14. */
export function pageParameters(query: PeopleQuery): unknown[] {
  const [value, id] = valuesBehind(query) ?? [null, null]
  return [value, id, query.first + 1]
}

/**
 * SQL condition for the rows of app_user `u` that the filter leaves. What is searched for stands as such in a name or
 * an address: no character means another. Of roles, those count that the viewer sees.
 */
export const IS_WANTED = `($8 = '' OR strpos(lower(u.name), $8) > 0 OR strpos(u.email, $8) > 0)
  AND ($9::text[] IS NULL OR u.status = ANY($9)) AND ($10::text IS NULL OR u.data_visibility = $10)
  AND ($11::text IS NULL OR EXISTS (
        SELECT FROM role_assignment r
         WHERE r.company_id = u.company_id AND r.user_id = u.id AND r.role = $11 AND ${holdsAt('r', '$2::timestamptz')}
           AND ($3::boolean OR r.node_id = ANY($7::uuid[]))))`

/** SQL for the order of a list, and for the condition that a row stands behind where its page begins. */
export function orderOf({ sort, descending }: PeopleQuery): {
  readonly by: string
  readonly isBehind: string
} {
  const { sql, type } = ORDERS[sort]
  const [direction, than] = descending ? ['DESC', '<'] : ['ASC', '>']
  return {
    by: `${sql} ${direction}, u.id ${direction}`,
    isBehind: `($12::${type} IS NULL OR (${sql}, u.id) ${than} ($12, $13::uuid))`,
  }
}

export function comparable(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
