/** A configuration for graphql-codegen: types for your own documents, written into `output`. */
export function keyMetrics(options: { documents: string | string[]; output?: `${string}/` }): {
  schema: string
  documents: string | string[]
  importExtension: '.js'
  generates: Record<string, { preset: 'client'; presetConfig: object; config: object }>
}
