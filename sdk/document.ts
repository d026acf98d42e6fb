/** The phantom types of a document; TypedDocumentNode, TypedDocumentString and gql.tada all carry them so. */
export interface Typed<Result, Variables> {
  readonly __apiType?: (variables: Variables) => Result
}

export type TypedDocumentString<Result, Variables> = string & Typed<Result, Variables>

interface SyntaxTree {
  readonly kind?: unknown
  readonly loc?: { readonly source: { readonly body: string } }
}

/** One operation with its fragments: a text, or a syntax tree that knows its text or can be printed; with or without types. */
export type Document<Result, Variables> = string | (Typed<Result, Variables> & SyntaxTree)

/** The variables may be left out when none is required. */
export type Arguments<V, Options> =
  Record<never, never> extends V ? [variables?: V, options?: Options] : [variables: V, options?: Options]

export function textOf(document: Document<unknown, never>, print?: (tree: never) => string): string {
  const { kind, loc } = document as SyntaxTree
  const text = loc?.source.body ?? (kind && print ? print(document as never) : `${document as string}`)
  if (text[0] === '[') throw new TypeError('No loc.source: give createClient a print')
  return text
}

/**
 * Its name, and whether it needs an idempotency key: whatever does not begin as a query or a subscription may be a
 * mutation, and if it is none, the key does no harm.
 */
export function operationIn(text: string): [name: string | undefined, isMutation: boolean] {
  return [/^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(text)?.[1], !/^\s*[qs{]/.test(text)]
}

/** A text, or the pieces it is made of: what many documents select is in the package once. */
export type Text = string | readonly string[]

export function joined(text: Text): string {
  return typeof text === 'string' ? text : text.join('')
}
