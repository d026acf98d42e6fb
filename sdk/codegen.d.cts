/**
 * A configuration for graphql-codegen: types for your own documents, written into `output`. Enums stay open, and what a
 * field of an interface gives may be an `Other…`: a type that is new to this version.
 */
export function keyMetrics(options: { documents: string | string[]; output?: `${string}/` }): {
  schema: string[]
  documents: string | string[]
  importExtension: '.js'
  generates: Record<
    string,
    {
      preset: 'client'
      presetConfig: object
      config: object
      hooks: { beforeOneFileWrite(path: string, code: string): string }
    }
  >
}
