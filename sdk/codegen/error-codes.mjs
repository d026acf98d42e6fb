/** The closed list of codes this version knows, so that the map from codes to errors must be complete. */
export function plugin(schema) {
  const codes = schema.getType('ErrorCode').getValues()
  const lines = codes.map(
    ({ name, description }) => `${description ? `  /** ${description} */\n` : ''}  | '${name}'`,
  )
  return `/** Every code of a GraphQL error at the time of this version. */\nexport type KnownErrorCode =\n${lines.join('\n')}\n`
}
