import type { GraphQLError } from 'graphql'
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'
import { isUuid } from '../uuid.js'
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

/** @throws LIMIT_EXCEEDED or BAD_USER_INPUT naming the limit or the argument. */
export function pageOf({ first, after }: PageArgs): { first: number; after: Position } {
  if (first < 0 || first > MAX_PAGE) {
    throw requestError(
      'LIMIT_EXCEEDED',
      `first is ${first}; expected 0 to ${MAX_PAGE}. Read page by page with after.`,
    )
  }
  return { first, after: typeof after === 'string' ? positionOf(after) : null }
}

function positionOf(cursor: string): Position {
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

/** For a list in the order of time, whose positions hold instants. @throws BAD_USER_INPUT for a cursor of another list. */
export function instantBehind(after: Position): Date | null {
  if (after === null) return null
  const instant = new Date(after[0])
  if (Number.isNaN(instant.getTime()) || instant.toISOString() !== after[0]) throw notACursor()
  return instant
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
  { first, after }: { first: number; after: Position },
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

    @Field(() => Int, {
      description: 'How many there are on all pages together. Counted only when asked for.',
    })
    totalCount: () => Promise<number>
  }
  return ConnectionClass
}
