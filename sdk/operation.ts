import type { Client } from './client.js'
import { type Arguments, joined, operationIn, type Text, type TypedDocumentString } from './document.js'
import type { CallOptions } from './options.js'
import { type Connection, type List, paginate } from './paginate.js'

export interface Documented<Data, Variables> {
  /** The whole text that is sent, for tools and for `km.run`. */
  readonly document: TypedDocumentString<Data, Variables>
}

/** Sends its document as one request and resolves to what the root field gives. */
export interface Operation<Data, Variables> extends Documented<Data, Variables> {
  (km: Client, ...args: Arguments<Variables, CallOptions>): Promise<Data[keyof Data]>
}

/** A mutation: it takes the input itself and resolves to the payload. */
export interface Change<Data, Input> extends Documented<Data, { input: Input }> {
  (km: Client, input: Input, options?: CallOptions): Promise<Data[keyof Data]>
}

/** A list that is read page by page, each with the same document. */
export interface ListOperation<Data, Page extends Connection<unknown>, Variables> extends Documented<
  Data,
  Variables
> {
  (km: Client, ...args: Arguments<Variables, CallOptions>): List<Page['nodes'][number], Page>
}

export function operation<Data extends object, Variables>(text: Text): Operation<Data, Variables> {
  const document: TypedDocumentString<Data, Variables> = joined(text)
  const call = (km: Client, ...args: Arguments<Variables, CallOptions>) =>
    km.run(document, ...args).then(rootOf)
  return Object.assign(call, { document })
}

/** Writes the document itself, since all mutations have one shape: the input, what was changed, why it was refused. */
export function change<Data extends object, Input>(name: string, selection: Text): Change<Data, Input> {
  const field = name[0]!.toLowerCase() + name.slice(1)
  const document: TypedDocumentString<Data, { input: Input }> =
    `mutation ${name}($input:${name}Input!){${field}(input:$input){${joined(selection)}userErrors{code message path}}}`
  const call = (km: Client, input: Input, options?: CallOptions) =>
    km.run(document, { input }, options).then(rootOf)
  return Object.assign(call, { document })
}

/** The path leads from the root to the connection. */
export function list<Data, Page extends Connection<unknown>, Variables extends { after?: string | null }>(
  text: Text,
  ...path: string[]
): ListOperation<Data, Page, Variables> {
  const document: TypedDocumentString<Data, Variables> = joined(text)
  const call = (km: Client, ...[variables, options]: Arguments<Variables, CallOptions>) => {
    const read = async (after?: string | null) => {
      const data: unknown = await km.run(document, { ...variables, after } as Variables, options)
      return path.reduce(
        (value, key) => (value as Record<string, unknown> | null)?.[key],
        data,
      ) as Page | null
    }
    return paginate(operationIn(document)[0]!, read, variables?.after)
  }
  return Object.assign(call, { document })
}

function rootOf<Data extends object>(data: Data): Data[keyof Data] {
  return Object.values(data)[0] as Data[keyof Data]
}
