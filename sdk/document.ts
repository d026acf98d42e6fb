/** The phantom types of a document; TypedDocumentNode, TypedDocumentString and gql.tada all carry them so. */
export interface Typed<Result, Variables> {
  readonly __apiType?: (variables: Variables) => Result
}

export type TypedDocumentString<Result, Variables> = string & Typed<Result, Variables>

interface SyntaxTree {
  readonly kind?: unknown
  readonly loc?: { readonly source: { readonly body: string } }
}

/** One operation with its fragments: a text, or a syntax tree that knows its text; with or without types. */
export type Document<Result, Variables> = string | (Typed<Result, Variables> & SyntaxTree)

/** The variables may be left out when none is required. */
export type Arguments<V, Options> =
  Record<never, never> extends V ? [variables?: V, options?: Options] : [variables: V, options?: Options]

export function textOf(document: Document<unknown, never>): string {
  const text = (document as SyntaxTree).loc?.source.body ?? `${document as string}`
  if (text[0] === '[') throw new TypeError('Document has no loc.source')
  return text
}

/**
 * Its name, and whether it needs an idempotency key: whatever does not begin as a query may be a mutation, and if it
 * is none, the key does no harm.
 */
export function operationIn(text: string): [name: string | undefined, isMutation: boolean] {
  return [/^\s*(?:query|mutation)\s+(\w+)/m.exec(text)?.[1], !/^\s*[q{]/.test(text)]
}
