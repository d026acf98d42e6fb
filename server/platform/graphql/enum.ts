/** The values of a domain list in the shape type-graphql registers enums by: each value under its own name. */
export function enumOf<V extends string>(values: readonly V[]): { readonly [K in V]: K } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [K in V]: K }
}
