import type { GraphQLError } from 'graphql'
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'
import { isUuid } from '../uuid.js'
import { Computed } from './computed.js'
import { requestError } from './request-error.js'

export const DEFAULT_PAGE = 50
export const MAX_PAGE = 100

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: `How many to read: 0 to ${MAX_PAGE}.`,
  })
  first: number

  @Field(() => String, { nullable: true, description: 'Read on after the item with this cursor.' })
  after: string | null
}

/** Where a page begins: behind the item with these sort values, of which the first is a name or an instant, or at the start. */
export type Position = readonly [first: string, id: string] | null

export interface Page {
  readonly first: number
  readonly after: Position
}

/** @throws LIMIT_EXCEEDED or BAD_USER_INPUT naming the limit or the argument. */
export function pageOf({ first, after }: PageArgs): Page {
  if (first < 0 || first > MAX_PAGE) {
    throw requestError(
      'LIMIT_EXCEEDED',
      `first is ${first}; expected 0 to ${MAX_PAGE}. Read page by page with after.`,
    )
  }
  return { first, after: typeof after === 'string' ? decoded(after) : null }
}

function decoded(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 2) {
      const [name, id] = value as unknown[]
      if (typeof name === 'string' && !name.includes('\0') && typeof id === 'string' && isUuid(id))
        return [name, id]
    }
  } catch {
    // Not JSON: told below like any other cursor that we never issued.
  }
  throw notACursor()
}

function notACursor(): GraphQLError {
  return requestError(
    'BAD_USER_INPUT',
    'after is not a cursor of this API; pass an endCursor exactly as it was given.',
  )
}

/**
 * For a list that can be had in several orders: its positions begin with the order they are of.
 * @throws BAD_USER_INPUT for a cursor of another order.
 */
export function behindIn(order: string, after: Position): Position {
  if (after === null) return null
  const [first, id] = after
  if (!first.startsWith(`${order} `)) throw notACursor()
  return [first.slice(order.length + 1), id]
}

/** For a list in the order of time, whose positions hold instants. @throws BAD_USER_INPUT for a cursor of another list. */
export function instantBehind(after: Position): Date | null {
  if (after === null) return null
  const instant = new Date(after[0])
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== after[0]) throw notACursor()
  return instant
}

const MAX_DECIMAL_LENGTH = 50

/** For a list in the order of a number; '' is none. @throws BAD_USER_INPUT for a cursor of another list. */
export function assertNumberBehind(after: Position): void {
  if (after === null || after[0] === '') return
  if (after[0].length > MAX_DECIMAL_LENGTH || !/^-?\d+(\.\d+)?$/.test(after[0])) throw notACursor()
}

export interface Connection<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[]
  readonly nodes: readonly T[]
  readonly pageInfo: PageInfoType
  /** Counted only when asked for. */
  readonly totalCount: () => Promise<number>
}

/** `rows` holds one more than `first` when there is a next page. */
export function connectionOf<T>(
  rows: readonly T[],
  { first, after }: Page,
  sortValues: (row: T) => NonNullable<Position>,
  totalCount: () => Promise<number>,
): Connection<T> {
  const nodes = rows.slice(0, first)
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(sortValues(node)) }))
  const pageInfo = {
    hasNextPage: rows.length > first,
    hasPreviousPage: after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, nodes, pageInfo, totalCount }
}

/** A page of a list that is read whole, in the order of its positions. */
export function connectionOfAll<T>(
  rows: readonly T[],
  page: { first: number; after: Position },
  positionOf: (row: T) => NonNullable<Position>,
): Connection<T> {
  const { first, after } = page
  const from = after === null ? 0 : rows.findIndex((row) => isBehind(positionOf(row), after))
  const rest = from < 0 ? [] : rows.slice(from, from + first + 1)
  return connectionOf(rest, page, positionOf, async () => rows.length)
}

function isBehind([first, id]: NonNullable<Position>, [afterFirst, afterId]: NonNullable<Position>): boolean {
  return first === afterFirst ? id > afterId : first > afterFirst
}

function cursorOf(position: NonNullable<Position>): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where this page stands among the others.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage: boolean

  @Field(() => Boolean, { description: 'Whether something comes before this page.' })
  hasPreviousPage: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item, to be passed as `after`; null on an empty page.',
  })
  endCursor: string | null
}

/** The Relay connection and edge types of `node`, named after it. */
export function connectionType<T extends object>(name: string, node: ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `A ${name} with its place in the list.` })
  class Edge {
    @Field(() => String, { description: 'The place in the list, to be passed as `after`.' })
    cursor: string

    @Field(() => node, { description: `The ${name} itself.` })
    node: T
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${name} items.` })
  class ConnectionClass {
    @Field(() => [Edge], { description: 'The items of this page, each with its cursor.' })
    edges: Edge[]

    @Field(() => [node], { description: 'The items of this page.' })
    nodes: T[]

    @Field(() => PageInfoType, { description: 'Where this page stands.' })
    pageInfo: PageInfoType

    @Computed()
    @Field(() => Int, {
      description: 'How many there are on all pages together. Counted only when asked for.',
    })
    totalCount: () => Promise<number>
  }
  return ConnectionClass
}
