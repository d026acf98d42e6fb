import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { HOSTILE_STRINGS, HOSTILE_VALUES } from './hostile-strings.js'

export interface RandomRequest {
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
}

type Declared = Map<string, { readonly type: string; readonly value: unknown }>

/** The same numbers from 0 to 1 for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Requests made from the schema: fields at random with arguments at random, of which some are hostile, and of which
 * some are spoilt a little afterwards. `ids` are things that exist.
 */
export class RandomDocuments {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: () => number,
    private readonly ids: readonly string[],
  ) {}

  next(): RandomRequest {
    const declared: Declared = new Map()
    const isMutation = this.happens(0.25)
    const root = isMutation ? this.schema.getMutationType()! : this.schema.getQueryType()!
    const selection = this.selectionOf(root, 1 + this.upTo(6), declared)
    const definitions = [...declared].map(([name, { type }]) => `$${name}: ${type}`).join(', ')
    const name = this.happens(0.3) ? 'Random' : ''
    const head = isMutation || name || definitions ? (isMutation ? 'mutation' : 'query') : ''
    const document = `${head} ${name} ${definitions && `(${definitions})`} ${selection}`
    const variables = Object.fromEntries([...declared].map(([variable, { value }]) => [variable, value]))
    return { document: this.happens(0.2) ? this.spoilt(document) : document, variables }
  }

  private selectionOf(type: GraphQLNamedType, depth: number, declared: Declared): string {
    if (!isObjectType(type) && !isInterfaceType(type)) return ''
    const all = Object.values(type.getFields())
    const some = all.filter(
      (field) => this.happens(Math.max(0.15, 2 / all.length)) && (depth > 0 || isLeaf(field)),
    )
    const fields = some.map((field) => this.fieldOf(field, depth, declared))
    return `{ ${['__typename', ...fields, ...this.fragments(type, depth, declared)].join(' ')} }`
  }

  private fieldOf(field: GraphQLField<unknown, unknown>, depth: number, declared: Declared): string {
    const given = field.args.filter((arg) =>
      isRequiredArgument(arg) ? this.happens(0.99) : this.happens(0.3),
    )
    const args = given.map((arg) => `${arg.name}: ${this.argument(arg, declared)}`).join(', ')
    const alias = this.happens(0.1) ? `a${this.upTo(1_000_000)}: ` : ''
    const directive = this.happens(0.05)
      ? this.oneOf([' @skip(if: true)', ' @include(if: true)', this.happens(0.1) ? ' @none' : ''])
      : ''
    const below = this.selectionOf(getNamedType(field.type), depth - 1, declared)
    return `${alias}${field.name}${args && `(${args})`}${directive} ${below}`
  }

  private fragments(type: GraphQLNamedType, depth: number, declared: Declared): string[] {
    if (!isInterfaceType(type) || depth <= 0 || !this.happens(0.5)) return []
    const object = this.oneOf(this.schema.getPossibleTypes(type))
    return [`... on ${object.name} ${this.selectionOf(object, depth - 1, declared)}`]
  }

  private argument({ type }: GraphQLArgument, declared: Declared): string {
    if (isInputObjectType(getNamedType(type)) || this.happens(0.5)) {
      const name = `v${declared.size}`
      declared.set(name, { type: String(type), value: this.value(type) })
      return `$${name}`
    }
    const value = this.value(type)
    return isEnumType(getNamedType(type)) && typeof value === 'string' ? value : literal(value)
  }

  /** Mostly what fits. */
  private value(type: GraphQLInputType): unknown {
    if (this.happens(0.05)) return this.oneOf([...HOSTILE_VALUES, ...HOSTILE_STRINGS])
    if (isNonNullType(type)) return this.value(type.ofType)
    if (isListType(type)) return Array.from({ length: this.upTo(4) }, () => this.value(type.ofType))
    if (isEnumType(type)) return this.oneOf(type.getValues()).name
    if (isInputObjectType(type)) return this.inputOf(Object.values(type.getFields()))
    const values: Record<string, () => unknown> = {
      ID: () => (this.happens(0.8) ? this.oneOf(this.ids) : this.oneOf(HOSTILE_STRINGS)),
      Int: () => this.oneOf([0, 1, 2, 50, 100, 101, -1, 2 ** 31 - 1, -(2 ** 31)]),
      Float: () => this.oneOf([0, -0, 0.5, 1e308, -1e-308]),
      Boolean: () => this.happens(0.5),
      DateTime: () =>
        this.happens(0.05)
          ? 'x'
          : this.oneOf(['2026-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z']),
    }
    return (values[type.name] ?? (() => this.oneOf(HOSTILE_STRINGS)))()
  }

  private inputOf(fields: readonly GraphQLInputField[]): object {
    const given = fields.filter(({ type }) => (isNonNullType(type) ? this.happens(0.98) : this.happens(0.5)))
    return Object.fromEntries(given.map(({ name, type }) => [name, this.value(type)]))
  }

  /** With a few letters taken out, put in, or repeated. */
  private spoilt(document: string): string {
    const at = this.upTo(document.length)
    const piece = document.slice(at, at + this.upTo(20))
    return this.oneOf([
      document.slice(0, at) + document.slice(at + 1),
      document.slice(0, at) +
        this.oneOf(['{', '}', '(', '$', '"', '"""', '...', '@', '\0', '#', '\uD800', '[']) +
        document.slice(at),
      document.slice(0, at) + piece.repeat(3) + document.slice(at),
      document.replace(/[a-z](?=[A-Z])/, 'x'),
      document.slice(0, at),
      `${document} ${document}`,
    ])
  }

  private happens(probability: number): boolean {
    return this.random() < probability
  }

  private upTo(limit: number): number {
    return Math.floor(this.random() * limit)
  }

  private oneOf<T>(items: readonly T[]): T {
    return items[this.upTo(items.length)]!
  }
}

const isLeaf = ({ type }: GraphQLField<unknown, unknown>) => isLeafType(getNamedType(type))

/** As GraphQL writes it. Names of object fields are not quoted there. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`
}
